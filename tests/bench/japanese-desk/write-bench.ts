/** Writes resources/screening/bench.json anew: `node tests/bench/japanese-desk/write-bench.ts`. A test holds the file to it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { hardPairs } from "./hard-pairs.ts";
import { makePairs } from "./make-pairs.ts";

/** Where the bench lies. */
export const benchFile = new URL("../../../resources/screening/bench.json", import.meta.url);

const note = {
  ja: [
    "架空の姓名と団体名の組です。実在の人物や団体を指すものではありません。よくある姓とよくある名を、決まった順の抽選で組み合わせました。団体名は、地名、架空の商号、業種、法人の種類から作りました。",
    "区分ごとに、同じ名称の書き方違いを620組、別の名称を300組置いています。別の名称の4分の1は姓が違い、残りは名が違います。その半分は「健一」と「健二」のように近い名です。「難しい組」は、一組ずつ手で選びました。",
    "読み、異体字、繁体字の正解は、アプリが使う辞書や表からは取らず、手で書きました。ローマ字は、検査用の別の規則でつづりました。そのため、アプリの表に足りないものは誤りとして現れます。",
  ].join("\n"),
  en: [
    "Pairs of invented names; no real person or body is meant. Common family names stand beside common given names, drawn by a fixed row of draws. Names of bodies are made of a place, an invented brand, a trade and a legal form.",
    "Each set holds 620 pairs that are spellings of one name and 300 that are two names. Of these, a quarter have another family name; the others have another given name, half of them near ones such as 健一 and 健二. Hard pairs were chosen one at a time by hand.",
    "Readings, character forms and traditional characters were written by hand, not taken from the dictionary or the tables of the app; Latin spellings follow rules of the bench’s own. So what is missing in the app’s tables shows as an error.",
  ].join("\n"),
};

/** The bench as it is shipped: one pair a line, so that a change can be read. */
export function benchText(): string {
  const pairs = [...makePairs(), ...hardPairs].map((pair) => JSON.stringify(pair));
  return `{"version":1,"note":${JSON.stringify(note)},"pairs":[\n${pairs.join(",\n")}\n]}\n`;
}

if (import.meta.main) {
  mkdirSync(new URL(".", benchFile), { recursive: true });
  writeFileSync(benchFile, benchText());
}
