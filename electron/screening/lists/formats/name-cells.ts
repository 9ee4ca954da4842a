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
export function withOtherScripts(text: string): readonly string[] {
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

/** The type of an entry from the word its list uses for it. Ships and aircraft are neither person nor body. */
export function typeOfWord(word: string): "person" | "organisation" | "unknown" {
  const plain = word.normalize("NFKC").trim().toLowerCase();
  if (/^(?:person|individual|p|people|人|个人|個人)s?$/.test(plain)) return "person";
  const bodies =
    /^(?:entity|entities|enterprise|e|organi[sz]ation|company|legalentity|publicbody|body|association|团体|団体|企业|機関)s?$/;
  return bodies.test(plain.replace(/\s+/g, "")) ? "organisation" : "unknown";
}
