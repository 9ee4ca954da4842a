import { z } from "zod";
import { AccessLevel, Depth, IdentityCertainty, TechTier, TriggerId } from "./content/vocabulary.ts";
import { DossierId, Sha256 } from "./ids.ts";
import { Subject } from "./party.ts";
import { line, text, textLimits } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** What is under review. A self-check looks at the agency itself and has no subject and no risk score. */
export const DossierKind = z.enum(["person", "institution", "company", "self-check"]);
export type DossierKind = z.infer<typeof DossierKind>;

/** Where a dossier stands. */
export const DossierState = z.enum([
  "draft",
  "in-enquiry",
  "awaiting-reply",
  "ready",
  "with-committee",
  "proposed",
  "decided",
  "conditions-open",
  "running",
  "closed",
]);
export type DossierState = z.infer<typeof DossierState>;

/**
 * The moves allowed from each state. Going back from a decision opens the next version and needs a reason. A decision
 * put forward freezes the case until a second person has answered it; whoever works on the case may take it back.
 */
export const dossierMoves: Readonly<Record<DossierState, readonly DossierState[]>> = {
  draft: ["in-enquiry", "closed"],
  "in-enquiry": ["awaiting-reply", "ready", "closed"],
  "awaiting-reply": ["in-enquiry", "ready", "closed"],
  ready: ["in-enquiry", "with-committee", "proposed"],
  "with-committee": ["in-enquiry", "proposed"],
  proposed: ["in-enquiry", "decided"],
  decided: ["conditions-open", "running", "closed", "in-enquiry"],
  "conditions-open": ["running", "closed", "in-enquiry"],
  running: ["closed", "in-enquiry"],
  closed: ["in-enquiry"],
};

/** Whether answers, evidence, measures and gates may still change. */
export function isOpenForWork(state: DossierState): boolean {
  return (
    state === "draft" ||
    state === "in-enquiry" ||
    state === "awaiting-reply" ||
    state === "ready" ||
    state === "with-committee"
  );
}

/** Whether a move undoes a decision and therefore needs a written reason. */
export function moveNeedsReason(from: DossierState, to: DossierState): boolean {
  return !isOpenForWork(from) && isOpenForWork(to);
}

/** Technology, access and circumstances; they set the depth of the enquiry. */
export const Triage = z.strictObject({
  techTier: TechTier.nullable(),
  techReason: text(textLimits.note),
  access: AccessLevel.nullable(),
  accessReason: text(textLimits.note),
  triggers: z.array(TriggerId).max(20),
  /** Null follows the depth that the rules give. A chosen depth below that needs a reason. */
  depthChosen: Depth.nullable(),
  depthReason: text(textLimits.note),
});
export type Triage = z.infer<typeof Triage>;

export const emptyTriage: Triage = {
  techTier: null,
  techReason: "",
  access: null,
  accessReason: "",
  triggers: [],
  depthChosen: null,
  depthReason: "",
};

/** Answers to the intake form, by field id; what the value means is up to the field's type in the template. */
export const IntakeValues = z.record(z.string().regex(/^[a-z][a-z_]{0,39}$/), text(textLimits.longText));
export type IntakeValues = z.infer<typeof IntakeValues>;

/** The three boxes a fair paper ticks. */
export const Fairness = z.strictObject({
  noAttributes: z.boolean(),
  chanceToExplain: z.boolean(),
  consistent: z.boolean(),
});
export type Fairness = z.infer<typeof Fairness>;

/** One move from state to state, with the reason where one was asked for. */
export const DossierMove = z.object({
  from: DossierState,
  to: DossierState,
  reason: z.string(),
  at: Instant,
  by: z.string(),
});
export type DossierMove = z.infer<typeof DossierMove>;

/** One line in the list of dossiers. */
export const DossierRow = z.object({
  id: DossierId,
  number: z.string(),
  title: z.string(),
  kind: DossierKind,
  state: DossierState,
  principal: z.string(),
  depth: Depth,
  dueDay: Day.nullable(),
  reviewDay: Day.nullable(),
  answered: z.int().nonnegative(),
  required: z.int().nonnegative(),
  /** Read by the people named for it alone. */
  restricted: z.boolean(),
  updatedAt: Instant,
});
export type DossierRow = z.infer<typeof DossierRow>;

/** A dossier's head: all but answers, evidence, hits and decisions. */
export const Dossier = z.object({
  id: DossierId,
  number: z.string(),
  title: line(textLimits.title),
  kind: DossierKind,
  state: DossierState,
  templateId: z.string(),
  templateHash: Sha256,
  triage: Triage,
  /** The depth in force: chosen, or else given by the rules. */
  depth: Depth,
  /** The depth the rules give for this triage and what has been found. */
  depthByRule: Depth,
  subjectIdentity: IdentityCertainty,
  intake: IntakeValues,
  fairness: Fairness,
  dueDay: Day.nullable(),
  /** Our own unit that hosts the person or runs the project; empty while none is named. */
  hostUnit: z.string(),
  /** How the person at the keyboard stands to this case. */
  standing: z.object({
    /** They declared that they have no ties to it; proposing, approving and signing need that. */
    declared: z.boolean(),
    /** They belong to the host unit, so they read and do nothing else. */
    ownUnit: z.boolean(),
    /** They put the latest decision forward, so somebody else answers it. */
    proposedLatest: z.boolean(),
    /** They answer an open second review, so nothing of what others answered is shown to them. */
    readsBlind: z.boolean(),
  }),
  /** Read by the people named for it alone. */
  restricted: z.boolean(),
  subjects: z.array(Subject),
  /** How far the work has come, for the spine. */
  progress: z.object({
    answered: z.int().nonnegative(),
    required: z.int().nonnegative(),
    /** The names were searched in at least one list. */
    screened: z.boolean(),
    candidates: z.int().nonnegative(),
    undecided: z.int().nonnegative(),
    measures: z.int().nonnegative(),
    signed: z.boolean(),
  }),
  /** Every move so far, latest first. */
  moves: z.array(DossierMove),
  /** How many decisions have been recorded; the paper's version is one more while work goes on. */
  decisions: z.int().nonnegative(),
  revision: z.int().positive(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Dossier = z.infer<typeof Dossier>;
