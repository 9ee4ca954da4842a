import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  choicesIn,
  dayNoteOf,
  dayNoteText,
  isBackwards,
  periodOf,
  periodText,
} from "../../../../../renderer/features/intake/intake-value.ts";
import { identifiersOf, namesOf, rowsFor, withRow } from "../../../../../renderer/features/intake/name-rows.ts";

const style = { locale: "ja", calendar: "gregorian" } as const;

describe("a period", () => {
  it("comes back from what is stored, whole or half", () => {
    for (const period of [
      { from: "2026-04-01", to: "2027-03-31" },
      { from: "2026-04-01", to: undefined },
      { from: undefined, to: "2027-03-31" },
    ]) {
      assert.deepEqual(periodOf(periodText(period)), period);
    }
    assert.equal(periodText({ from: undefined, to: undefined }), "");
  });

  it("is none when the stored text is something else", () => {
    assert.deepEqual(periodOf("令和8年度"), { from: undefined, to: undefined });
  });

  it("is seen to end before it begins", () => {
    assert.equal(isBackwards({ from: "2026-04-02", to: "2026-04-01" }), true);
    assert.equal(isBackwards({ from: "2026-04-01", to: "2026-04-01" }), false);
  });
});

describe("a day with a note", () => {
  it("comes back from what is stored", () => {
    for (const one of [
      { day: "2026-11-22", note: "書面（葛󠄀城が受領）" },
      { day: "2026-11-22", note: "" },
      { day: undefined, note: "口頭" },
    ]) {
      assert.deepEqual(dayNoteOf(dayNoteText(one)), one);
    }
  });

  it("keeps a note of several lines", () => {
    assert.equal(dayNoteOf("2026-11-22 一\n二").note, "一\n二");
  });
});

describe("the choices a field's name lists", () => {
  it("are taken from the brackets without the closing word", () => {
    assert.deepEqual(choicesIn("区分（常勤採用・任期付・招へい・実習生・短期訪問等）"), [
      "常勤採用",
      "任期付",
      "招へい",
      "実習生",
      "短期訪問",
    ]);
  });

  it("are none where the brackets explain instead", () => {
    assert.deepEqual(choicesIn("居住者・非居住者の別（外為法の確認に限り使用）"), []);
    assert.deepEqual(choicesIn("所在国・地域"), []);
  });
});

describe("the names of a subject", () => {
  const stored = [
    { kind: "primary", text: "𠮷田 葛󠄀" },
    { kind: "reading", text: "ﾖｼﾀﾞ ｶﾂﾗ" },
  ] as const;

  it("go through the form exactly as they are", () => {
    assert.deepEqual(namesOf(rowsFor(stored, style)), stored);
  });

  it("leave out lines without text", () => {
    assert.deepEqual(namesOf(withRow(rowsFor(stored, style))), stored);
  });

  it("offer the next kind nobody has used, under an id of its own", () => {
    const rows = withRow(rowsFor(stored, style));
    assert.equal(rows[2]?.kind, "latin");
    assert.equal(new Set(rows.map((row) => row.rowId)).size, 3);
  });
});

describe("identifiers", () => {
  it("are one per line in the writing of their scheme, without the empty ones", () => {
    assert.deepEqual(identifiersOf(" 0000-0002-1825-0097 \n\nresearchmap: yoshida\n架空-1 "), [
      "ORCID 0000-0002-1825-0097",
      "researchmap yoshida",
      "架空-1",
    ]);
  });
});
