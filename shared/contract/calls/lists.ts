import { z } from "zod";
import { EditionId } from "../../domain/ids.ts";
import {
  DifferenceCounts,
  DifferenceLine,
  DifferencePart,
  EntryField,
  EntryLine,
  entryWindow,
  ListSide,
} from "../../domain/list-editions.ts";
import { Edition } from "../../domain/screening.ts";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";
import { LocaleId } from "./app.ts";

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
    errors: [...vaultCodes, "unknown-edition", "cancelled"],
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
