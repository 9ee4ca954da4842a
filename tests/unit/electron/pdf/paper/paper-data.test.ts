import assert from "node:assert/strict";
import { test } from "node:test";
import { limitsOf, proseSections } from "../../../../../electron/pdf/paper/limits.ts";
import { readPaper } from "../../../../../electron/pdf/paper/read-paper.ts";
import { countCharacters } from "../../../../../electron/pdf/paper/text-rules.ts";
import { samplePaper } from "../../../../fixtures/paper/sample-paper.ts";

type Changes = Partial<ReturnType<typeof samplePaper>>;

function refusalOf(changes: Changes & Record<string, unknown>): unknown {
  const read = readPaper({ ...samplePaper(), ...changes });
  return read.ok ? undefined : read.error;
}

test("the sample paper is accepted as it is", () => {
  assert.equal(readPaper(samplePaper()).ok, true);
});

test("a section may be exactly as long as its limit and not one character longer", () => {
  for (const section of proseSections) {
    const limit = limitsOf.sections[section].ja;
    const { sections } = samplePaper();
    assert.equal(refusalOf({ sections: { ...sections, [section]: "研".repeat(limit) } }), undefined);
    assert.deepEqual(refusalOf({ sections: { ...sections, [section]: "研".repeat(limit + 1) } }), {
      code: "paper-over-limit",
      at: [`sections.${section}`],
    });
  }
});

test("𠮷 and 葛󠄀 count as one character each", () => {
  assert.equal(countCharacters("𠮷葛󠄀か\u3099"), 3);
  const { sections } = samplePaper();
  assert.equal(refusalOf({ sections: { ...sections, request: "葛󠄀".repeat(limitsOf.sections.request.ja) } }), undefined);
});

test("an empty section is refused as incomplete", () => {
  const { sections } = samplePaper();
  assert.deepEqual(refusalOf({ sections: { ...sections, value: " 　" } }), {
    code: "paper-incomplete",
    at: ["sections.value"],
  });
});

test("a withheld section is refused for the committee and allowed for an outside copy", () => {
  const { sections, document } = samplePaper();
  const withheld = { ...sections, outline: null };
  assert.deepEqual(refusalOf({ sections: withheld }), { code: "paper-incomplete", at: ["sections.outline"] });
  assert.equal(refusalOf({ sections: withheld, document: { ...document, redactionLevel: "R3" } }), undefined);
});

test("a hundred thousand characters are refused", () => {
  const { sections } = samplePaper();
  const refusal = refusalOf({ sections: { ...sections, outline: "あ".repeat(100_000) } });
  assert.deepEqual(refusal, { code: "paper-over-limit", at: ["sections.outline"] });
});

test("text that hides or turns other text is refused, with the field", () => {
  const { people } = samplePaper();
  const hidden = [
    "\u202Eabc",
    "a\u2066b",
    "a\u200Fb",
    "a\u200Bb",
    "a\u0000b",
    "a\u0007b",
    "\uFEFFa",
    "a\u2028b",
    "a\u{E0041}b",
  ];
  for (const name of hidden) {
    assert.deepEqual(
      refusalOf({ people: { ...people, chair: { ...people.chair, name } } }),
      { code: "text-invalid", at: ["people.chair.name"] },
      JSON.stringify(name),
    );
  }
});

test("an unpaired surrogate is refused", () => {
  for (const name of ["山\uD842", "\uDFB7田", "\uDFB7\uD842"]) {
    const { people } = samplePaper();
    assert.deepEqual(refusalOf({ people: { ...people, author: { ...people.author, name } } }), {
      code: "text-invalid",
      at: ["people.author.name"],
    });
  }
});

test("markup is text like any other", () => {
  const { case: matter } = samplePaper();
  assert.equal(refusalOf({ case: { ...matter, title: "<b>甲</b> & 乙 %PDF-1.7 (x) endobj" } }), undefined);
});

test("more facts than the summary has room for are refused", () => {
  const { facts } = samplePaper();
  const seven = [...(facts ?? []), ...(facts ?? [])].slice(0, 7);
  assert.deepEqual(refusalOf({ facts: seven }), { code: "paper-over-limit", at: ["facts"] });
});

test("a field nobody declared is refused", () => {
  assert.deepEqual(refusalOf({ note: "x" }), { code: "paper-unreadable", at: [""] });
});

test("data for another version of the drawing code is refused, not drawn differently", () => {
  assert.deepEqual(refusalOf({ renderer: "0" }), { code: "renderer-unknown" });
});

test("a date that does not exist is refused", () => {
  const { document } = samplePaper();
  assert.deepEqual(refusalOf({ document: { ...document, retainUntil: "2026-02-30" } }), {
    code: "paper-unreadable",
    at: ["document.retainUntil"],
  });
});
