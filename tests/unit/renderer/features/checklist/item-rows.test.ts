import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type ItemMark,
  markOf,
  neighbour,
  nextOpen,
  rowsOf,
} from "../../../../../renderer/features/checklist/item-rows.ts";
import { currentRow, visibleRows } from "../../../../../renderer/features/checklist/moves.ts";
import { caseFor, evidence, found, templateFor } from "../../../shared/domain/checklist/sample-answers.ts";

const person = templateFor("person");
const allMarked = (mark: ItemMark) => rowsOf(person, "light", () => mark);
const ids = (rows: readonly { item: { id: string } }[]): string[] => rows.map((row) => row.item.id);
const markedOpen = (...open: string[]) =>
  rowsOf(person, "light", (item) => (open.includes(item.id) ? "open" : "enough"));

describe("the list at light depth", () => {
  it("has the required items in the template's order, then the optional ones", () => {
    const rows = allMarked("open");
    assert.deepEqual(ids(rows).slice(0, 4), ["P-A1", "P-A2", "P-A3", "P-B1"]);
    assert.deepEqual(ids(rows).slice(-3), ["P-B5", "P-D1", "P-D2"]);
    assert.equal(rows.filter((row) => row.isRequired).length, 17);
  });

  it("walks past the optional ones while they are folded away", () => {
    const walked = visibleRows(allMarked("open"), { isOptionalShown: false, isHiddenShown: false });
    assert.equal(neighbour(walked, "P-B4", 1)?.item.id, "P-C1");
    assert.equal(neighbour(walked, "P-F4", 1), undefined);
    assert.equal(neighbour(walked, "P-A1", -1), undefined);
    assert.equal(
      neighbour(visibleRows(allMarked("open"), { isOptionalShown: true, isHiddenShown: false }), "P-F4", 1)?.item.id,
      "P-B5",
    );
  });

  it("opens at the item asked for, or else at the first open one, or else at the first", () => {
    assert.equal(currentRow(markedOpen("P-C2"), "P-D1").item.id, "P-D1");
    assert.equal(currentRow(markedOpen("P-C2"), "P-X9").item.id, "P-C2");
    assert.equal(currentRow(markedOpen(), undefined).item.id, "P-A1");
  });
});

describe("the next open item", () => {
  it("is looked for onwards, then from the top", () => {
    assert.equal(nextOpen(markedOpen("P-A2", "P-C2"), "P-B1")?.item.id, "P-C2");
    assert.equal(nextOpen(markedOpen("P-A2"), "P-B1")?.item.id, "P-A2");
  });

  it("is never the one on screen, and never an optional one", () => {
    assert.equal(nextOpen(markedOpen("P-A2"), "P-A2"), undefined);
    assert.equal(nextOpen(markedOpen("P-D1"), "P-A2"), undefined);
  });

  it("passes by what was put off until nothing else is left", () => {
    const rows = rowsOf(
      person,
      "light",
      (item): ItemMark => (item.id === "P-A2" ? "deferred" : item.id === "P-C2" ? "open" : "enough"),
    );
    assert.equal(nextOpen(rows, "P-A1")?.item.id, "P-C2");
    assert.equal(nextOpen(rows, "P-C2")?.item.id, "P-A2");
  });
});

describe("the mark of an item", () => {
  const clean = { answer: "none", sources: found("list_pack") };

  it("tells open, put off, incomplete and enough apart", () => {
    assert.equal(markOf(caseFor({}), false), "open");
    assert.equal(markOf(caseFor({}), true), "deferred");
    assert.equal(markOf(caseFor({ answer: "none" }), false), "incomplete");
    assert.equal(markOf(caseFor(clean), false), "enough");
  });

  it("says awaiting corroboration until a finding that weighs is backed up", () => {
    const two = [evidence(), evidence({ origin: "髙﨑登記所" })];
    assert.equal(markOf(caseFor({ answer: "material" }), false), "awaiting");
    assert.equal(markOf(caseFor({ answer: "material" }, { evidence: two }), false), "incomplete");
    assert.equal(markOf(caseFor({ answer: "material", confirmedBySubject: true }), false), "incomplete");
  });

  it("says could not confirm, with or without its reason", () => {
    assert.equal(markOf(caseFor({ answer: "unknown" }), false), "unknown");
    assert.equal(markOf(caseFor({ ...clean, answer: "unknown", unknownReason: "sparse" }), false), "unknown");
  });
});
