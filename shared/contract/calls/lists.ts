import { z } from "zod";
import { EditionId, ImportId, Sha256 } from "../../domain/ids.ts";
import {
  DifferenceCounts,
  DifferenceLine,
  DifferencePart,
  EntryField,
  EntryLine,
  entryWindow,
  ListProfile,
  ListSide,
  PackLook,
  PackSigner,
} from "../../domain/list-editions.ts";
import { ColumnMapping, Edition, ImportTrial, ListLayout } from "../../domain/screening.ts";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";
import { LocaleId } from "./app.ts";
import { Passphrase } from "./passphrase.ts";

/** A text to look for; nothing finds everything. UTF-16 units. */
const sought = z.string().max(200);
const limit = z.int().min(1).max(entryWindow);
const sides = { before: EditionId, after: ListSide };

/** Looking into list editions, comparing them, and which of them are in use. */
export const lists = {
  /** Entries of an edition that hold every word sought; `after` is 0 at first and then what `next` said. */
  entries: channel({
    request: z.strictObject({ side: ListSide, text: sought, after: z.int().nonnegative(), limit }),
    response: z.object({ lines: z.array(EntryLine), next: z.int().nullable() }),
    errors: ["vault-locked", "unknown-edition"],
  }),

  /** One entry whole. */
  entry: channel({
    request: z.strictObject({ side: ListSide, content: z.int().positive() }),
    response: z.object({ line: EntryLine, fields: z.array(EntryField) }),
    errors: ["vault-locked", "unknown-edition"],
  }),

  /** How two editions differ, in numbers; the later one may be an import that is not kept yet. */
  compare: channel({
    request: z.strictObject(sides),
    response: DifferenceCounts,
    errors: ["vault-locked", "unknown-edition"],
  }),

  /** A window of one part of a difference; `from` is 0 at first and then what `next` said. */
  difference: channel({
    request: z.strictObject({ ...sides, part: DifferencePart, text: sought, from: z.int().nonnegative(), limit }),
    response: z.object({ lines: z.array(DifferenceLine), next: z.int().nullable() }),
    errors: ["vault-locked", "unknown-edition"],
  }),

  /** Writes a difference as CSV to where the person says. */
  saveDifference: channel({
    request: z.strictObject({ ...sides, locale: LocaleId }),
    response: z.object({ fileName: z.string(), lines: z.int().nonnegative() }),
    errors: [...vaultCodes, "unknown-edition"],
  }),

  /** How the columns of files are read, by name; `fitting` names those made for a file with the header of this import. */
  profiles: channel({
    request: z.strictObject({ importId: ImportId.nullable() }),
    response: z.object({ profiles: z.array(ListProfile), fitting: z.array(z.string()) }),
    errors: ["vault-locked"],
  }),
  keepProfile: channel({
    request: z.strictObject({
      importId: ImportId,
      name: ListProfile.shape.name,
      layout: ListLayout,
      mapping: ColumnMapping,
    }),
    response: ListProfile,
    errors: ["vault-locked", "unknown-import"],
  }),
  dropProfile: channel({
    request: z.strictObject({ name: ListProfile.shape.name }),
    response: z.object({}),
    errors: ["vault-locked"],
  }),

  /** Writes editions into one signed file. */
  writePack: channel({
    request: z.strictObject({ editionIds: z.array(EditionId).min(1).max(100), passphrase: Passphrase }),
    response: z.object({ fileName: z.string(), fingerprint: z.string() }),
    errors: [...vaultCodes, "unknown-edition", "identity-missing"],
  }),
  /** Asks for a pack and checks it; nothing is kept yet. */
  openPack: channel({
    request: z.strictObject({}),
    response: PackLook,
    errors: ["vault-locked", "cancelled", "file-unreadable", "pack-refused"],
  }),
  /** Takes packs of the signer of this pack from now on. */
  acceptSigner: channel({
    request: z.strictObject({ packId: ImportId, passphrase: Passphrase }),
    response: PackSigner,
    errors: [...vaultCodes, "unknown-import"],
  }),
  signers: channel({
    request: z.strictObject({}),
    response: z.object({ signers: z.array(PackSigner) }),
    errors: ["vault-locked"],
  }),
  forgetSigner: channel({
    request: z.strictObject({ fingerprint: Sha256 }),
    response: z.object({}),
    errors: ["vault-locked"],
  }),
  /** Reads one edition of the pack and compares it with what is here; `screening.finishImport` keeps it as it was signed. */
  tryPacked: channel({
    request: z.strictObject({ packId: ImportId, at: z.int().nonnegative().max(99) }),
    response: z.object({ importId: ImportId, trial: ImportTrial }),
    errors: ["vault-locked", "unknown-import", "signer-not-accepted", "pack-refused", "cancelled"],
  }),

  /** Makes a kept edition the one new screenings use. */
  makeCurrent: channel({
    request: z.strictObject({ editionId: EditionId }),
    response: Edition,
    errors: ["vault-locked", "unknown-edition"],
  }),

  /** Takes an edition out of use; it is kept. */
  setAside: channel({
    request: z.strictObject({ editionId: EditionId }),
    response: Edition,
    errors: ["vault-locked", "unknown-edition"],
  }),
} as const;
