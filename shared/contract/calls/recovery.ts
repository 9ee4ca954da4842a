import { z } from "zod";
import { PersonId } from "../../domain/ids.ts";
import { KitId, RecoverablePerson, RecoverySheet, RecoveryStatus, recoveryShape } from "../../domain/recovery.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";
import { Passphrase } from "./passphrase.ts";

/** What somebody typed from one sheet, or a scanner sent; 32 words with room for numbers and blanks. */
const ShareText = z.string().min(1).max(2_000);

const Quorum = z.array(ShareText).min(1).max(recoveryShape.most);

const sheets = z.int().min(recoveryShape.fewest).max(recoveryShape.most);

export const recovery = {
  /** The kit in force, its rehearsals, and whether another one is due. */
  status: channel({
    request: z.strictObject({}),
    response: RecoveryStatus,
    errors: ["vault-locked", "not-permitted"],
  }),

  /**
   * Draws a new kit and answers its sheets, this once and never again. Nothing in the vault changes yet: the kit counts when
   * it is put in force, and until then an earlier one stays valid. A kit drawn before and not put in force is dropped.
   */
  draw: channel({
    request: z
      .strictObject({ threshold: sheets, count: sheets, passphrase: Passphrase })
      .refine(({ threshold, count }) => threshold <= count),
    response: z.object({
      kitId: KitId,
      officeName: z.string(),
      threshold: z.int(),
      count: z.int(),
      drawnAt: Instant,
      sheets: z.array(RecoverySheet),
    }),
    errors: [...vaultCodes, "not-permitted"],
  }),

  /** Compares the two words asked back from a printed sheet. `share-unreadable` names the place of the wrong one. */
  confirmSheet: channel({
    request: z.strictObject({
      kitId: KitId,
      index: z.int().positive(),
      words: z.tuple([z.string().max(40), z.string().max(40)]),
    }),
    response: z.object({ confirmed: z.array(z.int().positive()) }),
    errors: ["vault-locked", "not-permitted", "no-recovery-kit", "share-unreadable"],
  }),

  /** Puts the drawn kit in force once every sheet was confirmed; the earlier kit opens nothing from then on. */
  enforce: channel({
    request: z.strictObject({ kitId: KitId, passphrase: Passphrase }),
    response: RecoveryStatus,
    errors: [...vaultCodes, "not-permitted", "no-recovery-kit", "vault-full-of-people"],
  }),

  /** Forgets a drawn kit. Its sheets open nothing and never did. */
  drop: channel({ request: z.strictObject({}), response: z.object({}), errors: [] }),

  /** Reads one sheet as typed or scanned, so that an error shows at once; works while locked and remembers nothing. */
  readShare: channel({
    request: z.strictObject({ text: ShareText }),
    response: z.object({ kitId: KitId, index: z.int(), threshold: z.int(), count: z.int() }),
    errors: ["share-unreadable"],
  }),

  /**
   * Proves that these sheets open this vault's recovery slot, and records it. No session comes of it and nothing is shown. A
   * refusal of a full quorum is recorded too.
   */
  rehearse: channel({
    request: z.strictObject({ shares: Quorum }),
    response: RecoveryStatus,
    errors: [
      ...vaultCodes,
      "not-permitted",
      "no-recovery-kit",
      "share-unreadable",
      "share-mixed",
      "shares-insufficient",
      "recovery-refused",
    ],
  }),

  /** Opens a locked vault with a quorum of sheets, for the calls of a recovery and for no others. */
  open: channel({
    request: z.strictObject({ vaultId: z.string().max(64), shares: Quorum }),
    response: z.object({ people: z.array(RecoverablePerson) }),
    errors: [...vaultCodes, "share-unreadable", "share-mixed", "shares-insufficient", "recovery-refused"],
  }),

  /**
   * Gives a person a new key under the passphrase they type; the old one opens nothing from then on. Their signing
   * certificate is retired, their restricted cases are opened to the new key. Ends the recovery; the vault is locked.
   */
  restore: channel({
    request: z.strictObject({ personId: PersonId, passphrase: Passphrase }),
    response: z.object({
      displayName: z.string(),
      /** Restricted cases that were opened to the new key, and those that another named reader must open to it. */
      casesOpened: z.int().nonnegative(),
      casesLeft: z.int().nonnegative(),
    }),
    errors: [...vaultCodes, "unknown-person", "vault-full-of-people", "recovery-refused"],
  }),

  /** Ends a recovery without having done anything. */
  leave: channel({ request: z.strictObject({}), response: z.object({}), errors: [] }),
} as const;
