import { type RawEntry, rawEntry } from "./raw-entry.ts";

const tagLine = /^([A-Z][A-Z0-9])\s{1,2}- ?(.*)$/u;

/** Whether a text looks like RIS. */
export function isRis(text: string): boolean {
  return /^\s*(?:\uFEFF)?TY\s{1,2}- ?\S/mu.test(text.slice(0, 4_000));
}

type Tags = ReadonlyMap<string, readonly string[]>;

/** Reads the records of a RIS file: from TY to ER, or to the next TY where the ER was forgotten. */
export function readRis(text: string): RawEntry[] {
  const entries: RawEntry[] = [];
  let tags = new Map<string, string[]>();
  let begin = 0;
  let last: string[] | undefined;
  const finish = (): void => {
    if (tags.size > 0) entries.push(toEntry(begin, tags));
    tags = new Map();
    last = undefined;
  };
  text.split(/\r\n|[\n\r]/u).forEach((one, at) => {
    const found = tagLine.exec(one.replace(/^\uFEFF/u, ""));
    if (found === null) {
      // A line without a tag goes on with the one before it.
      if (last !== undefined && one.trim() !== "") last.push(`${last.pop() ?? ""} ${one.trim()}`);
      return;
    }
    const [, tag = "", value = ""] = found;
    if (tag === "TY") {
      finish();
      begin = at + 1;
    }
    if (tag === "ER") {
      finish();
      return;
    }
    last = tags.get(tag) ?? [];
    last.push(value.trim());
    tags.set(tag, last);
  });
  finish();
  return entries;
}

function toEntry(line: number, tags: Tags): RawEntry {
  const first = (...names: string[]): string =>
    names.flatMap((name) => tags.get(name) ?? []).find((value) => value !== "") ?? "";
  const all = (...names: string[]): string => names.flatMap((name) => tags.get(name) ?? []).join("; ");
  const [year = "", month = "", day = ""] = first("DA", "PY", "Y1").split("/");
  return rawEntry(line, first("TY") === "PAT" ? "patent" : "publication", {
    title: first("TI", "T1", "CT", "BT"),
    people: all("AU", "A1", "A2"),
    organisation: first("JO", "T2", "JF", "JA", "PB"),
    number: first("DO", "M1", "SN"),
    from: [year, month, day].filter((part) => part.trim() !== "").join("-"),
  });
}
