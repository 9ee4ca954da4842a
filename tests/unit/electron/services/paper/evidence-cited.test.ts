import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { evidenceCited } from "../../../../../electron/services/paper/paper-annexes.ts";
import type { Evidence } from "../../../../../shared/domain/evidence.ts";
import type { EvidenceMark, MarkPlace } from "../../../../../shared/domain/reading.ts";

const piece = (id: string, number: number, items: readonly string[]): Evidence => ({ id, number, items }) as never; // Only these are read.
const mark = (evidenceId: string, number: number, place: MarkPlace, items: readonly string[]): EvidenceMark =>
  ({ evidenceId, number, place, items }) as never; // Only these are read.
const onPage = (page: number): MarkPlace => ({ kind: "boxes", page, boxes: [{ x: 0, y: 0, width: 1, height: 1 }] });
const passage: MarkPlace = { kind: "passage", from: { part: 3, offset: 0 }, to: { part: 3, offset: 2 } };

describe("what an item rests on, as the paper prints it", () => {
  test("is the number of a piece, or of each highlight that the item cites with its page", () => {
    const evidence = [piece("a", 1, ["P-A1"]), piece("b", 2, ["P-A1"]), piece("c", 3, ["P-B1"])];
    const marks = [
      mark("b", 1, onPage(4), ["P-A1"]),
      mark("b", 2, passage, ["P-A1"]),
      mark("b", 3, onPage(9), ["P-B1"]),
    ];
    assert.deepEqual(evidenceCited({ evidence, marks }, "P-A1"), ["E1", "E2-1 p.4", "E2-2"]);
  });

  test("gives up the page, and then the highlight, where there is no room for them", () => {
    const evidence = [piece("a", 12_345, ["P-A1"])];
    assert.deepEqual(evidenceCited({ evidence, marks: [mark("a", 678, onPage(1_000), ["P-A1"])] }, "P-A1"), [
      "E12345-678",
    ]);
    const long = mark("a", 1_234_567, onPage(1), ["P-A1"]);
    assert.deepEqual(evidenceCited({ evidence, marks: [long] }, "P-A1"), ["E12345"]);
  });
});
