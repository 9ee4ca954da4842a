import type { WmdKind } from "./list-entry.ts";

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const latin = /\p{Script=Latin}/u;
const bullet = /^\s*[・･•●]\s*/;

/** Joins the lines that one text was wrapped into: no space between East Asian characters or after a hyphen. */
export function joinWrapped(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .reduce((text, line) => {
      if (text === "") return line;
      const tight = /-$/.test(text) || (eastAsian.test(text.slice(-1)) && eastAsian.test(line.slice(0, 1)));
      return `${text}${tight ? "" : " "}${line}`;
    }, "");
}

/** Aliases of one cell: each begins with a bullet, and a line without one continues the alias before it. */
export function metiAliases(cell: string): readonly string[] {
  const aliases: string[][] = [];
  for (const line of cell.split("\n")) {
    const current = aliases.at(-1);
    if (bullet.test(line) || current === undefined) aliases.push([line.replace(bullet, "")]);
    else current.push(line);
  }
  return aliases.map(joinWrapped).filter((alias) => alias !== "");
}

/** A printed name and, from brackets at its end, the same name in Japanese, Chinese or Korean characters. */
export interface BracketedName {
  readonly name: string;
  readonly original: string | null;
}

/**
 * Takes a trailing bracket apart from a Latin name when it holds East Asian characters. Brackets inside a name, and
 * brackets after an East Asian name, are part of the name.
 */
export function splitBracketedName(text: string): BracketedName {
  const open = trailingBracketStart(text);
  if (open === undefined) return { name: text, original: null };
  const inside = text.slice(open + 1, -1).trim();
  const outside = text.slice(0, open).trim();
  if (!eastAsian.test(inside) || !latin.test(outside) || eastAsian.test(outside)) return { name: text, original: null };
  return { name: outside, original: inside };
}

/** Where the bracket opens that closes at the very end, if it is balanced. */
function trailingBracketStart(text: string): number | undefined {
  if (!/[)）]$/.test(text)) return undefined;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    if (sign === ")" || sign === "）") depth += 1;
    if (sign === "(" || sign === "（") depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** A country cell holds the Japanese name above or before the English one; answers the ones that are there. */
export function metiCountries(cell: string): string[] {
  const lines = cell.split("\n").flatMap((line) => {
    const [, japanese = "", english = ""] = /^([^A-Za-z]*?)[\s/／]*([A-Za-z].*)?$/.exec(line.trim()) ?? [];
    return [japanese, english];
  });
  const japanese = joinWrapped(lines.filter((line) => !latin.test(line)));
  const english = joinWrapped(lines.filter((line) => latin.test(line)));
  return [japanese, english].filter((name) => name !== "");
}

const wmdWords: readonly (readonly [WmdKind, RegExp])[] = [
  ["N", /核|nuclear|\bn\b/g],
  ["C", /化学|chemical|\bc\b/g],
  ["B", /生物|biological|\bb\b/g],
  ["M", /ミサイル|missiles?|\bm\b/g],
];

/** Types of weapons named in a cell, in words or letters, in the fixed order N, C, B, M. `clear` is false if more stands there. */
export function metiWmd(cell: string): { readonly kinds: WmdKind[]; readonly clear: boolean } {
  let rest = cell.normalize("NFKC").toLowerCase();
  const kinds: WmdKind[] = [];
  for (const [kind, words] of wmdWords) {
    const without = rest.replace(words, " ");
    if (without !== rest) kinds.push(kind);
    rest = without;
  }
  return { kinds, clear: !/[\p{L}\p{N}]/u.test(rest.replace(/兵器|weapons?/g, "")) };
}
