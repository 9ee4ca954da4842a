import type { NamePart } from "./entry-parts.ts";

const spoken =
  "(?:a\\.?\\s?k\\.?\\s?a\\.?|f\\.?\\s?k\\.?\\s?a\\.?|n\\.?\\s?k\\.?\\s?a\\.?|(?:also|formerly|previously|now) known as|formerly|previously|alias(?:es)?)";
const bracketed = new RegExp(`\\s*[(（\\[]\\s*${spoken}[:\\s]\\s*([^()（）\\[\\]]+)[)）\\]]`, "giu");
const trailing = new RegExp(`[,;]\\s+${spoken}[:\\s]\\s*([^()（）\\[\\]]+)$`, "iu");
const born = /[,\s(（]+(?:née|née\.|nee|born|geb\.|geborene)\s+([\p{L}\p{M}'’-]+)[)）]?\s*$/iu;

/**
 * Names that a list prints inside another: `Ann EXAMPLE (a.k.a. Anna EXEMPEL; Annie EXAMPLE)` also says Ann EXAMPLE, Anna
 * EXEMPEL and Annie EXAMPLE, and `Ann EXAMPLE, née OTHER` also Ann OTHER. The text as printed stays the first name.
 */
export function withEmbedded(parts: readonly NamePart[]): readonly NamePart[] {
  return parts.flatMap((part) => [part, ...embeddedIn(part.text).map((text): NamePart => ({ text, kind: "alias" }))]);
}

function embeddedIn(text: string): readonly string[] {
  const others: string[] = [];
  const take = (_whole: string, names: string): string => {
    others.push(...cut(names));
    return "";
  };
  const bare = text.replace(bracketed, take).replace(trailing, take);
  const former = born.exec(bare);
  if (former === null) return bare === text ? [] : [bare.trim(), ...others];
  const married = bare.slice(0, former.index).trim();
  const words = married.split(/\s+/u);
  const maiden = words.length < 2 ? [] : [[...words.slice(0, -1), former[1] ?? ""].join(" ")];
  return [married, ...maiden, ...others];
}

/** A comma parts names only where every part has two words: it may as well part a family name from a given one. */
function cut(names: string): readonly string[] {
  return names.split(/\s*[;/]\s*/u).flatMap((run) => {
    const parts = run.split(/\s*[,、]\s*/u).filter((part) => part !== "");
    return parts.every((part) => /\S\s+\S/u.test(part)) ? parts : [run.trim()];
  });
}
