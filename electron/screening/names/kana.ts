/**
 * Kana to Hepburn and to katakana. Long vowels are written out here (ー repeats the vowel, おう stays ou);
 * folding them is a step of its own, so that an explanation can name it.
 */

const rows: readonly (readonly [string, string])[] = [
  ["アイウエオ", "a i u e o"],
  ["カキクケコ", "ka ki ku ke ko"],
  ["ガギグゲゴ", "ga gi gu ge go"],
  ["サシスセソ", "sa shi su se so"],
  ["ザジズゼゾ", "za ji zu ze zo"],
  ["タチツテト", "ta chi tsu te to"],
  ["ダヂヅデド", "da ji zu de do"],
  ["ナニヌネノ", "na ni nu ne no"],
  ["ハヒフヘホ", "ha hi fu he ho"],
  ["バビブベボ", "ba bi bu be bo"],
  ["パピプペポ", "pa pi pu pe po"],
  ["マミムメモ", "ma mi mu me mo"],
  ["ヤユヨ", "ya yu yo"],
  ["ラリルレロ", "ra ri ru re ro"],
  ["ワヰヱヲンヴ", "wa i e o n vu"],
  ["ヵヶ", "ka ke"],
];

const romajiOf = new Map<string, string>(
  rows.flatMap(([kana, romaji]) => {
    const syllables = romaji.split(" ");
    return [...kana].map((letter, at) => [letter, syllables[at] ?? ""] as const);
  }),
);

const smallVowels: ReadonlyMap<string, string> = new Map([
  ["ァ", "a"],
  ["ィ", "i"],
  ["ゥ", "u"],
  ["ェ", "e"],
  ["ォ", "o"],
]);

const smallGlides: ReadonlyMap<string, string> = new Map([
  ["ャ", "ya"],
  ["ュ", "yu"],
  ["ョ", "yo"],
]);

/** Hiragana become katakana; ヵ and ヶ their large forms; a hyphen between katakana the long mark it was meant as. */
export function toKatakana(text: string): string {
  return text
    .replace(/[ぁ-ゖゝゞ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/ヵ/g, "カ")
    .replace(/ヶ/g, "ケ")
    .replace(/(?<=[ァ-ヺー])[-‐‑‒–—―−－](?=[ァ-ヺー]|$)/g, "ー");
}

/** Katakana and hiragana in Hepburn, lower case; every other character stays. */
export function kanaToRomaji(text: string): string {
  let romaji = "";
  let doubled = false;
  for (const letter of toKatakana(text)) {
    if (letter === "ッ") {
      doubled = true;
      continue;
    }
    romaji = append(romaji, letter, doubled);
    doubled = false;
  }
  return romaji;
}

function append(romaji: string, letter: string, doubled: boolean): string {
  const vowel = smallVowels.get(letter);
  if (vowel !== undefined) return withSmallVowel(romaji, vowel);
  const glide = smallGlides.get(letter);
  if (glide !== undefined) return withGlide(romaji, glide);
  if (letter === "ー") return romaji + (/[aiueo]$/.exec(romaji)?.[0] ?? "");
  const syllable = romajiOf.get(letter);
  if (syllable === undefined) return romaji + letter;
  if (!doubled) return romaji + syllable;
  return romaji + (syllable.startsWith("ch") ? "t" : (/^[^aiueo]/.exec(syllable)?.[0] ?? "")) + syllable;
}

/** ファ is fa, ティ is ti, ウィ is wi: the small vowel takes the place of the vowel before it. */
function withSmallVowel(romaji: string, vowel: string): string {
  const before = romaji.slice(0, -1);
  if (/(^|[aiueon])u$/.test(romaji)) return `${before}w${vowel}`;
  return /[^aiueo][aiueo]$/.test(romaji) ? before + vowel : romaji + vowel;
}

/** キャ is kya, but シャ is sha, チャ cha and ジャ ja. */
function withGlide(romaji: string, glide: string): string {
  const before = romaji.slice(0, -1);
  if (/(sh|ch|j)i$/.test(romaji)) return before + glide.slice(1);
  return /[^aiueo][iueo]$/.test(romaji) ? before + glide : romaji + glide;
}
