import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { importListFiles } from "../../electron/screening/lists/import-list.ts";
import { ImportReport, ListEntry } from "../../electron/screening/lists/list-entry.ts";
import { formatOf } from "../../electron/screening/lists/list-format.ts";
import { type ListLimits, listLimits } from "../../electron/screening/lists/list-limits.ts";
import { quietWork } from "../../electron/screening/lists/list-work.ts";
import { previewFiles } from "../../electron/screening/lists/preview-list.ts";
import { ListLayout } from "../../shared/domain/screening.ts";

const numRuns = process.env["KURA_FUZZ"] === "long" ? 10_000 : 300;

const limits: ListLimits = {
  ...listLimits,
  bytes: 60_000,
  streamBytes: 60_000,
  recordUnits: 3_000,
  depth: 12,
  rows: 60,
  streamRows: 60,
  columns: 50,
  cellUnits: 400,
  nameUnits: 80,
  namesPerEntry: 6,
  valuesPerField: 4,
};
const mapping = {
  name: 0,
  aliases: 1,
  aliasSeparator: ";",
  kind: null,
  kindWhenAbsent: "organisation" as const,
  country: null,
  identifiers: null,
  birthDate: null,
  programme: null,
  remarks: null,
  sourceId: null,
};

/** Files that are read as they stand, to be damaged. */
const seeds: readonly string[] = [
  'celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,weakAlias,previousName\n3,1,EU,I,Freeze,5.3.2024,x,Person,Иван,"A (Б); C",,D\n',
  "Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName\n1;P;Anna\n1;P;Анна\n2;E;Werke\n",
  'Last Updated,21/02/2025\n"Name 6","Name 1","Group Type","Alias Type","Regime","Group ID"\nF,A,Individual,Primary name,X,1\n',
  '36,"FICTION",-0- ,"XX",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1971; a.k.a. \'F\'."\r\n\x1a',
  '<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-02-27"><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>B;C</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL></CONSOLIDATED_LIST>',
  '<export generationDate="2025-03-04"><sanctionEntity logicalId="13"><subjectType code="person"/><nameAlias wholeName="A" strong="true"/></sanctionEntity></export>',
  '<Sanctions><PartyType ID="1">Individual</PartyType><DistinctParty><Profile ID="3"><Identity ID="4"><Alias Primary="true"><DocumentedName><DocumentedNamePart><NamePartValue>X Y</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty></Sanctions>',
  '{"id":"1","schema":"Person","properties":{"name":["A B","髙"]},"target":true}\n{"id":"2","schema":"Company","properties":{"name":["C"]}}\n',
  '{"results":[{"source":"L","name":"A","alt_names":["B"],"ids":[{"number":"1"}]},{"source":"L","name":"B"}]}',
  "○ 告示第一号\n1 有限会社タコ\nTako LLC, a.k.a. one:\n-Taco;\n所在地：1 Road, Russia.2 虚構電子\nFic\n所在地：X\n",
  "Country or Region\nCompany or Organization\n1 中国\nChina\nMill 88\n・髙﨑\n生物\nB\n2 イラン\nIran\nWorks\n核\n",
];

const nasty = fc.constantFrom(
  ...[
    '"',
    "\n",
    "\r",
    ",",
    "\t",
    ";",
    "<",
    ">",
    "</",
    "&",
    "&#0;",
    "<!DOCTYPE a>",
    "<![CDATA[",
    "]]>",
    "<?",
    "{",
    "}",
    "[",
    "]",
  ],
  ...[
    "\\",
    "\\ud800",
    ":",
    "null",
    "1e999",
    "所在地",
    "1 ",
    "２ ",
    "（",
    "）",
    "別称、",
    "・",
    "𠮷",
    "葛󠄀",
    "\ufeff",
    "\0",
    "\x1a",
    "=cmd|x",
  ],
);

interface Damage {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

const damage = fc.array(fc.record({ at: fc.nat(600), cut: fc.nat(40), put: fc.oneof(nasty, fc.string()) }), {
  maxLength: 6,
});

function damaged(seed: string, harms: readonly Damage[]): Buffer {
  return Buffer.from(
    harms.reduce(
      (text, { at, cut, put }) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + cut),
      seed,
    ),
  );
}

/** Reads files in a layout and checks what must hold of every answer. */
async function holds(files: readonly Uint8Array[], layout: ListLayout): Promise<void> {
  const entries: ListEntry[] = [];
  const read = await importListFiles(
    files.map((bytes) => ({ bytes })),
    formatOf(layout, { mapping, hasHeader: true, announcedRows: null }),
    { work: quietWork(limits), onEntries: (batch) => entries.push(...batch) },
  );
  if (!read.ok) {
    assert.ok(read.error.line === null || read.error.line > 0);
    return;
  }
  const { rows, accepted, merged, passed, refusedTotal } = ImportReport.parse(read.value);
  assert.equal(rows, accepted + merged + passed + refusedTotal);
  assert.equal(ListEntry.array().parse(entries).length, accepted);
  assert.equal(new Set(entries.map(({ entryKey }) => entryKey)).size, accepted);
}

describe("readers of known lists, whatever the file holds", () => {
  test("a damaged file is read in every layout or refused, and every record is accounted for", async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...seeds),
      damage,
      fc.constantFrom(...ListLayout.options),
      async (seed, harms, other) => {
        const bytes = damaged(seed, harms);
        const looked = await previewFiles([{ bytes }], limits);
        if (looked.ok) await holds([bytes], looked.value.layout);
        await holds([bytes], other);
      },
    );
    await fc.assert(property, { numRuns });
  });

  test("a file cut off anywhere is read or refused", async () => {
    const property = fc.asyncProperty(fc.constantFrom(...seeds), fc.nat(2_000), async (seed, at) => {
      const bytes = Buffer.from(seed).subarray(0, at);
      const looked = await previewFiles([{ bytes }], limits);
      await holds([bytes], looked.ok ? looked.value.layout : "csv");
    });
    await fc.assert(property, { numRuns });
  });

  test("any bytes are read or refused in every layout", async () => {
    const starts = fc.constantFrom("", "<?xml ", "<a>", "{", "[", "PK\u0003\u0004", "%PDF-", "\ufeff");
    const property = fc.asyncProperty(
      starts,
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom(...ListLayout.options),
      async (start, rest, layout) => {
        const bytes = Buffer.concat([Buffer.from(start), rest]);
        await previewFiles([{ bytes }], limits);
        await holds([bytes], layout);
      },
    );
    await fc.assert(property, { numRuns });
  });

  test("several files at once are a set or refused", async () => {
    const property = fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...seeds), damage), { maxLength: 6 }),
      async (files) => {
        const all = files.map(([seed, harms]) => damaged(seed, harms));
        await previewFiles(
          all.map((bytes) => ({ bytes })),
          limits,
        );
        await holds(all, "ofac-csv");
      },
    );
    await fc.assert(property, { numRuns: Math.ceil(numRuns / 3) });
  });
});
