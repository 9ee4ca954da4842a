import { z } from "zod";
import { PersonId } from "../../domain/ids.ts";
import { PersonInput, PersonView } from "../../domain/people.ts";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";
import { KeyFileWanted, Passphrase } from "./passphrase.ts";

export const people = {
  /** Everybody of this vault, those shut out too, in the order in which they came. Open to all who can unlock it. */
  list: channel({
    request: z.strictObject({}),
    response: z.object({ people: z.array(PersonView) }),
    errors: ["vault-locked"],
  }),

  /**
   * Lets one more person in. The administrator gives their own passphrase, the new person types theirs and
   * chooses their key file if they want one.
   */
  add: channel({
    request: z.strictObject({
      person: PersonInput,
      newPassphrase: Passphrase,
      passphrase: Passphrase,
      keyFile: KeyFileWanted,
    }),
    response: PersonView,
    errors: [...vaultCodes, "vault-full-of-people", "file-unreadable"],
  }),

  /** Finishes the key of a person who was added without one because the machine stopped on the way. */
  giveKey: channel({
    request: z.strictObject({
      personId: PersonId,
      newPassphrase: Passphrase,
      passphrase: Passphrase,
      keyFile: KeyFileWanted,
    }),
    response: PersonView,
    errors: [...vaultCodes, "unknown-person", "vault-full-of-people", "file-unreadable"],
  }),

  /** Changes name, unit and roles. One administrator always remains. */
  change: channel({
    request: z.strictObject({ personId: PersonId, person: PersonInput, passphrase: Passphrase }),
    response: PersonView,
    errors: [...vaultCodes, "unknown-person", "last-administrator"],
  }),

  /** Shuts a person out for good: their key opens nothing from then on. The record of them stays. */
  revoke: channel({
    request: z.strictObject({ personId: PersonId, passphrase: Passphrase }),
    response: PersonView,
    errors: [...vaultCodes, "unknown-person", "last-administrator", "last-reader"],
  }),
} as const;
