/**
 * Kana in the Latin spellings that are in use for names. Written for the bench alone and apart from the tables of the
 * app, so that a mistake there is not repeated here.
 */

/** The standards a Japanese name is spelled by in passports, papers and files. */
export const standards = ["hepburn", "passport", "oh", "traditional", "kunrei", "nihon", "typed"] as const;
export type Standard = (typeof standards)[number];

const hepburn: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo " +
    "たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo " +
    "ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn " +
    "きゃkya きゅkyu きょkyo ぎゃgya ぎゅgyu ぎょgyo しゃsha しゅshu しょsho じゃja じゅju じょjo ちゃcha ちゅchu ちょcho " +
    "にゃnya にゅnyu にょnyo ひゃhya ひゅhyu ひょhyo びゃbya びゅbyu びょbyo みゃmya みゅmyu みょmyo りゃrya りゅryu りょryo"
  )
    .split(" ")
    .map((pair) => [pair.replace(/[a-z]/g, ""), pair.replace(/[^a-z]/g, "")]),
);

const kunrei: Readonly<Record<string, string>> = {
  shi: "si",
  chi: "ti",
  tsu: "tu",
  fu: "hu",
  ji: "zi",
  sha: "sya",
  shu: "syu",
  sho: "syo",
  cha: "tya",
  chu: "tyu",
  cho: "tyo",
  ja: "zya",
  ju: "zyu",
  jo: "zyo",
};

function syllablesOf(kana: string, standard: Standard): readonly string[] {
  return [...kana.matchAll(/っ?.[ゃゅょ]?/gu)].map(([mora]) => {
    const plain = mora.replace("っ", "");
    const spelled = spellMora(plain, standard);
    if (!mora.startsWith("っ")) return spelled;
    return (spelled.startsWith("ch") ? "t" : spelled.charAt(0)) + spelled;
  });
}

function spellMora(mora: string, standard: Standard): string {
  if (mora === "・") return "|";
  if (standard === "nihon" && mora === "づ") return "du";
  if (standard === "nihon" && mora === "ぢ") return "di";
  const spelled = hepburn[mora];
  if (spelled === undefined) throw new Error("a mora without a spelling");
  return standard === "kunrei" || standard === "nihon" ? (kunrei[spelled] ?? spelled) : spelled;
}

/** Spells kana by one standard, lower case. */
export function spellKana(kana: string, standard: Standard): string {
  const joined = syllablesOf(kana, standard)
    .map((syllable, at, all) =>
      syllable === "n" && /^[aiueoy]/.test(all[at + 1] ?? "") ? markedN(standard) : syllable,
    )
    .join("");
  const nasal = ["passport", "oh", "traditional"].includes(standard) ? joined.replace(/n(?=[bmp])/g, "m") : joined;
  return longVowels(nasal, standard).replaceAll("|", "");
}

function markedN(standard: Standard): string {
  if (standard === "typed") return "nn";
  return standard === "passport" || standard === "oh" ? "n" : "n'";
}

function longVowels(text: string, standard: Standard): string {
  const write = (long: string, hat: string, short: string, oh: string): string => {
    if (standard === "hepburn" || standard === "traditional") return long;
    if (standard === "kunrei" || standard === "nihon") return hat;
    return standard === "oh" ? oh : short;
  };
  if (standard === "typed") return text;
  return text.replace(/o[ou]/g, write("ō", "ô", "o", "oh")).replace(/uu/g, write("ū", "û", "u", "u"));
}
