import { z } from "zod";
import { ListLayout } from "../../../shared/domain/screening.ts";
import { textEncodings } from "../../parsing/text-decoding.ts";
import { scripts } from "../names/scripts.ts";
import { refusalCodes, warningCodes } from "./list-codes.ts";
import { listLimits } from "./list-limits.ts";

const value = z.string().min(1).max(listLimits.cellUnits);
const values = z.array(value).max(listLimits.valuesPerField);

/** Types of weapons of mass destruction a METI entry is listed for: nuclear, chemical, biological, missile. */
export const WmdKind = z.enum(["N", "C", "B", "M"]);
export type WmdKind = z.infer<typeof WmdKind>;

/** One name of a listed entry, as printed. `original-script` is the name in its own script beside a Latin one. */
export const ListedName = z.strictObject({
  text: z.string().min(1).max(listLimits.nameUnits),
  kind: z.enum(["primary", "alias", "original-script"]),
  script: z.enum(scripts),
});
export type ListedName = z.infer<typeof ListedName>;

/** `unknown`: the list does not say, so that the entry is searched for persons and organisations alike. */
export const EntryType = z.enum(["person", "organisation", "unknown"]);
export type EntryType = z.infer<typeof EntryType>;

/** One entry of a list, whatever file it came from. Texts are kept as printed. */
export const ListEntry = z.strictObject({
  /** Made from name and country, so that it stays the same from edition to edition; unique within one edition. */
  entryKey: z.string().regex(/^[0-9a-f]{32}(-\d+)?$/),
  type: EntryType,
  names: z.array(ListedName).min(1).max(listLimits.namesPerEntry),
  countries: values,
  identifiers: values,
  birthDates: values,
  programmes: values,
  wmd: z.array(WmdKind),
  conventional: z.boolean(),
  remarks: z.string().max(listLimits.cellUnits),
  sourceId: z.string().max(listLimits.cellUnits).nullable(),
  /** The number the list itself gives the row, else its position from 1. Shifts between editions; never a key. */
  rowNumber: z.int().positive(),
});
export type ListEntry = z.infer<typeof ListEntry>;

/** A refusal or warning; `line` counts the lines of the file from 1, null where it concerns the whole file. */
const note = <C extends readonly [string, ...string[]]>(codes: C) =>
  z.strictObject({ line: z.int().positive().nullable(), code: z.enum(codes) });
const Refusal = note(refusalCodes);
const Warning = note(warningCodes);

/** What an import did with a file. The lists of notes are cut at `notesPerReport`; the totals count all. */
export const ImportReport = z.strictObject({
  encoding: z.enum(textEncodings),
  delimiter: z.enum([",", "\t", ";"]),
  layout: ListLayout,
  /** Data rows read, without header, blank rows and page furniture. */
  rows: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  refused: z.array(Refusal),
  refusedTotal: z.int().nonnegative(),
  warnings: z.array(Warning),
  warningsTotal: z.int().nonnegative(),
  sizeBytes: z.int().nonnegative(),
  sourceSha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ImportReport = z.infer<typeof ImportReport>;
export type Delimiter = ImportReport["delimiter"];
