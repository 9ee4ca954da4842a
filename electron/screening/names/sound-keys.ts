type Rule = readonly [RegExp, string];

/**
 * Romanisations that stand for one sound, brought to one letter. Order matters: clusters come before their parts, long
 * vowels before single ones. The result is a key and no spelling to show.
 */
const looseRules: readonly Rule[] = [
  [/s(?:ch|hch)(?=[aeiouy]|$)/g, "sh"],
  [/tch|tsch|cz/g, "ch"],
  [/dzh|dj/g, "j"],
  [/zh/g, "z"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/ph/g, "f"],
  [/[cs]z|ss/g, "s"],
  [/ck|q/g, "k"],
  [/x/g, "ks"],
  [/tz|cs/g, "ts"],
  [/c(?=[eiy])/g, "s"],
  [/c(?!h)/g, "k"],
  [/w/g, "v"],
  // 洋一 is Yoichi, Youichi and Yohichi.
  [/ou|oo|oh(?![aeouy])|ow$/g, "o"],
  [/ee/g, "i"],
  [/ai|ay/g, "ai"],
  [/ie|ye|ei|ey/g, "e"],
  [/ii|iy|yi|ij/g, "i"],
  [/y/g, "i"],
  [/j/g, "zi"],
  // Japanese: Kunrei and Hepburn.
  [/sh(?=i)/g, "s"],
  [/shi?(?=[auo])/g, "si"],
  [/sh/g, "s"],
  [/chi?(?=[auo])/g, "ti"],
  [/ch/g, "t"],
  [/tsu/g, "tu"],
  [/fu/g, "hu"],
  [/d(?:z)?u/g, "zu"],
  [/zii/g, "zi"],
  [/m(?=[bp])/g, "n"],
  [/(.)\1+/g, "$1"],
  [/h(?![aeiou])/g, ""],
];

/**
 * A key for Latin letters in lower case that is the same for the usual romanisations of one name: shi and si, tsu and tu,
 * Ohno and Ōno, Sergei and Sergey, kh and h, doubled letters once. Never empty for a word that is not.
 */
export function looseKey(latin: string): string {
  return apply(latin, looseRules) || latin;
}

const skeletonRules: readonly Rule[] = [
  [/shch|sch|sh/g, "s"],
  [/tch|ch|ts|tz|cz/g, "t"],
  [/kh|ph/g, "h"],
  [/th/g, "s"],
  [/gh/g, "g"],
  [/zh/g, "s"],
  [/ck/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/x/g, "ks"],
  [/[qc]/g, "k"],
  [/[jz]/g, "s"],
  [/l/g, "r"],
  [/[vw]/g, "b"],
  [/f/g, "h"],
  [/h(?![aeiouy])/g, ""],
  [/m(?=[bp])/g, "n"],
  [/[aeiouy]/g, ""],
  [/(.)\1+/g, "$1"],
];

/** Consonants alone, with those that scripts confuse as one (l and r, b and v, f and h, z and s). May be empty. */
export function consonantSkeleton(latin: string): string {
  return apply(latin, skeletonRules);
}

const arabicRules: readonly Rule[] = [
  [/sch|sh|tch|ch/g, "S"],
  [/dj|dsch|dzh/g, "j"],
  [/kh/g, "k"],
  [/gh/g, "g"],
  [/dh/g, "d"],
  [/th/g, "t"],
  [/ph/g, "f"],
  [/zh/g, "d"],
  [/ck/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/[qc]/g, "k"],
  [/x/g, "ks"],
  [/p/g, "b"],
  // Persian and Turkish spell with v what Arabic spells with w.
  [/[aeiouywhv]/g, ""],
  [/j/g, "g"],
  [/z/g, "d"],
  [/(.)\1+/g, "$1"],
];

/**
 * What is left of a name when short vowels and the weak letters w, y and h are dropped, for names from a script that
 * does not write vowels. The same for the usual spellings of one Arabic, Persian or Hebrew name. May be empty.
 */
export function arabicSkeleton(latin: string): string {
  return apply(latin, arabicRules);
}

function apply(word: string, rules: readonly Rule[]): string {
  let key = word;
  for (const [from, to] of rules) key = key.replace(from, to);
  return key;
}
