import { nameVariantTable } from "./name-variant-table.ts";
import { foldWord } from "./word-folding.ts";

const variants = new Map<string, number[]>();
const shorts = new Map<string, number[]>();

function file(map: Map<string, number[]>, word: string, group: number): void {
  const known = map.get(word);
  if (known === undefined) map.set(word, [group]);
  else if (!known.includes(group)) known.push(group);
}

for (const [group, line] of nameVariantTable.split("\n").entries()) {
  const [names = "", shortForms = ""] = line.split(":");
  const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");
  for (const word of words(names)) file(variants, foldWord(word), group);
  for (const word of words(shortForms)) file(shorts, foldWord(word), group);
}

const none: readonly number[] = [];

/** Numbers of the names that this folded word is a spelling of, most often one or none. */
export function variantsOf(word: string): readonly number[] {
  return variants.get(word) ?? none;
}

/** Numbers of the names that this folded word is a short form of: Bill of William, Sasha of Alexander. */
export function shortFormsOf(word: string): readonly number[] {
  return shorts.get(word) ?? none;
}
