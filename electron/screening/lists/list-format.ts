import { z } from "zod";
import { type ColumnMapping, ListLayout } from "../../../shared/domain/screening.ts";
import { textEncodings } from "../../parsing/text-decoding.ts";
import { CsvProfile } from "./csv-list.ts";
import { MetiPolicy, metiPolicy } from "./meti-list.ts";

/** Layouts that are read without a mapping and without a figure to be confirmed. */
export const KnownLayout = ListLayout.exclude(["csv", "meti-6", "meti-5", "meti-text", "meti-tokutei"]);
export type KnownLayout = z.infer<typeof KnownLayout>;

const encoding = z.enum(textEncodings).nullable();

/** How the files of a list are to be read. */
export const ListFormat = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("csv"), profile: CsvProfile }),
  z.strictObject({ kind: z.literal("meti"), policy: MetiPolicy }),
  z.strictObject({
    kind: z.literal("printed"),
    layout: z.enum(["meti-text", "meti-tokutei"]),
    /** The figure the authority announced; null lets the rows in with a warning that nobody has confirmed their number. */
    announcedRows: z.int().positive().nullable(),
    encoding,
  }),
  z.strictObject({ kind: z.literal("known"), layout: KnownLayout, encoding }),
]);
export type ListFormat = z.infer<typeof ListFormat>;

/** What a person chose for a file beside its layout. */
export interface FormatChoices {
  readonly mapping: ColumnMapping;
  readonly hasHeader: boolean;
  /** The figure the authority announced, where it was typed. */
  readonly announcedRows: number | null;
}

/** Which way of reading a layout stands for. */
export function kindOfLayout(layout: ListLayout): ListFormat["kind"] {
  if (layout === "csv") return "csv";
  if (layout === "meti-6" || layout === "meti-5") return "meti";
  return layout === "meti-text" || layout === "meti-tokutei" ? "printed" : "known";
}

/** The way of reading that a layout stands for. */
export function formatOf(layout: ListLayout, { mapping, hasHeader, announcedRows }: FormatChoices): ListFormat {
  if (layout === "csv") return { kind: "csv", profile: { mapping, hasHeader, delimiter: null, encoding: null } };
  if (layout === "meti-6" || layout === "meti-5")
    return { kind: "meti", policy: { ...metiPolicy, layout, announcedRows } };
  if (layout === "meti-text" || layout === "meti-tokutei")
    return { kind: "printed", layout, announcedRows, encoding: null };
  return { kind: "known", layout, encoding: null };
}
