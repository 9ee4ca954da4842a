/**
 * One Latin spelling for the several in use. Each function folds lower-case Latin letters of one word and leaves
 * everything else alone. They are keys for comparing, not spellings to show.
 */

/** Long vowels: ō, ou, oo, oh all become o; other doubled vowels become one; ー is dropped. Ohno, Ōno and Oono are one. */
export function foldLongVowels(word: string): string {
  return word
    .replace(/(?<=[ァ-ヺ])ー+/g, "")
    .replace(/o(?:u|o|h(?![aeiouy]))+/g, "o")
    .replace(/([aeiu])\1+/g, "$1");
}

/** German and Scandinavian spellings without dots: ae, oe, ue become a, o, u. Mueller and Muller are one. */
export function foldUmlautDigraphs(word: string): string {
  return word.replace(/([aou])e/g, "$1");
}

const romanisationRules: readonly (readonly [RegExp, string])[] = [
  // Clusters first: their parts would otherwise be read as syllables.
  [/shch|szcz|sch/g, "sh"],
  // Japanese: Kunrei and word-processor spellings to Hepburn's reduced form.
  [/sh(?=[auoei])/g, "sy"],
  [/[tc]ch/g, "ch"],
  [/ch(?=[auoei])/g, "ty"],
  [/ts(?=u)/g, "t"],
  [/f(?=u)/g, "h"],
  [/dz(?=u)|d(?=zu)/g, "z"],
  [/jy?(?=[auo])/g, "zy"],
  [/j(?=i)/g, "z"],
  [/([st])yi/g, "$1i"],
  [/m(?=[bp])/g, "n"],
  // Slavic: endings and soft vowels have a spelling for every standard.
  [/(?:iy|ij|yy|yj)(?=$)/g, "i"],
  [/([aeou])(?:y|j)(?![aeiou])/g, "$1i"],
  [/i?ye|ie|je/g, "e"],
  [/i?ya|ia|ja/g, "ia"],
  [/i?yu|iu|ju/g, "iu"],
  [/i?yo|io|jo/g, "io"],
  [/kh/g, "h"],
  [/tz/g, "ts"],
  [/x/g, "ks"],
  [/ph/g, "f"],
  [/ck/g, "k"],
  [/y(?=$)/g, "i"],
  [/([b-df-hj-np-tv-z])\1+/g, "$1"],
];

/** Standards of romanisation: shi and si, Sergei and Sergey, Kiriyenko and Kirienko; doubled consonants once. */
export function foldRomanisation(word: string): string {
  if (!/[a-z]/.test(word)) return word;
  let folded = word;
  for (const [from, to] of romanisationRules) folded = folded.replace(from, to);
  return folded;
}
