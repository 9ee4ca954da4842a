import type { ties as ja } from "../ja/ties.ts";

/** Ties to a case: declaring them, and what follows. */
export const ties: Record<keyof typeof ja, string> = {
  askTitle: "Do you have any ties to this case?",
  ask: "Family, co-authors, money received, supervision and the like. Until you declare, you cannot put forward, approve or sign.",
  none: "I have no ties",
  some: "I have ties",
  noneDone: "You declared that you have no ties to this case.",
  someTitle: "Declare ties to this case",
  someLead:
    "Once declared, the case closes to you at once, and you cannot take it back yourself. Somebody else takes the case over.",
  someNote: "What the ties are",
  someNoteHelp: "At least 20 characters. Whoever takes the case over reads this.",
  someAct: "Declare and close the case",
  closedTitle: "This case is not open to you",
  closed:
    "Ties to it have been declared for you. A declaration is part of a fair procedure and is no reflection on you. Somebody else takes the case over.",
  toCases: "To the list of cases",
  card: "Declared ties",
  cardLead: "Everybody who works on the case declares once before they begin.",
  cardNone: "Nobody has declared yet.",
  declaredNone: "No ties",
  declaredSome: "Has ties",
  hostUnit: "Host unit",
  hostUnitHelp: "The unit of ours that hosts the person or runs the joint research.",
  hostUnitMeans:
    "{count, plural, one {# person of this unit can read the case but neither review, approve nor sign it.} other {# people of this unit can read the case but neither review, approve nor sign it.}}",
  hostUnitOwn: "This is your own unit. With it you can neither review nor approve this case.",
  hostUnitOwnNew:
    "This is your own unit. Nobody opens a case of their own unit; ask a reviewer of another unit to open it.",
  newHelp:
    "You declare that there are no family ties, joint papers, money received, supervision or the like. If there are, leave the case to somebody else.",
  again: "Ties have come up since",
};
