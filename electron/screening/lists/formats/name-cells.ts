import { cellText, cellValues } from "../cell-values.ts";
import type { NamePart } from "../entry-parts.ts";
import type { NameKind } from "../list-entry.ts";

const latin = /\p{Script=Latin}/u;
const otherScript =
  /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Devanagari}\p{Script=Bengali}]/u;

/**
 * The names in one printed name: a bracket whose text is in another script than what stands before it holds the same name in
 * that script, and is a name of its own. Other brackets belong to the name.
 */
function withOtherScripts(text: string): readonly string[] {
  const inside: string[] = [];
  const outside = text.replace(/\s*[(（]([^()（）]+)[)）]/g, (whole, part: string) => {
    if (!otherScript.test(part) || latin.test(part) || !latin.test(text.replace(whole, ""))) return whole;
    inside.push(...part.split(/[;；,、/]/).map((name) => name.trim()));
    return "";
  });
  return [outside.trim(), ...inside].filter((name) => name !== "");
}

/** Names of one kind in a cell that holds several, each with its forms in other scripts. */
export function namesIn(cell: string, separators: string, kind: NameKind): NamePart[] {
  return cellValues(cell, separators).flatMap((text) => withOtherScripts(text).map((name) => ({ text: name, kind })));
}

/** The one name of a cell with its forms in other scripts. */
export function primaryName(cell: string): NamePart[] {
  const [first = "", ...others] = withOtherScripts(cellText(cell));
  return [{ text: first, kind: "primary" }, ...others.map((text): NamePart => ({ text, kind: "original-script" }))];
}

/** Several parts of a name as one, in the order given. */
export function joinedName(...parts: readonly string[]): string {
  return parts
    .map(cellText)
    .filter((part) => part !== "")
    .join(" ");
}

/**
 * The values of a cell that numbers or letters them: "(1) Kabul (2) Herat", "(a) Minister, (b) Member". A cell that does not
 * begin with a first mark is one value, for then a mark inside belongs to the text.
 */
export function markedValues(cell: string): readonly string[] {
  const text = cellText(cell);
  if (!/^\((?:1|a)\)/.test(text)) return text === "" ? [] : [text];
  return text
    .split(/\((?:\d{1,2}|[a-h])\)/)
    .map((value) => value.trim().replace(/[\s,;.]+$/, ""))
    .filter((value) => value !== "");
}

/** Each text that is there, after the word for what it is. */
export function worded(word: string, ...texts: readonly string[]): string[] {
  return texts
    .map(cellText)
    .filter((text) => text !== "")
    .map((text) => `${word}: ${text}`);
}

/** The word for a listed thing that is neither person nor body, to be read in its remarks; nothing for any other. */
export function thingWord(word: string): string[] {
  const plain = cellText(word);
  return /^(?:ship|vessel|aircraft|airplane|vehicle|cryptowallet|security|transport)s?$/i.test(plain) ? [plain] : [];
}

/** The type of an entry from the word its list uses for it. Ships and aircraft are neither person nor body. */
export function typeOfWord(word: string): "person" | "organisation" | "unknown" {
  const plain = word.normalize("NFKC").trim().toLowerCase();
  if (/^(?:person|individual|p|people|人|个人|個人)s?$/.test(plain)) return "person";
  const bodies =
    /^(?:entity|entities|enterprise|e|organi[sz]ation|company|legalentity|publicbody|body|association|团体|団体|企业|機関)s?$/;
  return bodies.test(plain.replace(/\s+/g, "")) ? "organisation" : "unknown";
}
