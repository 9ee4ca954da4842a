import { CsvError, parse } from "csv-parse/sync";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { ParserContext } from "../serve-parser.ts";
import { decodeText } from "../text-decoding.ts";
import { type Json, jsonOf } from "./json-value.ts";
import type { ProfileStop, RawEntry, ReadProfile, RefusedRecord } from "./raw-entry.ts";
import { isBibtex, readBibtex } from "./read-bibtex.ts";
import { isOrcid, orcidOf, readOrcid } from "./read-orcid.ts";
import { isResearchmapLines, readResearchmapLines } from "./read-researchmap.ts";
import { isRis, readRis } from "./read-ris.ts";

/** Columns of a table beyond which it is something else. */
const mostColumns = 256;

/** Longest text kept of one cell, in UTF-16 units; longer ones are cut and told of when the line becomes an entry. */
const longestCell = 5_000;

/** Reads a file of posts, studies or publications, whatever it is of the kinds we know; told by its content, never its name. */
export function parseProfile(
  { bytes }: { readonly bytes: Uint8Array },
  context: Pick<ParserContext, "countRows">,
): Result<ReadProfile, ProfileStop> {
  const decoded = decodeText(bytes);
  if (!decoded.ok)
    return err(
      decoded.error === "encoding-unknown" ? { code: "encoding-unknown" } : { code: "wrong-kind", kind: decoded.error },
    );
  const { text } = decoded.value;
  if (text.trim() === "") return err({ code: "empty" });
  const read = readText(text);
  if (!read.ok) return read;
  const { entries, rows, refused } = read.value;
  context.countRows(entries.length + rows.length + refused.length);
  return entries.length + rows.length + refused.length === 0 ? err({ code: "empty" }) : read;
}

function readText(text: string): Result<ReadProfile, ProfileStop> {
  if (isRis(text)) return ok(named("ris", readRis(text)));
  if (isResearchmapLines(text)) {
    const { entries, refused } = readResearchmapLines(text);
    return ok(named("researchmap", entries, refused));
  }
  if (/^[\s\uFEFF]*[{[]/u.test(text)) return readJson(text);
  // ORCID gives its records as XML too; they are read as JSON alone, and the person is told which to fetch.
  if (/^[\s\uFEFF]*<(?:\?xml|[a-z]+:record)\b/u.test(text)) return err({ code: "wrong-kind", kind: "xml" });
  if (isBibtex(text)) {
    const { entries, refused } = readBibtex(text);
    return ok(named("bibtex", entries, refused));
  }
  return readTable(text);
}

function readJson(text: string): Result<ReadProfile, ProfileStop> {
  const value: Json | undefined = jsonOf(text.replace(/^\uFEFF/u, ""));
  if (value === undefined) return err({ code: "broken", line: 1 });
  if (!isOrcid(value)) return err({ code: "format-unknown" });
  return ok({ ...named("orcid", readOrcid(value)), orcid: orcidOf(value) });
}

function named(
  format: ReadProfile["format"],
  entries: readonly RawEntry[],
  refused: readonly RefusedRecord[] = [],
): ReadProfile {
  return { format, entries, refused, rows: [], orcid: null };
}

function readTable(text: string): Result<ReadProfile, ProfileStop> {
  const [head = ""] = text.replace(/^\uFEFF/u, "").split(/\r?\n/u, 1);
  const delimiter = [",", "\t", ";"].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ",";
  try {
    // Safe: with `info` the library answers each record beside where it ended.
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    let end = 0;
    const rows = records.map(({ record, info }) => {
      const line = end + 1;
      end = info.lines;
      return { line, cells: record.map((cell) => cell.slice(0, longestCell)) };
    });
    // An export of researchmap names the kind of achievement alone on its first line.
    const isTitled = rows.length > 1 && (rows[0]?.cells.length ?? 0) === 1;
    const table = isTitled ? rows.slice(1) : rows;
    if ((table[0]?.cells.length ?? 0) < 2) return err({ code: "format-unknown" });
    if (table.some(({ cells }) => cells.length > mostColumns)) return err({ code: "format-unknown" });
    const isResearchmap = table[0]?.cells.some((cell) => cell.includes("アクション名")) === true;
    return ok({ format: isResearchmap ? "researchmap" : "csv", entries: [], refused: [], rows: table, orcid: null });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    return err({ code: "broken", line: Number(Reflect.get(thrown, "lines") ?? 1) || 1 });
  }
}
