import { z } from "zod";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";
import { Passphrase } from "./passphrase.ts";

/** What guessing at a person's own key costs, and whether this machine could make it cost more. */
export const OwnKey = z.object({
  memoryMib: z.number().positive(),
  passes: z.int().positive(),
  lanes: z.int().positive(),
  /** How long opening takes on this machine, in milliseconds. */
  estimateMs: z.number().nonnegative(),
  /** What this machine would choose today costs a guesser clearly more. */
  canBeStronger: z.boolean(),
});
export type OwnKey = z.infer<typeof OwnKey>;

export const keys = {
  /** The costs of the key of the person at the keyboard. */
  own: channel({ request: z.strictObject({}), response: OwnKey, errors: ["vault-locked"] }),

  /** Wraps one's own key anew at the costs this machine would choose today; the passphrase stays as it is. */
  strengthen: channel({ request: z.strictObject({ passphrase: Passphrase }), response: OwnKey, errors: vaultCodes }),

  /**
   * Gives the vault a new key; everybody's passphrase stays as it is. After somebody was shut out, what they may have kept
   * of the old key opens nothing that is written from then on.
   */
  rotate: channel({ request: z.strictObject({ passphrase: Passphrase }), response: z.object({}), errors: vaultCodes }),
} as const;
