import { z } from "zod";
import { TrailNotice } from "../../domain/audit.ts";
import { PersonId } from "../../domain/ids.ts";
import { PassphraseRating } from "../../domain/passphrase.ts";
import { PersonRole, Right } from "../../domain/people.ts";
import { line, textLimits } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";
import { KeyFileWanted, Passphrase } from "./passphrase.ts";

/** A vault this machine has met; the page knows it by id, never by path. */
export const KnownVault = z.object({
  vaultId: z.string(),
  /** Last part of the folder's path, to tell vaults apart. */
  folderName: z.string(),
  lastOpenedAt: Instant.nullable(),
  /** When the last verified backup was made, as this machine remembers it; null before the first. */
  lastBackupAt: Instant.nullable(),
  /** False when the folder or the disk it is on has gone away. */
  present: z.boolean(),
  /** Estimated time of the key derivation on this machine, in milliseconds. */
  kdfEstimateMs: z.number().nonnegative().nullable(),
});
export type KnownVault = z.infer<typeof KnownVault>;

export const VaultStatus = z.object({
  state: z.enum(["locked", "open"]),
  vaults: z.array(KnownVault),
  openVaultId: z.string().nullable(),
  /** Who is working, as entered at creation; null while locked. */
  personName: z.string().nullable(),
  officeName: z.string().nullable(),
  personId: PersonId.nullable(),
  /** What the person may do, for the page to hide the rest; the services are the wall. Empty while locked. */
  roles: z.array(PersonRole),
  rights: z.array(Right),
  /** What the unlocking found about the trail, until somebody has checked it; null while locked. */
  trailNotice: TrailNotice.nullable(),
});
export type VaultStatus = z.infer<typeof VaultStatus>;

export const vault = {
  /** Tells whether a vault is open and which vaults this machine knows. */
  status: channel({ request: z.strictObject({}), response: VaultStatus, errors: [] }),

  /** Makes a new vault and leaves it open. `choose` asks for an empty folder through a dialog of the host. */
  create: channel({
    request: z.strictObject({
      place: z.enum(["default", "choose"]),
      personName: line(textLimits.name).min(1),
      officeName: line(textLimits.name),
      passphrase: Passphrase,
      keyFile: KeyFileWanted,
    }),
    response: VaultStatus,
    errors: [...vaultCodes, "file-unreadable"],
  }),

  /** Asks for a folder that holds a vault and adds it to the known ones; does not open it. */
  find: channel({
    request: z.strictObject({}),
    response: z.object({ vaultId: z.string() }),
    errors: vaultCodes,
  }),

  /** Opens a known vault, with the key file that a dialog of the host asks for when one is wanted. Whoever has been shut out, or whose key nobody finished, gets `unknown-person`. */
  unlock: channel({
    request: z.strictObject({ vaultId: z.string().max(64), passphrase: Passphrase, keyFile: KeyFileWanted }),
    response: VaultStatus,
    errors: [...vaultCodes, "unknown-person", "file-unreadable"],
  }),

  /** Writes a new key file to where a dialog of the host says; works while locked. It opens nothing until it is used. */
  makeKeyFile: channel({ request: z.strictObject({}), response: z.object({}), errors: vaultCodes }),

  /** Closes the vault and wipes its keys. Locking what is locked is no error. */
  lock: channel({ request: z.strictObject({}), response: z.object({}), errors: [] }),

  /**
   * How hard a passphrase is to guess; works while locked. `hints` are names the guesser knows too, as just typed. The
   * passphrase goes no further than the estimate.
   */
  ratePassphrase: channel({
    request: z.strictObject({ passphrase: Passphrase, hints: z.array(line(textLimits.name)).max(8) }),
    response: PassphraseRating,
    errors: [],
  }),

  /** Wraps the vault key anew; the data stays as it is. */
  changePassphrase: channel({
    request: z.strictObject({ current: Passphrase, next: Passphrase }),
    response: z.object({}),
    errors: vaultCodes,
  }),
} as const;
