import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createNamer } from "../../../../shared/domain/content/names.ts";
import { assess } from "../../../../shared/domain/risk/assess.ts";
import { whatWouldChange } from "../../../../shared/domain/risk/what-would-change.ts";
import {
  changeSentence,
  effectSentences,
  leafSentence,
  type Speaker,
} from "../../../../shared/strings/risk-sentences.ts";
import { createText, locales } from "../../../../shared/strings/text.ts";
import { anyCase } from "../domain/risk/random-cases.ts";
import { caseOf, content, itemFor, rules } from "../domain/risk/sample-cases.ts";

const speakers = locales.map(
  (locale): Speaker => ({ text: createText(locale), nameOf: createNamer(content, locale), locale }),
);
const [ja] = speakers;
assert.ok(ja);

describe("sentences about a risk", () => {
  it("say what would change it and where to", () => {
    const input = caseOf([itemFor({ item: "X-1", answer: "minor" })], { techTier: "T1", access: "A1" });
    const worse = whatWouldChange(input, rules).find(
      (one) => one.change.kind === "answer" && one.direction === "worse",
    );
    assert.ok(worse);
    assert.equal(changeSentence(ja, worse.change), "X-1の回答を「軽微な懸念」から「相当の懸念」に改めると");
    assert.ok(effectSentences(ja, worse.before, worse.after).includes("固有リスクが「低」から「中」に変わる"));
  });

  it("name no effect where nothing moves", () => {
    const outcome = { recommendation: "accept", inherent: "low", planned: "low", actual: "low" } as const;
    assert.deepEqual(effectSentences(ja, outcome, outcome), []);
  });

  it("say what a row of the table looked at, by name, and that nothing was there", () => {
    const { rows } = assess(caseOf([itemFor()]), rules).advice;
    const leaf = rows[0]?.leaves[0];
    assert.ok(leaf);
    const { subject, finding } = leafSentence(ja, leaf);
    assert.equal(subject, "開いているゲート");
    assert.match(finding, /^なし（G1 法令上の禁止、G7 /u);
  });

  it("can be formed for every change and every leaf of every case, in both languages", () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { advice, depthAdvice } = assess(input, rules);
        const changes = whatWouldChange(input, rules);
        for (const speaker of speakers) {
          const said = [
            ...changes.map((one) => changeSentence(speaker, one.change)),
            ...changes.flatMap((one) => effectSentences(speaker, one.before, one.after)),
            ...[...advice.rows, ...depthAdvice.rows].flatMap((row) =>
              row.leaves.flatMap((leaf) => Object.values(leafSentence(speaker, leaf))),
            ),
          ];
          for (const sentence of said) assert.doesNotMatch(sentence, /[{}]|undefined|NaN|^$/u);
        }
      }),
      { numRuns: 25 },
    );
  });
});
