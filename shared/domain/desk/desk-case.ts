import { z } from "zod";
import { Depth, MeasureStatus, DecisionId as Outcome } from "../content/vocabulary.ts";
import { DossierKind, DossierState } from "../dossier.ts";
import { DecisionId, DossierId, PersonId, Sha256 } from "../ids.ts";
import { Day, Instant } from "../time.ts";

/** The latest decision of a case, as far as lists and the home page need it. */
export const DeskDecision = z.object({
  id: DecisionId,
  version: z.int().positive(),
  outcome: Outcome,
  /** Who put it forward; null for decisions from before several people shared a vault. */
  proposedBy: PersonId.nullable(),
  reviewDay: Day.nullable(),
  /** The second person's answer, or the committee's; null while there is none. */
  answer: z
    .object({ kind: z.enum(["approver", "committee"]), given: z.enum(["approve", "return"]), by: PersonId })
    .nullable(),
  signed: z.boolean(),
  countersigned: z.boolean(),
});
export type DeskDecision = z.infer<typeof DeskDecision>;

/** A measure that is to be in place by a day and is not. */
export const DeskMeasure = z.object({ measureId: z.string(), status: MeasureStatus, dueDay: Day, owner: z.string() });
export type DeskMeasure = z.infer<typeof DeskMeasure>;

/** Raised whenever `DeskCase` says something else than before, so that kept copies are worked out anew. */
export const deskForm = 3;

/**
 * What lists, charts and the home page show of one case, the same for everybody who may read it. Worked out from the case's
 * own tables whenever the case changes, and kept.
 */
export const DeskCase = z.object({
  form: z.literal(deskForm),
  id: DossierId,
  number: z.string(),
  title: z.string(),
  kind: DossierKind,
  state: DossierState,
  /** Display name of the first subject, and its reading where one is recorded. */
  principal: z.string(),
  reading: z.string(),
  depth: Depth,
  templateHash: Sha256,
  /** Technology tier and access level have been chosen. */
  triaged: z.boolean(),
  dueDay: Day.nullable(),
  hostUnit: z.string(),
  /** Items that must be answered at this depth, and how many of them are. */
  required: z.int().nonnegative(),
  answered: z.int().nonnegative(),
  /** Minutes written down over all items. */
  minutes: z.int().nonnegative(),
  screened: z.boolean(),
  undecided: z.int().nonnegative(),
  /** Who gave each verdict that waits for a second person; null where only a name was kept. */
  awaiting: z.array(PersonId.nullable()),
  /** Notices of what background screenings found to be different that nobody has seen. */
  rescreened: z.int().nonnegative(),
  decision: DeskDecision.nullable(),
  /** When the case first became decided; null before. */
  decidedAt: Instant.nullable(),
  /** Measures with a day by which they are due and that are not in place, earliest first. */
  measures: z.array(DeskMeasure),
  /** Last days on which pieces of evidence that still count may be relied on, earliest first. */
  expiries: z.array(Day),
  /** Who answers an open second review, and so sees nothing of what others found. */
  secondReader: PersonId.nullable(),
  /** Items on which second reviews that were handed in differ, while nobody has settled them. */
  differences: z.int().nonnegative(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type DeskCase = z.infer<typeof DeskCase>;

/** What a person who reads the case blind may see of it: its head, and nothing that tells what others found or decided. */
export function readBlind(desk: DeskCase): DeskCase {
  return {
    ...desk,
    answered: 0,
    minutes: 0,
    screened: false,
    undecided: 0,
    awaiting: [],
    rescreened: 0,
    decision: null,
    decidedAt: null,
    measures: [],
    expiries: [],
    differences: 0,
  };
}
