import { z } from "zod";
import { Disposition, FalsePositiveReason } from "../content/vocabulary.ts";
import { PersonId } from "../ids.ts";
import { text, textLimits } from "../text.ts";
import { Instant } from "../time.ts";

/** What a person says of one candidate. */
export const Verdict = z.strictObject({
  disposition: Disposition,
  reason: FalsePositiveReason.nullable(),
  note: text(textLimits.note),
});
export type Verdict = z.infer<typeof Verdict>;

/** What a second person said to a verdict, in a session of their own. */
export const SecondOpinion = z.object({
  personId: PersonId,
  by: z.string(),
  at: Instant,
  agrees: z.boolean(),
  /** Why they do not agree; may be empty where they do. */
  note: z.string(),
});
export type SecondOpinion = z.infer<typeof SecondOpinion>;

/** One field of a listed entry or of a subject that reads otherwise than when a verdict was given. */
export const FieldChange = z.object({
  side: z.enum(["entry", "subject"]),
  field: z.string(),
  /** Empty on both sides where the values are not for everybody's eyes: that they changed is all that is said. */
  before: z.array(z.string()),
  after: z.array(z.string()),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** A verdict that no longer stands, because what it rested on has changed. */
export const Reopened = z.object({
  earlier: Verdict,
  by: z.string(),
  at: Instant,
  /** Empty where nobody kept what was known then. */
  changes: z.array(FieldChange),
});
export type Reopened = z.infer<typeof Reopened>;

/** Whether the verdict is complete: different needs a reason code, same or related needs words. */
export function isReasoned({ disposition, reason, note }: Verdict): boolean {
  switch (disposition) {
    case "undecided":
      return true;
    case "false_positive":
      return reason !== null;
    case "true_match":
    case "related":
      return note.trim().length >= textLimits.reasonMinimum;
  }
}
