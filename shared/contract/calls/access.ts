import { z } from "zod";
import { DossierId } from "../../domain/ids.ts";
import { Declaration } from "../../domain/people.ts";
import { text, textLimits } from "../../domain/text.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

export const access = {
  /** What people declared about their ties to the case, latest first. */
  declarations: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ declarations: z.array(Declaration) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /**
   * Declares for oneself whether one has ties to the case. Having some shuts the case to the person at once and for
   * good: they cannot take it back themselves. It needs 20 characters of what the ties are.
   */
  declare: channel({
    request: z.strictObject({ dossierId: DossierId, hasConflict: z.boolean(), note: text(textLimits.note) }),
    response: z.object({ declaration: Declaration }),
    errors: ["vault-locked", ...caseCodes, "reason-required"],
  }),
} as const;
