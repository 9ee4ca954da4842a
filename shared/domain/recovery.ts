import { z } from "zod";
import { PersonId } from "./ids.ts";
import { Instant } from "./time.ts";

/** Fewest sheets that may open a vault, most sheets of a kit, and what is proposed. */
export const recoveryShape = { fewest: 2, most: 9, threshold: 3, count: 5 } as const;

/** After how many months a rehearsal is due again. */
export const rehearsalMonths = 12;

/** Eight hex digits, printed on every sheet of a kit. */
export const KitId = z.string().regex(/^[0-9a-f]{8}$/u);

/** How a rehearsal went: the sheets opened the vault's recovery slot, or they did not. */
const rehearsalOutcomes = ["opened", "refused"] as const;

export const Rehearsal = z.object({
  at: Instant,
  byName: z.string(),
  outcome: z.enum(rehearsalOutcomes),
  sharesUsed: z.int().positive(),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

/** A kit in force. The sheets themselves are on paper alone. */
export const RecoveryKit = z.object({
  kitId: KitId,
  threshold: z.int(),
  count: z.int(),
  madeAt: Instant,
  madeBy: z.string(),
  /** Latest first. */
  rehearsals: z.array(Rehearsal),
});
export type RecoveryKit = z.infer<typeof RecoveryKit>;

export const RecoveryStatus = z.object({
  /** Null while there is none: then a forgotten passphrase loses what its person alone could open. */
  kit: RecoveryKit.nullable(),
  /** Whether the last successful rehearsal is too long ago, or there was none. False without a kit. */
  isRehearsalDue: z.boolean(),
});
export type RecoveryStatus = z.infer<typeof RecoveryStatus>;

/** What is printed on one sheet and nowhere else. */
export const RecoverySheet = z.object({
  index: z.int().positive(),
  words: z.array(z.string()).length(32),
  /** The same words as a QR code: lines of an SVG path in a square of `size`. */
  qr: z.object({ size: z.int().positive(), path: z.string() }),
  /** Places (from 1) of the two words that are asked back from the printed sheet. */
  asked: z.tuple([z.int(), z.int()]),
});
export type RecoverySheet = z.infer<typeof RecoverySheet>;

/** A person to whom a recovery can give a new key. */
export const RecoverablePerson = z.object({ personId: PersonId, displayName: z.string(), unit: z.string() });
export type RecoverablePerson = z.infer<typeof RecoverablePerson>;
