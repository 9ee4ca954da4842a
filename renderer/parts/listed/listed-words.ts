import { isTextKey, type Locale, type Text } from "../../../shared/strings/text.ts";

/**
 * A name inside a sentence, in marks that keep its direction to itself: one written right to left would otherwise turn
 * the brackets and the words around it. For the window alone; the paper takes no character that nobody sees.
 */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** A country as a list gives it; a code of two letters is named, because few people know that `kp` is not Kyrgyzstan. */
export function countryWords(text: Text, locale: Locale, given: string): string {
  const code = given.toUpperCase();
  if (!/^[A-Z]{2}$/u.test(code)) return given;
  const name = new Intl.DisplayNames(locale, { type: "region", fallback: "none" }).of(code);
  return name === undefined ? given : text("match.coded", { name, code });
}

/** A programme as a list gives it; the letters that METI prints for kinds of weapon are put in words. */
export function programmeWords(text: Text, given: string): string {
  const key = `match.concern-${given}`;
  return isTextKey(key) ? text("match.coded", { name: text(key), code: given }) : given;
}
