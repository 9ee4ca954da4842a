import anyAscii from "any-ascii";
import { kanaToRomaji } from "./kana.ts";

/** Letter tables are written `native latin` by pairs; a dash stands for a letter that is not spelled. */
function tableOf(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.split(" ");
  const table = new Map<string, string>();
  for (let at = 0; at + 1 < words.length; at += 2) table.set(words[at] ?? "", (words[at + 1] ?? "").replace("-", ""));
  return table;
}

/** Russian, Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Kyrgyz and their neighbours, near to what passports print. */
const cyrillic = tableOf(
  "а a б b в v г g ґ g д d е e ё yo є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ў w ф f х kh " +
    "ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya ј j љ lj њ nj ћ c ђ dj џ dz ѕ dz ѓ gj ќ kj қ k ғ g ң ng ө o ұ u ү u " +
    "һ h ә a ҳ h ҷ j ӣ i ӯ u",
);

/** Consonants and long vowels of Arabic, Persian, Urdu, Pashto and Kurdish; short vowels are not in the script. */
const arabic = tableOf(
  "ا a أ a إ i آ a ٱ a ب b پ p ت t ٹ t ث th ج j چ ch ح h خ kh د d ڈ d ذ dh ر r ڑ r ز z ژ zh س s ش sh ص s ض d ط t ظ z ع - " +
    "غ gh ف f ڤ v ق q ک k ك k گ g ڭ ng ل l ڵ l م m ن n ں n ه h ھ h ہ h ە a ة a ۃ a و w ۆ o ؤ u ي y ی y ې e ے e ى a ئ - " +
    "ء - ټ t ډ d ړ r ږ zh ښ sh ڼ n ګ g ځ z څ ts",
);

const greek = tableOf(
  "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o",
);

const hebrew = tableOf(
  "א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע - פ p ף f צ ts ץ ts ק k ר r ש sh ת t",
);

const tables: readonly (readonly [RegExp, ReadonlyMap<string, string>])[] = [
  [/\p{Script=Cyrillic}/u, cyrillic],
  [/\p{Script=Arabic}/u, arabic],
  [/\p{Script=Greek}/u, greek],
  [/\p{Script=Hebrew}/u, hebrew],
];

/**
 * The Latin spelling of one folded word, in small letters and digits only. Good for comparing, not for print: Arabic and
 * Hebrew come without vowels, Han in pinyin without tones.
 */
export function latinSpelling(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  const digraphs = greekDigraphs(word);
  const table = tables.find(([script]) => script.test(digraphs))?.[1];
  let spelled = table === undefined ? kanaToRomaji(digraphs) : "";
  if (table !== undefined) for (const letter of digraphs) spelled += table.get(letter) ?? letter;
  return (/^[a-z0-9]*$/.test(spelled) ? spelled : anyAscii(spelled).toLowerCase()).replace(/[^a-z0-9]/g, "");
}

/** Greek spells b, d and g with two letters, and ου is one vowel. */
function greekDigraphs(word: string): string {
  if (!/\p{Script=Greek}/u.test(word)) return word;
  return word
    .replace(/^μπ/, "b")
    .replace(/^ντ/, "d")
    .replace(/^γκ/, "g")
    .replace(/γγ/g, "νγ")
    .replace(/ου/g, "u")
    .replace(/([αε])υ(?=[βγδζλμνραεηιουω])/g, "$1v")
    .replace(/([αε])υ/g, "$1f");
}
