import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { changedFields } from "../../../../shared/domain/list-difference.ts";
import { changesIn, fieldsOf, lineOf, wordsOfEntry } from "../../../../shared/domain/listed-document.ts";

const entry = {
  entryKey: "0".repeat(32),
  type: "organisation",
  names: [
    { text: "架空理工大学 葛󠄀城校", kind: "primary", script: "han" },
    { text: "𠮷田ｶﾞｸｲﾝ", kind: "alias", script: "kana" },
  ],
  countries: ["架空国"],
  identifiers: [],
  conventional: true,
  remarks: "",
  sourceId: null,
  rowNumber: 7,
};

describe("fields in which an entry changed", () => {
  test("leave out the row in the file", () => {
    assert.deepEqual(changedFields(entry, { ...entry, rowNumber: 8 }), []);
  });

  test("name what differs, a new field too", () => {
    assert.deepEqual(changedFields(entry, { ...entry, countries: ["虚構国"], addresses: ["架空町"] }), [
      "countries",
      "addresses",
    ]);
  });

  test("do not name a field that says nothing on either side", () => {
    const { remarks: _remarks, sourceId: _sourceId, identifiers: _identifiers, ...shorter } = entry;
    assert.deepEqual(changedFields(entry, shorter), []);
    assert.deepEqual(changedFields(shorter, entry), []);
  });

  test("are none between a document and itself, in whatever order it names its fields", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        const turned = Object.fromEntries(Object.entries(document).toReversed());
        assert.deepEqual(changedFields(document, turned), []);
      }),
    );
  });
});

describe("an entry for people", () => {
  test("has a line with its first name and the number of the others", () => {
    const line = lineOf(3, entry);
    assert.deepEqual([line.name, line.otherNames, line.row], ["架空理工大学 葛󠄀城校", 1, 7]);
  });

  test("shows every field that says something, with the kind of each value", () => {
    assert.deepEqual(
      fieldsOf(entry).map(({ field }) => field),
      ["type", "names", "countries", "conventional"],
    );
    assert.deepEqual(fieldsOf(entry)[1]?.values[1], { text: "𠮷田ｶﾞｸｲﾝ", kind: "alias" });
    assert.deepEqual(fieldsOf(entry)[3]?.values, [{ text: "", kind: "yes" }]);
  });

  test("is looked through by all its words", () => {
    assert.ok(wordsOfEntry(entry).includes("𠮷田ｶﾞｸｲﾝ"));
    assert.ok(wordsOfEntry(entry).includes("架空国"));
  });

  test("shows of a changed field only what came and what went", () => {
    const later = { ...entry, names: [entry.names[0], { text: "吉田学院", kind: "alias", script: "han" }] };
    assert.deepEqual(changesIn(["names"], entry, later), [
      {
        field: "names",
        gone: [{ text: "𠮷田ｶﾞｸｲﾝ", kind: "alias" }],
        come: [{ text: "吉田学院", kind: "alias" }],
      },
    ]);
  });

  test("is shown whatever the document holds", () => {
    fc.assert(
      fc.property(fc.anything(), (document) => {
        assert.equal(typeof lineOf(1, document).name, "string");
        assert.ok(Array.isArray(fieldsOf(document)));
      }),
    );
  });
});
