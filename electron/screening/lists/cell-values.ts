import { scriptOf } from "../names/scripts.ts";
import type { EntryType, ListedName } from "./list-entry.ts";

/** What some lists print for an empty cell. */
const emptyMarks = new Set(["-0-", "-", "－", "―", "—", "n/a", "na", "none", "null", "なし", "該当なし"]);
const longestEmptyMark = 4;

/** A cell's text without the space around it and without marks for "nothing"; line breaks become LF. */
export function cellText(cell: string | undefined): string {
  if (cell === undefined || cell === "") return "";
  const text = cell.replace(/\r\n?/g, "\n").trim();
  return text.length <= longestEmptyMark && emptyMarks.has(text.toLowerCase()) ? "" : text;
}

/** The values of a cell that holds several: cut at line breaks and at each of the separator characters. No duplicates. */
export function cellValues(cell: string | undefined, separators: string): readonly string[] {
  const text = cellText(cell);
  if (text === "") return [];
  const cuts = ["\n", ...separators].filter((separator) => text.includes(separator));
  if (cuts.length === 0) return [text];
  const values = cuts.reduce<readonly string[]>((parts, cut) => parts.flatMap((part) => part.split(cut)), [text]);
  return [...new Set(values.map(cellText))].filter((value) => value !== "");
}

const personWords = /^(?:person|individual|people|natural person|human|人|個人|自然人|人物)s?$/;
const organisationWords =
  /^(?:organi[sz]ation|entity|entitie|company|companie|legal ?entity|business|institution|university|public ?body|団体|法人|企業|組織|会社|機関|法人等|大学|企業・組織)s?$/;

/** The type a cell names. `unknown` for an empty cell or a word that is neither. */
export function entryType(cell: string | undefined): EntryType {
  const word = cellText(cell).normalize("NFKC").toLowerCase();
  if (personWords.test(word)) return "person";
  return organisationWords.test(word) ? "organisation" : "unknown";
}

/** Whether a spreadsheet would take the text for a formula. It is kept as text; numbers and single signs are no formula. */
export function looksLikeFormula(text: string): boolean {
  return /^[=@+-]\s*[\p{L}(=@"']/u.test(text);
}

/** Characters that a vendor or a body defines for itself (gaiji): they say nothing outside the list. */
export function hasPrivateUse(text: string): boolean {
  return /\p{Co}/u.test(text);
}

/** The sign that stands where a character was lost before the file reached us. */
export function hasReplacementCharacter(text: string): boolean {
  return text.includes("\ufffd");
}

/** Whether a text can be searched for at all: it has a letter or a digit. */
export function isUsableName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/**
 * The names of an entry in order, without duplicates. A name in another script than a Latin first name is its original
 * script.
 */
export function listedNames(primary: string, aliases: readonly string[]): ListedName[] {
  const primaryScript = scriptOf(primary);
  const others = [...new Set(aliases)].filter((alias) => alias !== primary && isUsableName(alias));
  return [
    { text: primary, kind: "primary", script: primaryScript },
    ...others.map((text): ListedName => {
      const script = scriptOf(text);
      const original = primaryScript === "latin" && script !== "latin" && script !== "none";
      return { text, kind: original ? "original-script" : "alias", script };
    }),
  ];
}
