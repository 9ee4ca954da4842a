/// <reference path="./opencc-dict.d.ts" />
import compatibility from "opencc-js/dict/CJK_Compatibility_Ideographs";
import hongKong from "opencc-js/dict/HKVariants";
import shinjitai from "opencc-js/dict/JPShinjitaiCharacters";
import simplified from "opencc-js/dict/STCharacters";
import traditional from "opencc-js/dict/TSCharacters";
import taiwan from "opencc-js/dict/TWVariants";

/**
 * Forms of one character that family and place names use side by side and no table of opencc-js joins: our own list,
 * from common use. The first of a group is only its label.
 */
const nameVariants =
  "高髙 崎﨑嵜碕 斎齋斉齊 辺邊邉 沢澤 浜濱濵 島嶋嶌 富冨 吉𠮷 浅淺 広廣 桜櫻 桧檜 滝瀧 竜龍 真眞 黒黑 " +
  "郎郞 巌巖 槙槇 曽曾 館舘 荘莊庄 桑桒 柳栁桺 柏栢 梅楳 峰峯 松枩 杉椙 兎兔菟 凛凜 秋穐 晃晄 熙煕凞 " +
  "薮藪籔 梁簗 淵渕渊 船舩 埜野 橋槗 角⻆ 土圡 冴冱 尭堯 芦蘆 鶴靏靎 鴎鷗 頼賴 莱萊 壷壺 祷禱 穂穗 " +
  "国國圀 恵惠 徳德 栄榮 静靜 緑綠 関關 寿壽 蔵藏 鉄鐵 豊豐 弥彌 条條 遥遙 瑶瑤 禰祢 彦彥 教敎 清淸 " +
  "青靑 説說 黄黃 産產 顔顏 増增 戸戶 呉吳 税稅 内內 鋭銳 悦悅 脱脫 温溫 録錄 鎌鐮 窪漥 北𠦄 収收 " +
  "亀龜 間閒 隠隱 鋳鑄 籠篭 頬頰 麺麵 焔焰";

type Fold = ReadonlyMap<string, string>;

/** Joins characters into classes; asking for one answers the character that stands for its class. */
function createClasses(): { join(a: string, b: string): void; fold(): Fold } {
  const parent = new Map<string, string>();
  const rootOf = (character: string): string => {
    let root = character;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return root;
  };
  return {
    join(a, b) {
      const [keep, drop] = inOrder(rootOf(a), rootOf(b));
      if (keep !== drop) parent.set(drop, keep);
    },
    fold: () => new Map([...parent.keys()].map((character) => [character, rootOf(character)])),
  };
}

/** Characters of the basic block stand before all others, so that folded text stays readable in a log of a test. */
function inOrder(a: string, b: string): readonly [string, string] {
  const rank = (character: string): number => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0x4e00 && code <= 0x9fff ? code : code + 0x110000;
  };
  return rank(a) <= rank(b) ? [a, b] : [b, a];
}

function pairsOf(table: string): readonly (readonly [string, string])[] {
  return table.split("|").flatMap((row) => {
    const [from = "", ...to] = row.split(" ");
    const single = (text: string): boolean => [...text].length === 1;
    return single(from) ? to.filter(single).map((character) => [from, character] as const) : [];
  });
}

function nameVariantPairs(): readonly (readonly [string, string])[] {
  return nameVariants.split(" ").flatMap((group) => {
    const [first = "", ...rest] = [...group];
    return rest.map((variant) => [first, variant] as const);
  });
}

function foldOf(pairs: readonly (readonly [string, string])[]): Fold {
  const classes = createClasses();
  for (const [a, b] of pairs) classes.join(a, b);
  return classes.fold();
}

const japanesePairs = [...pairsOf(compatibility), ...pairsOf(shinjitai), ...nameVariantPairs()];
const chinesePairs = [...pairsOf(simplified), ...pairsOf(traditional), ...pairsOf(taiwan), ...pairsOf(hongKong)];
const japaneseFold = foldOf(japanesePairs);
const everyFold = foldOf([...japanesePairs, ...chinesePairs]);

function apply(text: string, fold: Fold): string {
  let folded = "";
  for (const character of text) folded += fold.get(character) ?? character;
  return folded;
}

/** Writes 々 out and joins old, new and name forms of one character: 髙橋 and 高橋, 佐々木 and 佐佐木, 齋藤 and 斉藤. */
export function foldJapaneseVariants(text: string): string {
  return apply(text.replace(/(\p{Script=Han})[々〻]/gu, "$1$1"), japaneseFold);
}

/**
 * Joins, beyond the Japanese variants, traditional and simplified forms. Classes are wide on purpose (发 發 髮 are one):
 * a candidate too many is disposed of by the reviewer, one too few is never seen.
 */
export function foldEveryVariant(text: string): string {
  return apply(text.replace(/(\p{Script=Han})[々〻]/gu, "$1$1"), everyFold);
}
