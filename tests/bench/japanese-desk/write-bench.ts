/** Writes resources/screening/bench.json anew: `node tests/bench/japanese-desk/write-bench.ts`. A test holds the file to it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { hardPairs } from "./hard-pairs.ts";
import { makePairs } from "./make-pairs.ts";

/** Where the bench lies. */
export const benchFile = new URL("../../../resources/screening/bench.json", import.meta.url);

const note = {
  ja: "架空の姓名の組合せと手で選んだ難しい組。実在の人物の資料ではない。作り方は同じフォルダーの README.md。",
  en: "Invented combinations of names and hard pairs chosen by hand; no data of real persons. README.md beside it says how it was made.",
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
