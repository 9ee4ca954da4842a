import { pinyin } from "pinyin-pro";
import { dictionaryKey, readingFields } from "./reading-file.ts";
import { remembered } from "./remembered.ts";
import type { SpelledParts } from "./spelled-parts.ts";
import { wadeGilesOf } from "./wade-giles.ts";

/** Longest run that is spelled, in characters; names of bodies are seldom longer. */
const longestRun = 40;

/** Family names of two characters, simplified and traditional. */
const compoundSurnames = new Set(
  (
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 夏侯 长孙 長孫 宇文 独孤 獨孤 南宫 南宮 西门 西門 端木 " +
    "申屠 轩辕 軒轅 钟离 鍾離 闻人 聞人 太史 呼延 拓跋 东郭 東郭 百里 第五 濮阳 濮陽 澹台 澹臺 赫连 赫連 淳于 单于 單于 公冶 宗政 完颜 完顏 纳兰 納蘭"
  ).split(" "),
);

/** Family names read otherwise than the character is elsewhere, and second readings that are in use. */
const surnameReadings: Readonly<Record<string, readonly string[]>> = {
  单: ["shan"],
  單: ["shan"],
  曾: ["zeng"],
  解: ["xie"],
  仇: ["qiu"],
  区: ["ou"],
  區: ["ou"],
  查: ["zha"],
  任: ["ren"],
  盖: ["ge", "gai"],
  蓋: ["ge", "gai"],
  朴: ["piao", "park"],
  乐: ["yue", "le"],
  樂: ["yue", "le"],
  覃: ["qin", "tan"],
  翟: ["zhai", "di"],
  缪: ["miao"],
  繆: ["miao"],
  种: ["chong"],
  秘: ["bi"],
  冼: ["xian"],
  尉: ["wei", "yu"],
  召: ["shao"],
  万: ["wan"],
  宁: ["ning"],
  么: ["yao"],
  员: ["yun"],
  逄: ["pang"],
  折: ["she"],
  黑: ["he"],
  重: ["chong"],
  葛: ["ge"],
  燕: ["yan"],
  那: ["na"],
  洗: ["xian"],
};

/**
 * How Chinese characters are spelled in Latin letters: pinyin, and for persons Wade–Giles and Cantonese (Hong Kong
 * government spelling) as well. Nothing for text that is not all Chinese characters.
 */
export function hanReadings(hanRun: string, type: "person" | "organisation"): readonly SpelledParts[] {
  const run = hanRun.normalize("NFKC").replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, "");
  const characters = [...run];
  if (characters.length === 0 || characters.length > longestRun || !/^\p{Script=Han}+$/u.test(run)) return [];
  if (type === "organisation") {
    const parts = syllablesOf(run, characters).map(withUmlautForms);
    return [{ system: "pinyin", surnameLength: 0, parts }];
  }
  const surnameLength = surnameLengthOf(characters);
  const slots = [
    ...hanSlots(characters.slice(0, surnameLength).join(""), "surname"),
    ...hanSlots(characters.slice(surnameLength).join(""), "given"),
  ];
  const spelled = (system: SpelledParts["system"], parts: readonly (readonly string[])[]): SpelledParts => ({
    system,
    surnameLength,
    parts,
  });
  const cantonese = slots.map((slot) => slot.cantonese);
  return [
    spelled(
      "pinyin",
      slots.map((slot) => slot.pinyin),
    ),
    spelled(
      "wade-giles",
      slots.map((slot) => slot.wadeGiles),
    ),
    ...(cantonese.every((spellings) => spellings.length > 0) ? [spelled("cantonese", cantonese)] : []),
  ];
}

/** Spellings of one character of a person's name in each system; in Cantonese there may be none. */
export interface HanSlot {
  readonly pinyin: readonly string[];
  readonly wadeGiles: readonly string[];
  readonly cantonese: readonly string[];
}

/** How the characters of a family name or of a given name are spelled, one by one. Takes Chinese characters only. */
export function hanSlots(part: string, place: "surname" | "given"): readonly HanSlot[] {
  if (part === "") return [];
  return place === "surname" ? surnameSlots(part) : [...part].map((character) => givenSlot(character));
}

function slotOf(mandarin: readonly string[], character: string): HanSlot {
  return {
    pinyin: withUmlautForms(mandarin),
    wadeGiles: [...new Set(mandarin.map((spelling) => wadeGilesOf(spelling)))],
    cantonese: cantoneseOf(character),
  };
}

const keptCharacters = 30_000;

const surnameSlots = remembered(keptCharacters, (surname): readonly HanSlot[] => {
  const characters = [...surname];
  const own = characters.length === 1 ? surnameReadings[surname] : undefined;
  const mandarin = own === undefined ? surnameSyllables(surname) : [own];
  return characters.map((character, at) => slotOf(mandarin[at] ?? [character], character));
});

/** Characters of given names are read one by one: no word around them says otherwise. */
const givenSlot = remembered(keptCharacters, (character) =>
  slotOf(syllablesOf(character, [character])[0] ?? [character], character),
);

/** The family name at the start of a person's name: two characters where these are one, else the first. */
export function surnameLengthOf(characters: readonly string[]): number {
  return characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join("")) ? 2 : 1;
}

function surnameSyllables(surname: string): readonly (readonly string[])[] {
  return pinyin(surname, { toneType: "none", type: "array", v: true, surname: "all" }).map((syllable, at) =>
    plainSyllable(syllable, [...surname][at] ?? ""),
  );
}

function syllablesOf(run: string, characters: readonly string[]): readonly (readonly string[])[] {
  const syllables = pinyin(run, { toneType: "none", type: "array", v: true });
  return characters.map((character, at) => plainSyllable(syllables[at] ?? "", character));
}

function plainSyllable(syllable: string, character: string): readonly string[] {
  return [
    syllable
      .toLowerCase()
      .replaceAll("ü", "v")
      .replace(/[^a-z]/g, "") || character,
  ];
}

/** ü is written v, u, yu or ue: lü, lv, lu, lyu. */
function withUmlautForms(spellings: readonly string[]): readonly string[] {
  return spellings.flatMap((spelling) =>
    /^[ln]v/.test(spelling) ? [spelling.replace("v", "u"), spelling, spelling.replace("v", "yu")] : [spelling],
  );
}

function cantoneseOf(character: string): readonly string[] {
  const [spellings = ""] = readingFields("c", dictionaryKey(character)) ?? [];
  const usual = usualCantonese[character] ?? [];
  return [...new Set([...usual, ...spellings.split(" ").filter((spelling) => spelling !== "")])].slice(0, 6);
}

/** Family names whose usual spelling in Hong Kong, Macao or among emigrants no table gives. */
const usualCantonese: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  (
    "陳陈 chan|李 lee li|張张 cheung|黃黄 wong|何 ho|林 lam|吳吴 ng|郭 kwok|梁 leung|劉刘 lau|鄭郑 cheng|王 wong|蔡 choi tsoi|葉叶 yip ip|鄧邓 tang|楊杨 yeung young|" +
    "許许 hui|馮冯 fung|曾 tsang|羅罗 lo law|謝谢 tse|朱 chu|周 chow chau|趙赵 chiu|余 yu yue|胡 wu woo|高 ko|蘇苏 so|潘 poon pun|盧卢 lo|關关 kwan|蕭萧 siu|" +
    "徐 tsui chui|孫孙 suen sun|馬马 ma|方 fong|袁 yuen|江 kong|譚谭 tam|彭 pang|歐欧 au|區区 au|莫 mok|麥麦 mak|姚 yiu|石 shek|唐 tong|龔龚 kung|鍾钟 chung|溫温 wan"
  )
    .split("|")
    .flatMap((row) => {
      const [characters = "", ...spellings] = row.split(" ");
      return [...characters].map((character) => [character, spellings] as const);
    }),
);
