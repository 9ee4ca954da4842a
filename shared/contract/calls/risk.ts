import { z } from "zod";
import { GateId } from "../../domain/content/vocabulary.ts";
import { MeasureInput, MeasureTaken } from "../../domain/decision.ts";
import { DossierId } from "../../domain/ids.ts";
import { Assessment, PossibleChange } from "../../domain/risk/assessment.ts";
import { line, text, textLimits } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

/** A gate that a person opened or shut by hand. */
export const GateSetting = z.object({
  gateId: GateId,
  open: z.boolean(),
  reason: z.string(),
  /** Who else agreed, as stated; empty where nobody has yet. */
  secondPerson: z.string(),
  setAt: Instant,
  setBy: z.string(),
});
export type GateSetting = z.infer<typeof GateSetting>;

export const RiskView = z.object({
  assessment: Assessment,
  changes: z.array(PossibleChange),
  measures: z.array(MeasureTaken),
  gates: z.array(GateSetting),
});
export type RiskView = z.infer<typeof RiskView>;

const codes = ["vault-locked", ...caseCodes, "triage-missing", "not-scored"] as const;

export const risk = {
  /** Works out likelihood, impact, bands, gates, residual and recommendation, with every step. */
  assess: channel({ request: z.strictObject({ dossierId: DossierId }), response: RiskView, errors: codes }),

  /** Opens or shuts a gate by hand, with the ground for it. */
  setGate: channel({
    request: z.strictObject({
      dossierId: DossierId,
      gateId: GateId,
      open: z.boolean(),
      reason: text(textLimits.note),
      secondPerson: line(textLimits.name),
    }),
    response: RiskView,
    errors: [...codes, "dossier-decided", "unknown-gate"],
  }),

  /** Adds or changes one measure. Agreed or implemented needs owner, due day and verification. */
  setMeasure: channel({
    request: z.strictObject({ dossierId: DossierId, measure: MeasureInput }),
    response: RiskView,
    errors: [...codes, "unknown-measure", "measure-incomplete"],
  }),

  removeMeasure: channel({
    request: z.strictObject({ dossierId: DossierId, measureId: z.string().max(20) }),
    response: RiskView,
    errors: [...codes, "dossier-decided", "unknown-measure"],
  }),
} as const;
