import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { sentenceParts } from "../../../../../renderer/features/assessment/sentence-parts.ts";

const shape = (parts: ReturnType<typeof sentenceParts>): string[] => parts.map((part) => `${part.kind}:${part.text}`);

describe("the parts of a sentence", () => {
  it("are items, measures and the words between them", () => {
    const parts = sentenceParts("P-A1、P-A2「相当の懸念」→ 2（M-IS1）", {
      items: ["P-A1", "P-A2"],
      measures: ["M-IS1"],
    });
    assert.deepEqual(shape(parts), [
      "item:P-A1",
      "words:、",
      "item:P-A2",
      "words:「相当の懸念」→ 2（",
      "measure:M-IS1",
      "words:）",
    ]);
  });

  it("leave an id alone that is the beginning of a longer one", () => {
    const parts = sentenceParts("P-A10 P-A1 XP-A1", { items: ["P-A1"], measures: [] });
    assert.deepEqual(shape(parts), ["words:P-A10 ", "item:P-A1", "words: XP-A1"]);
  });

  it("join to the sentence again, whatever it holds", () => {
    const ids = fc.array(fc.constantFrom("P-A1", "P-A10", "I-B2", "C-C3"), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            ids.map((some) => some.join("、")),
          ),
        ),
        ids,
        (pieces, items) => {
          const sentence = pieces.join("");
          const parts = sentenceParts(sentence, { items, measures: [] });
          assert.equal(parts.map((part) => part.text).join(""), sentence);
          assert.equal(new Set(parts.map((part) => part.at)).size, parts.length);
        },
      ),
    );
  });
});
