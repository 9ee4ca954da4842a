import { compileLines, dictionaryNames } from "../../../electron/screening/readings/compile-readings.ts";
import { japaneseReadings } from "../../../electron/screening/readings/japanese-readings.ts";
import type { DictionaryName } from "../../../electron/screening/readings/part-counts.ts";
import { readFrom, sortedLines } from "../../../electron/screening/readings/reading-file.ts";
import { typeKana } from "../../../electron/screening/readings/typed-kana.ts";
import { mensNames, type NamePart, surnames, womensNames } from "./name-parts.ts";

/** How many of some names have their reading among those the dictionary gives. */
export interface ReadShare {
  readonly names: string;
  readonly n: number;
  readonly first: string;
  readonly found: string;
}

interface Asked {
  readonly written: string;
  readonly typed: string;
  readonly kind: "surname" | "given";
}

const sampleSize = 2_000;

/** Family names and given names are told apart by standing beside a common one of the other kind. */
function readingsOf({ written, kind }: Asked): readonly string[] {
  const [split] = japaneseReadings(kind === "surname" ? `${written} 太郎` : `佐藤 ${written}`);
  return (kind === "surname" ? split?.surname : split?.given)?.readings ?? [];
}

function share(names: string, asked: readonly Asked[]): ReadShare {
  const ranks = asked.map((one) => readingsOf(one).indexOf(one.typed));
  const part = (count: number): string => (count / asked.length).toFixed(3);
  return {
    names,
    n: asked.length,
    first: part(ranks.filter((rank) => rank === 0).length),
    found: part(ranks.filter((rank) => rank >= 0).length),
  };
}

function byHand(parts: readonly NamePart[], kind: Asked["kind"]): readonly Asked[] {
  return parts.map(({ kanji, kana }) => ({ written: kanji, typed: typeKana(kana.replace("・", "")) ?? "", kind }));
}

function sample(rows: readonly DictionaryName[], kind: Asked["kind"]): readonly Asked[] {
  const ofKind = rows.filter((row) => row.kind === kind);
  const step = Math.max(1, Math.floor(ofKind.length / sampleSize));
  return ofKind.filter((_row, at) => at % step === 0).map(({ written, typed }) => ({ written, typed, kind }));
}

/** Which half of the dictionary a written name falls into; all its readings go together. */
function isHeldOut({ written }: DictionaryName): boolean {
  let hash = 0;
  for (const letter of written) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % 2 === 1;
}

/**
 * Readings by the shipped dictionary for names written by hand and for its own rows, then by one compiled from half of it
 * for the rows of the other half. Only the first and the last say how it fares with names it was not made from.
 */
export function readingShares(): readonly ReadShare[] {
  const rows = dictionaryNames();
  const hand = { surname: byHand(surnames, "surname"), given: byHand([...mensNames, ...womensNames], "given") };
  const whole = [
    share("family names by hand, whole dictionary", hand.surname),
    share("given names by hand, whole dictionary", hand.given),
    share("family names of the dictionary itself (circular)", sample(rows, "surname")),
    share("given names of the dictionary itself (circular)", sample(rows, "given")),
  ];
  const heldOut = rows.filter(isHeldOut);
  readFrom(sortedLines(compileLines(rows.filter((row) => !isHeldOut(row)))));
  const half = [
    share("family names of the half held out", sample(heldOut, "surname")),
    share("given names of the half held out", sample(heldOut, "given")),
  ];
  readFrom(undefined);
  return [...whole, ...half];
}
