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

/**
 * What a name is to its entry. `original-script` is the name in its own script beside a Latin one, `weak-alias` one that
 * the list itself calls weak or of low quality, `former` a name no longer borne.
 */
export const NameKind = z.enum(["primary", "alias", "original-script", "weak-alias", "former"]);
export type NameKind = z.infer<typeof NameKind>;

/** One name of a listed entry, as printed. */
export const ListedName = z.strictObject({
  text: z.string().min(1).max(listLimits.nameUnits),
  kind: NameKind,
  script: z.enum(scripts),
});
export type ListedName = z.infer<typeof ListedName>;

/** `unknown`: the list does not say, so that the entry is searched for persons and organisations alike. */
export const EntryType = z.enum(["person", "organisation", "unknown"]);
export type EntryType = z.infer<typeof EntryType>;

/** An identifier with what it is: a passport, a tax number, a call sign, in the list's own words. */
export const ListedId = z.strictObject({ scheme: value, value });
export type ListedId = z.infer<typeof ListedId>;

const year = z.int().min(1800).max(2199);

/**
 * One entry of a list, whatever file it came from. Texts are kept as printed. What is optional was added later: an entry
 * stored before lacks it, and it is left out where a list says nothing.
 */
export const ListEntry = z.strictObject({
  /**
   * Unique within one edition and the same from edition to edition: made from the list's own stable number where it has
   * one, else from name and country.
   */
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
  /** Years of birth a list gives or spans, oldest first. */
  birthYears: z.array(year).max(listLimits.valuesPerField).optional(),
  birthPlaces: values.optional(),
  /** Nationalities and citizenships; `countries` holds them and the countries of addresses and registers. */
  nationalities: values.optional(),
  addresses: values.optional(),
  /** What `identifiers` holds, with the scheme of each. */
  ids: z.array(ListedId).max(listLimits.valuesPerField).optional(),
  /** Posts, titles, designations. */
  positions: values.optional(),
  /** The day the listing took effect or was made, as far as the list gives one. */
  effectiveDay: z.iso.date().optional(),
});
export type ListEntry = z.infer<typeof ListEntry>;

/** A refusal or warning; `line` counts the lines of the file from 1, null where it concerns the whole file. */
const note = <C extends readonly [string, ...string[]]>(codes: C) =>
  z.strictObject({
    line: z.int().positive().nullable(),
    code: z.enum(codes),
    /** Which of several files chosen together, from 1. */
    file: z.int().positive().optional(),
  });
const Refusal = note(refusalCodes);
const Warning = note(warningCodes);

/**
 * What an import did with a file: `rows` = `accepted` + `merged` + `passed` + `refusedTotal`. The lists of notes are cut at `notesPerReport`; the totals count all. */
export const ImportReport = z.strictObject({
  encoding: z.enum(textEncodings),
  /** Null for what is no delimited text. */
  delimiter: z.enum([",", "\t", ";"]).nullable(),
  layout: ListLayout,
  /** Data rows read, without header, blank rows and page furniture. */
  rows: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  /** Rows that were joined to an entry of another row: aliases, addresses, further names. */
  merged: z.int().nonnegative(),
  /** Records that are no party and are meant for other uses: sanctions, relations, addresses of a data model. */
  passed: z.int().nonnegative(),
  /** The day the file itself says it was made or last changed. */
  statedDay: z.iso.date().nullable(),
  refused: z.array(Refusal),
  refusedTotal: z.int().nonnegative(),
  warnings: z.array(Warning),
  warningsTotal: z.int().nonnegative(),
  sizeBytes: z.int().nonnegative(),
  sourceSha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ImportReport = z.infer<typeof ImportReport>;
export type Delimiter = NonNullable<ImportReport["delimiter"]>;
