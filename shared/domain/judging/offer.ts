import { z } from "zod";
import { DossierId, HitId } from "../ids.ts";
import { Instant } from "../time.ts";
import { Verdict } from "./verdict.ts";

/** A verdict from another case on the same entry and the same subject: offered, and never applied by itself. */
export const VerdictOffer = z.object({
  /** The hit in this case that it is offered for. */
  hitId: HitId,
  dossierId: DossierId,
  number: z.string(),
  title: z.string(),
  verdict: Verdict,
  by: z.string(),
  at: Instant,
  /** The second person who agreed; null where none has. */
  confirmedBy: z.string().nullable(),
});
export type VerdictOffer = z.infer<typeof VerdictOffer>;
