import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { enoughOf } from "../../../../../renderer/features/checklist/enough.ts";
import { type ItemMark, rowsOf } from "../../../../../renderer/features/checklist/item-rows.ts";
import type { ItemView } from "../../../../../renderer/features/checklist/item-view.ts";
import { untouched } from "../../../../../renderer/features/checklist/item-work.ts";
import {
  allNothing,
  awaitsReason,
  cleanAnswer,
  type RunStatement,
  runCount,
  runSources,
} from "../../../../../renderer/features/checklist/run-statement.ts";
import { type Answer, type AnswerBody, lookInto } from "../../../../../shared/domain/answer.ts";
import { howFarAt, type ItemCase, missingFor } from "../../../../../shared/domain/checklist.ts";
import { itemsOf, type TemplateItem } from "../../../../../shared/domain/content/template.ts";
import { Depth, SourceType } from "../../../../../shared/domain/content/vocabulary.ts";
import { ItemId } from "../../../../../shared/domain/ids.ts";
import { caseFor, shippedItem, templateFor } from "../../../shared/domain/checklist/sample-answers.ts";

const person = templateFor("person");
const day = "2026-11-23";

function viewFor(item: TemplateItem, answer: Partial<AnswerBody> = {}, parts: Partial<ItemCase> = {}): ItemView {
  const one = caseFor(answer, { item, ...parts });
  const [row] = rowsOf({ sections: [{ ...mustHave(person.sections[0]), items: [item] }] }, one.depth, () => "open");
  const itemId = ItemId.parse(item.id);
  return {
    itemId,
    row: mustHave(row),
    work: untouched(itemId),
    one,
    evidence: [],
    enough: enoughOf(one),
    isReadOnly: false,
  };
}

function mustHave<T>(value: T | undefined): T {
  assert.ok(value !== undefined);
  return value;
}

const stated = (...sources: SourceType[]): RunStatement => ({ sources, lookedOn: day, isOptionalToo: false });
const asked = (item: TemplateItem): SourceType[] => howFarAt(item, "light").sources.map(({ source }) => source);

describe("an answer under a statement", () => {
  it("records exactly the sources that its item asks for and a person stated, dated and as said for the run", () => {
    fc.assert(
      fc.property(fc.constantFrom(...itemsOf(person)), fc.subarray([...SourceType.options]), (item, sources) => {
        const { answer, sources: looks = [] } = cleanAnswer(viewFor(item), stated(...sources));
        assert.equal(answer, "none");
        assert.deepEqual(
          looks.map((look) => look.sourceType),
          asked(item).filter((source) => sources.includes(source)),
        );
        assert.ok(looks.every((look) => look.result === "nothing" && look.basis === "run" && look.lookedOn === day));
      }),
    );
  });

  it("lacks nothing by the checklist's own rule once every source of the item is stated", () => {
    for (const item of itemsOf(person)) {
      const view = viewFor(item);
      const patch = cleanAnswer(view, stated(...SourceType.options));
      assert.deepEqual(
        missingFor({ ...view.one, answer: { ...view.one.answer, ...patch } as AnswerBody }),
        [],
        item.id,
      );
    }
  });

  it("is the bare answer without a statement, deeper than light, and on the other scale", () => {
    const item = shippedItem("person", "P-A1");
    const all = stated(...SourceType.options);
    assert.deepEqual(cleanAnswer(viewFor(item), undefined), { answer: "none" });
    for (const depth of Depth.options.filter((one) => one !== "light")) {
      assert.deepEqual(cleanAnswer(viewFor(item, {}, { depth }), all), { answer: "none" });
    }
    assert.deepEqual(cleanAnswer(viewFor(item, {}, { scale: "self-check" }), all), { answer: "none" });
  });

  it("leaves looks that were taken for the very item as they are", () => {
    const item = shippedItem("person", "P-A1");
    const [source] = asked(item);
    const own = lookInto(mustHave(source), "found", { query: "葛󠄀城 ｶﾂﾗｷﾞ", lookedOn: "2026-11-01" });
    const { sources = [] } = cleanAnswer(viewFor(item, { sources: [own] }), stated(...SourceType.options));
    assert.deepEqual(sources[0], own);
    assert.deepEqual(
      sources.map((look) => look.sourceType),
      asked(item),
    );
  });
});

describe("one key for the sources of one item", () => {
  it("notes what nobody looked into, as a look of that item alone", () => {
    const item = shippedItem("person", "P-A1");
    const looks = allNothing(viewFor(item), day);
    assert.deepEqual(
      looks.map(({ sourceType, basis, lookedOn }) => [sourceType, basis, lookedOn]),
      asked(item).map((source) => [source, "single", day]),
    );
    assert.deepEqual(allNothing(viewFor(item, { sources: looks }), "2026-12-01"), looks);
  });
});

describe("what a run asks about", () => {
  const rowsWith = (markOf: (id: string) => ItemMark) => rowsOf(person, "light", (item) => markOf(item.id));

  it("is each source of its open items once, and none of items that have an answer", () => {
    const all = runSources(
      rowsWith(() => "open"),
      false,
    );
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual(
      runSources(
        rowsWith((id) => (id === "P-A1" ? "deferred" : "enough")),
        false,
      ),
      asked(shippedItem("person", "P-A1")),
    );
    assert.deepEqual(
      runSources(
        rowsWith(() => "incomplete"),
        true,
      ),
      [],
    );
  });

  it("counts optional items only where they were asked for, and hidden ones never", () => {
    const rows = rowsWith((id) => (id === "P-A1" ? "enough" : "open"));
    assert.deepEqual(runCount(rows, false), { done: 1, total: 17 });
    assert.deepEqual(runCount(rows, true), { done: 1, total: 20 });
    const hidden = rows.map((row) => (row.item.id === "P-B5" ? { ...row, isHidden: true } : row));
    assert.deepEqual(runCount(hidden, true), { done: 1, total: 19 });
  });
});

describe("the digits", () => {
  it("mean reasons only while an item that could not be confirmed has none", () => {
    const item = shippedItem("person", "P-A1");
    const awaits = (answer: Partial<Answer>, parts: Partial<ItemCase> = {}) =>
      awaitsReason(viewFor(item, answer, parts));
    assert.equal(awaits({ answer: "unknown" }), true);
    assert.equal(awaits({ answer: "unknown", unknownReason: "sparse" }), false);
    assert.equal(awaits({}), false);
    assert.equal(awaits({ answer: "unknown" }, { scale: "self-check" }), false);
  });
});
