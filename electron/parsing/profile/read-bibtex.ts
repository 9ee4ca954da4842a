import { type Entry, parse } from "@retorquere/bibtex-parser";
import { createLineCounter, type RawEntry, type RefusedRecord, rawEntry } from "./raw-entry.ts";

/** Whether a text looks like BibTeX. */
export function isBibtex(text: string): boolean {
  return /^\s*@[A-Za-z]+\s*[{(]/mu.test(text.slice(0, 20_000));
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Reads a BibTeX file. Titles keep their capitals; a record that is broken is named by its line and the rest goes on. */
export function readBibtex(text: string): { entries: RawEntry[]; refused: RefusedRecord[] } {
  const library = parse(text, { sentenceCase: false, english: false, unsupported: "ignore", raw: false });
  const lineOf = createLineCounter(text);
  let from = 0;
  const entries = library.entries.map((entry) => {
    const at = text.indexOf(entry.input, from);
    if (at >= 0) from = at;
    return toEntry(lineOf(from), entry);
  });
  const refused = library.errors.map(({ input = "" }) => {
    const at = Math.max(0, text.indexOf(input.trim().slice(0, 200)));
    return { line: createLineCounter(text)(at), shown: input.trim().slice(0, 120).replace(/\s+/gu, " ") };
  });
  return { entries, refused };
}

function toEntry(line: number, { type, fields }: Entry): RawEntry {
  const of = (...names: string[]): string => {
    for (const name of names) {
      const value: unknown = Reflect.get(fields, name);
      if (typeof value === "string" && value !== "") return plain(value);
      if (Array.isArray(value) && value.length > 0)
        return plain(value.filter((one) => typeof one === "string").join(", "));
    }
    return "";
  };
  const people = [...(fields.author ?? []), ...(fields.author === undefined ? (fields.editor ?? []) : [])].map(
    ({ name, firstName, prefix, lastName }) =>
      name ?? [lastName && [prefix, lastName].filter(Boolean).join(" "), firstName].filter(Boolean).join(", "),
  );
  return rawEntry(line, type === "patent" ? "patent" : "publication", {
    title: of("title"),
    people: plain(people.join("; ")),
    organisation: of("journaltitle", "journal", "booktitle", "publisher", "school", "institution"),
    number: of("doi", "number", "isbn"),
    from: of("date") || dateOf(of("year"), of("month")),
  });
}

function dateOf(year: string, month: string): string {
  const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const number = named > 0 ? named : Number(month);
  return /^\d{4}$/u.test(year) && number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, "0")}` : year;
}

/** Without the marks the parser leaves for italics and the like. */
function plain(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,40}>/giu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
