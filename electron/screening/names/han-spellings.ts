import type { NameReading } from "./analysed-name.ts";
import { foldEveryVariant } from "./han-variants.ts";
import { latinSpelling } from "./latin-spelling.ts";
import type { NameType } from "./parse-name.ts";
import { tokenFor } from "./token-store.ts";

/** Family names of two characters: everything else is cut after the first. */
const longSurnames = new Set(
  "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 独孤 南宫 西门 端木"
    .split(" ")
    .map(foldEveryVariant),
);

/**
 * Latin spellings of the whole of a name in Han characters, from its runs as written apart. A person's name is cut into
 * family and given name.
 */
export function spellHanName(runs: readonly string[], type: NameType): readonly NameReading[] {
  const ofPerson = type === "person";
  const parts = ofPerson && runs.length === 1 ? cutSurname(runs[0] ?? "") : runs;
  const tokens = parts.map((text) => tokenFor({ text, role: "word", ofPerson, spellings: [latinSpelling(text)] }));
  return [{ how: "reading", tokens }];
}

function cutSurname(name: string): readonly string[] {
  const letters = [...name];
  if (letters.length < 2) return [name];
  const cut = letters.length > 2 && longSurnames.has(letters.slice(0, 2).join("")) ? 2 : 1;
  return [letters.slice(0, cut).join(""), letters.slice(cut).join("")];
}
