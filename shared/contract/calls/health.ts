import { z } from "zod";
import { HealthReport } from "../../domain/health.ts";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";
import { LocaleId } from "./app.ts";
import { Passphrase } from "./passphrase.ts";

export const health = {
  /** Looks at everything that keeps the vault trustworthy. Takes as long as reading all of it; can be cancelled. */
  check: channel({
    request: z.strictObject({ taskId: z.string().min(1).max(64) }),
    response: HealthReport,
    errors: ["vault-locked", "cancelled"],
  }),

  /** Writes the last report as text, and the same as JSON beside it. Asks for the passphrase again. */
  saveReport: channel({
    request: z.strictObject({ locale: LocaleId, passphrase: Passphrase }),
    response: z.object({}),
    errors: [...vaultCodes, "no-report"],
  }),
} as const;
