/** Writing systems a name can be in. `japanese` is kanji and kana mixed; `other` is any script not named here. */
export const scripts = [
  "latin",
  "han",
  "kana",
  "japanese",
  "hangul",
  "cyrillic",
  "greek",
  "arabic",
  "other",
  "none",
] as const;
export type Script = (typeof scripts)[number];

const scriptTests: readonly (readonly [Script, RegExp])[] = [
  ["latin", /\p{Script=Latin}/u],
  ["han", /\p{Script=Han}/u],
  ["kana", /[\p{Script=Hiragana}\p{Script=Katakana}ｦ-ﾟ]/u],
  ["hangul", /\p{Script=Hangul}/u],
  ["cyrillic", /\p{Script=Cyrillic}/u],
  ["greek", /\p{Script=Greek}/u],
  ["arabic", /\p{Script=Arabic}/u],
];

/** Every script that has a letter in the text, in the order of `scripts`; letters of no listed script give `other`. */
export function scriptsIn(text: string): readonly Script[] {
  if (/^[\p{ASCII}]*$/u.test(text)) return /[A-Za-z]/.test(text) ? ["latin"] : [];
  const found = scriptTests.filter(([, pattern]) => pattern.test(text)).map(([script]) => script);
  return found.length === 0 && /\p{L}/u.test(text) ? ["other"] : found;
}

/** The one script that describes a name; a Japanese name with both kanji and kana is `japanese`, digits alone `none`. */
export function scriptOf(text: string): Script {
  const found = scriptsIn(text);
  if (found.includes("kana")) return found.includes("han") ? "japanese" : "kana";
  // Foreign names in Japanese lists often carry a Latin acronym; the other script says more about the name.
  return found.find((script) => script !== "latin") ?? found[0] ?? "none";
}
