/**
 * Keys under which one Latin word is filed, wide enough that spellings of one name share one. They are for finding alone:
 * what is found is compared by its own text. Each takes lower-case letters a-z.
 */

type Rules = readonly (readonly [RegExp, string])[];

const looseRules: Rules = [
  [/shch|szcz|tsch/g, "sh"],
  [/sch(?=[aeiouy])/g, "sh"],
  [/tch|cz/g, "ch"],
  [/dzh|dj/g, "j"],
  [/zh/g, "z"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/ph/g, "f"],
  [/ck|q/g, "k"],
  [/sz/g, "s"],
  [/x/g, "ks"],
  [/tz|cs/g, "ts"],
  [/c(?=[eiy])/g, "s"],
  [/c(?!h)/g, "k"],
  [/w/g, "v"],
  [/ou|oo|oh(?![aeiou])|ow$/g, "o"],
  [/ay|ai/g, "ai"],
  [/ee/g, "i"],
  [/ie|ye|ei|ey/g, "e"],
  [/ii|iy|yi|ij|yy/g, "i"],
  [/y/g, "i"],
  [/j/g, "zi"],
  [/sh(?=i)/g, "s"],
  [/shi?(?=[auo])/g, "si"],
  [/sh/g, "s"],
  [/chi?(?=[auo])/g, "ti"],
  [/ch/g, "t"],
  [/tsu/g, "tu"],
  [/fu/g, "hu"],
  [/dzu|du/g, "zu"],
  [/zii/g, "zi"],
  [/m(?=[bp])/g, "n"],
  [/(.)\1+/g, "$1"],
  [/h(?![aeiou])/g, ""],
];

const skeletonRules: Rules = [
  [/shch|sch|sh/g, "s"],
  [/tch|ch|ts|tz|cz/g, "t"],
  [/kh|ph|f/g, "h"],
  [/th/g, "s"],
  [/dh/g, "d"],
  [/gh/g, "g"],
  [/zh|j/g, "s"],
  [/ck|q/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/c/g, "k"],
  [/x/g, "ks"],
  [/l/g, "r"],
  [/[vw]/g, "b"],
  [/h(?![aeiou])/g, ""],
  [/m(?=[bp])/g, "n"],
  [/z/g, "s"],
];

const arabicRules: Rules = [
  [/sch|sh|tch|ch/g, "S"],
  [/kh|c(?![eiy])|ck|q/g, "k"],
  [/gh|j/g, "g"],
  [/dh|z/g, "d"],
  [/th/g, "t"],
  [/ph|v/g, "f"],
  [/c/g, "s"],
  [/x/g, "ks"],
  [/p/g, "b"],
  [/[aeiouywh]/g, ""],
  [/(.)\1+/g, "$1"],
];

function applyRules(word: string, rules: Rules): string {
  let key = word;
  for (const [from, to] of rules) key = key.replace(from, to);
  return key;
}

/** One spelling for those of several standards of romanisation: shi and si, Sergei and Sergey, ou and oh. Never empty. */
export function looseKey(word: string): string {
  return applyRules(word, looseRules) || word;
}

/** The consonants, those that scripts confuse joined (l and r, b and v); a vowel in front is kept as `A`. May be empty. */
export function skeletonKey(word: string): string {
  const key = applyRules(word, skeletonRules);
  const front = /^[aeiouy]/.test(key) ? "A" : "";
  return front + key.replace(/[aeiouy]/g, "").replace(/(.)\1+/g, "$1");
}

/** What is left of a word written by the letters of Arabic, which has few vowels: no vowels, w, y or h. May be empty. */
export function arabicKey(word: string): string {
  return applyRules(word, arabicRules);
}
