import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type CsvProfile, importCsvList } from "../../electron/screening/lists/csv-list.ts";
import { importListFiles } from "../../electron/screening/lists/import-list.ts";
import { ImportReport, ListEntry } from "../../electron/screening/lists/list-entry.ts";
import { type ListLimits, listLimits } from "../../electron/screening/lists/list-limits.ts";
import { type ImportedList, quietWork } from "../../electron/screening/lists/list-work.ts";
import { importMetiList, metiPolicy } from "../../electron/screening/lists/meti-list.ts";
import { previewList } from "../../electron/screening/lists/preview-list.ts";
import { searchEntries } from "../support/search-entries.ts";
import { metiFile, sampleRow } from "../unit/electron/screening/lists/sample-lists.ts";

const numRuns = process.env["KURA_FUZZ"] === "long" ? 20_000 : 400;

/** No input of these sizes may take longer, in milliseconds; a hang shows as a failed run with its seed. */
const slowestMs = 2_000;

const limits: ListLimits = {
  ...listLimits,
  bytes: 20_000,
  rows: 40,
  columns: 12,
  cellUnits: 200,
  nameUnits: 60,
  namesPerEntry: 5,
  valuesPerField: 3,
};
const mapping = {
  name: 0,
  aliases: 1,
  aliasSeparator: ";|・",
  kind: 2,
  kindWhenAbsent: "person" as const,
  country: 3,
  identifiers: null,
  birthDate: 4,
  programme: null,
  remarks: 5,
  sourceId: null,
};

/** Files that pass, to be damaged. */
const seeds: readonly Uint8Array[] = [
  metiFile([sampleRow(1), sampleRow(2, { name: "Fiction（虚構廠）", aliases: "・髙\n・ﾀｶ\n﨑" }), sampleRow(3)]),
  Buffer.from('name,aliases,type,country,dob,note\n髙橋,A;B,person,JP,1960,x\n"𠮷\n田",,人,日本,昭和35年,=1+1\n'),
  Buffer.from("\ufeffname\taliases\ttype\tcountry\tdob\tnote\r\nFiction\t\tentity\tCN\t\t\r\n", "utf16le"),
  Buffer.from("96bc8fcc2c95ca96bc2c8eed95ca2c8d912c90b694 4e2c6e0afbfc8bb42c2c90b62c2c2c0a".replaceAll(" ", ""), "hex"),
];

const nasty = fc.constantFrom(
  '"',
  '""',
  "\n",
  "\r",
  "\r\n",
  ",",
  "\t",
  ";",
  "\0",
  "\x1a",
  "・",
  "（",
  ")",
  "\ufeff",
  "\ud800",
  "=1",
  "1",
  "No.",
);

const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(8),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    nasty.map((text) => new Uint8Array(Buffer.from(text))),
    nasty.map((text) => new Uint8Array(Buffer.from(text.repeat(300)))),
  ),
});

function damaged(seed: Uint8Array, steps: readonly { at: number; cut: number; insert: Uint8Array }[]): Uint8Array {
  return steps.reduce<Uint8Array>((bytes, { at, cut, insert }) => {
    const place = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place + cut)]);
  }, seed);
}

const file = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc.string({ unit: "binary", maxLength: 300 }).map((text) => new Uint8Array(Buffer.from(text))),
  fc.array(nasty, { maxLength: 400 }).map((parts) => new Uint8Array(Buffer.from(parts.join("")))),
  fc.tuple(fc.constantFrom(...seeds), fc.array(damage, { maxLength: 6 })).map(([seed, steps]) => damaged(seed, steps)),
);

const profile = fc.record({
  mapping: fc.constant(mapping),
  hasHeader: fc.boolean(),
  delimiter: fc.constantFrom(null, ",", "\t", ";"),
  encoding: fc.constantFrom(null, "utf-8", "shift_jis", "utf-16le"),
}) satisfies fc.Arbitrary<CsvProfile>;

/** What holds for every list that comes in, whatever file it came from. */
function holdsTogether({ entries, report }: ImportedList): void {
  assert.ok(report.rows <= limits.rows && entries.length === report.accepted && entries.length > 0);
  ImportReport.parse(report);
  for (const entry of entries) {
    ListEntry.parse(entry);
    assert.ok(entry.names.length <= limits.namesPerEntry);
    assert.ok(entry.names.every(({ text }) => text.length <= limits.nameUnits));
    assert.ok(entry.countries.length <= limits.valuesPerField);
  }
  assert.equal(new Set(entries.map(({ entryKey }) => entryKey)).size, entries.length);
}

function inTime<T>(work: () => T): T {
  const startMs = performance.now();
  const made = work();
  assert.ok(performance.now() - startMs < slowestMs, "took too long");
  return made;
}

describe("hostile list files", () => {
  test("never break the import of delimited lists", () => {
    fc.assert(
      fc.property(file, profile, (bytes, how) => {
        const found = inTime(() => importCsvList(bytes, how, quietWork(limits)));
        if (found.ok) holdsTogether(found.value);
      }),
      { numRuns },
    );
  });

  test("are read in pieces as they are read when held", async () => {
    const read = async (bytes: Uint8Array, how: CsvProfile, heldBytes: number) => {
      const entries: ListEntry[] = [];
      const report = await importListFiles(
        [{ bytes }],
        { kind: "csv", profile: how },
        {
          work: quietWork({ ...limits, bytes: heldBytes }),
          onEntries: (batch) => entries.push(...batch),
        },
      );
      return { entries, report };
    };
    const property = fc.asyncProperty(file, profile, async (bytes, how) => {
      fc.pre(bytes.length > 1 && Buffer.from(bytes.subarray(0, 2)).toString("latin1") !== "PK");
      assert.deepEqual(await read(bytes, how, 1), await read(bytes, how, limits.bytes));
    });
    await fc.assert(property, { numRuns });
  });

  test("never break the import of METI's list", () => {
    fc.assert(
      fc.property(file, (bytes) => {
        const found = inTime(() => importMetiList(bytes, { ...metiPolicy, minimumRows: 1 }, quietWork(limits)));
        if (found.ok) holdsTogether(found.value);
      }),
      { numRuns },
    );
  });

  test("never break the preview", () => {
    fc.assert(
      fc.property(file, (bytes) => {
        const found = inTime(() => previewList(bytes, limits));
        assert.ok(!found.ok || (found.value.rows.length <= 50 && found.value.header.length <= 64));
      }),
      { numRuns },
    );
  });

  test("never break a search for the names they brought in", () => {
    fc.assert(
      fc.property(file, profile, (bytes, how) => {
        const found = importCsvList(bytes, how, quietWork(limits));
        if (!found.ok) return;
        const edition = found.value.entries;
        for (const { names } of edition.slice(0, 3)) {
          for (const { text } of names) {
            const candidates = inTime(() => searchEntries({ edition }, { name: text, type: "person" }));
            assert.ok(candidates.every(({ score }) => score >= 0.7 && score <= 1));
          }
        }
      }),
      { numRuns },
    );
  });
});

describe("large hostile list files", () => {
  const big = 8 * 1024 * 1024;
  const wide: ListLimits = listLimits;
  const files: readonly (readonly [string, string])[] = [
    ["one line of quotes", '"'.repeat(big)],
    ["one quote that is never closed", `name\n"${"a".repeat(big)}`],
    ["delimiters only", ",".repeat(big)],
    ["line ends only", "\n".repeat(big)],
    ["a quote in every row", 'a"\n'.repeat(big / 3)],
    ["one endless name", `name\n${"高".repeat(big / 4)}\n`],
    ["rows of one letter", `name,b,c,d,e,f\n${"a\n".repeat(big / 2 / 32)}`],
  ];
  for (const [what, text] of files) {
    test(`end in time: ${what}`, () => {
      const startMs = performance.now();
      const how: CsvProfile = { mapping, hasHeader: true, delimiter: null, encoding: null };
      const found = importCsvList(Buffer.from(text), how, quietWork(wide));
      previewList(Buffer.from(text), wide);
      assert.ok(performance.now() - startMs < 30_000);
      assert.equal(typeof found.ok, "boolean");
    });
  }
});
