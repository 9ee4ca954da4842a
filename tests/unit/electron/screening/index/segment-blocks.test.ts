import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createNameIndex } from "../../../../../electron/screening/index/name-index.ts";
import { indexName } from "../../../../../electron/screening/index/name-words.ts";
import { openSegment, type SegmentColumns } from "../../../../../electron/screening/index/segment.ts";
import {
  createSegmentAssembly,
  SegmentDamaged,
  segmentBlocks,
} from "../../../../../electron/screening/index/segment-blocks.ts";
import { createSegmentBuilder } from "../../../../../electron/screening/index/segment-builder.ts";

const given = ["Torbin", "Maskel", "髙﨑", "Вениамин", "خالد", "김수", "ﾎﾟﾘﾌｨ", "Odrun"];
const family = ["Ostrenko", "Varno", "邊子", "Ладожский", "الحمروني", "𠮷村", "葛󠄀城", "Halvoe"];

function columnsOf(count: number): SegmentColumns {
  const builder = createSegmentBuilder();
  for (let at = 0; at < count; at += 1) {
    const name = `${given[at % 8] ?? ""} ${family[(at >> 3) % 8] ?? ""} ${at % 40 === 0 ? `Nr ${at}` : ""}`;
    const type = (["person", "organisation", "unknown"] as const)[at % 3] ?? "person";
    builder.add({ entryKey: at.toString(16).padStart(32, "0"), type, names: [name] });
  }
  return builder.finish();
}

function restored(blocks: Iterable<Uint8Array>): SegmentColumns {
  const assembly = createSegmentAssembly();
  for (const block of blocks) assembly.take(block);
  return assembly.finish();
}

describe("kept blocks of an index", () => {
  test("give back every column as it was", () => {
    const columns = columnsOf(6_000);
    assert.deepEqual(restored(segmentBlocks(columns)), columns);
    const empty = columnsOf(0);
    assert.deepEqual(restored(segmentBlocks(empty)), empty);
  });

  test("give back the same candidates in the same order", () => {
    const columns = columnsOf(3_000);
    const [built, kept] = [columns, restored(segmentBlocks(columns))].map((own) => {
      const index = createNameIndex();
      index.put(openSegment("one", own));
      return index;
    });
    const letters = fc.string({ unit: fc.constantFrom(..."torbinmaskelváрно髙邊김ل "), minLength: 1, maxLength: 20 });
    const names = fc.oneof(
      letters,
      fc.tuple(fc.constantFrom(...given), fc.constantFrom(...family)).map((two) => two.join(" ")),
    );
    fc.assert(
      fc.property(names, fc.constantFrom("person" as const, "organisation" as const), (text, type) => {
        const ask = (index: typeof built) => index?.candidates(indexName(text, type)).map(({ name }) => name);
        assert.deepEqual(ask(kept), ask(built));
      }),
      { numRuns: 200 },
    );
  });

  test("are refused when any byte has changed", () => {
    const blocks = [...segmentBlocks(columnsOf(400))];
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (which, where, flip) => {
        const damaged = blocks.map((block) => block.slice());
        const block = damaged[which % damaged.length] ?? new Uint8Array();
        block[where % block.length] = (block[where % block.length] ?? 0) ^ flip;
        assert.throws(() => restored(damaged), SegmentDamaged);
      }),
      { numRuns: 100 },
    );
  });

  test("are refused when one is missing, doubled, cut short or out of order", () => {
    const blocks = [...segmentBlocks(columnsOf(400))];
    for (const at of blocks.keys()) {
      assert.throws(() => restored(blocks.toSpliced(at, 1)), SegmentDamaged, `without block ${at}`);
      assert.throws(() => restored(blocks.toSpliced(at, 0, blocks[at] ?? new Uint8Array())), SegmentDamaged);
      assert.throws(() => restored(blocks.with(at, (blocks[at] ?? new Uint8Array()).subarray(0, 3))), SegmentDamaged);
    }
    assert.throws(() => restored([]), SegmentDamaged);
  });
});
