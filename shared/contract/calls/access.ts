import { z } from "zod";
import { DossierId, PersonId } from "../../domain/ids.ts";
import { Declaration, PersonRole } from "../../domain/people.ts";
import { text, textLimits } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes, vaultCodes } from "../errors.ts";
import { Passphrase } from "./passphrase.ts";

/** Somebody who reads a restricted case, or who could be named as its reader. */
export const Reader = z.object({
  personId: PersonId,
  displayName: z.string(),
  roles: z.array(PersonRole),
  /** Since when the person is named; null for somebody who is not. */
  since: Instant.nullable(),
  /** The person at the keyboard. */
  self: z.boolean(),
});
export type Reader = z.infer<typeof Reader>;

/** Who may read a case. */
export const CaseAccess = z.object({
  restricted: z.boolean(),
  /** The people named; empty while the whole office may read. */
  readers: z.array(Reader),
  /** Live people with a right to cases and a key of their own who are not named. */
  candidates: z.array(Reader),
  /** People with a right to cases whose key is not known until they unlock for the first time. */
  withoutKey: z.array(z.string()),
  /** Whether a recovery kit exists that can open the case should every reader lose their passphrase. */
  recoverable: z.boolean(),
});
export type CaseAccess = z.infer<typeof CaseAccess>;

const ofDossier = z.strictObject({ dossierId: DossierId });
const changeCodes = [...vaultCodes, ...caseCodes] as const;

export const access = {
  /** What people declared about their ties to the case, latest first. */
  declarations: channel({
    request: ofDossier,
    response: z.object({ declarations: z.array(Declaration) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /**
   * Declares for oneself whether one has ties to the case. Having some shuts the case to the person at once and for
   * good: they cannot take it back themselves. It needs 20 characters of what the ties are.
   */
  declare: channel({
    request: ofDossier.extend({ hasConflict: z.boolean(), note: text(textLimits.note) }),
    response: z.object({ declaration: Declaration }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Who reads the case, and who else could. */
  readers: channel({
    request: ofDossier,
    response: CaseAccess,
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Closes the case for everybody but the person at the keyboard and those named. Re-authenticated. */
  restrict: channel({
    request: ofDossier.extend({ readers: z.array(PersonId).max(64), passphrase: Passphrase }),
    response: CaseAccess,
    errors: [...changeCodes, "unknown-person", "case-restricted"],
  }),

  /** Gives the case back to the whole office. Re-authenticated. */
  open: channel({
    request: ofDossier.extend({ passphrase: Passphrase }),
    response: CaseAccess,
    errors: [...changeCodes, "case-not-restricted"],
  }),

  /** Names one more reader. Re-authenticated. */
  grant: channel({
    request: ofDossier.extend({ personId: PersonId, passphrase: Passphrase }),
    response: CaseAccess,
    errors: [...changeCodes, "unknown-person", "case-not-restricted"],
  }),

  /** Takes a reader's name off: the case gets a new key. Withdrawing oneself answers null. Re-authenticated. */
  withdraw: channel({
    request: ofDossier.extend({ personId: PersonId, passphrase: Passphrase }),
    response: CaseAccess.nullable(),
    errors: [...changeCodes, "unknown-person", "last-reader", "case-not-restricted"],
  }),
} as const;
