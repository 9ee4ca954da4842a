import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkCodes, checkOf, reasonCodes } from "../../../../../electron/pdf/verification/reasons.ts";
import { outcomeWords, verdictWords } from "../../../../../electron/pdf/verification/verdict.ts";
import { verification as en } from "../../../../../shared/strings/en/verification.ts";
import { verification as ja } from "../../../../../shared/strings/ja/verification.ts";

const expected = [
  ...reasonCodes.map((code) => `reason.${code}`),
  ...checkCodes.map((code) => `check.${code}`),
  ...outcomeWords.map((code) => `outcome.${code}`),
  ...verdictWords.flatMap((code) => [`verdict.${code}`, `meaning.${code}`]),
];

describe("the words of verification", () => {
  for (const [language, words] of Object.entries({ ja, en })) {
    it(`has a sentence for every code in ${language}, and none for codes that do not exist`, () => {
      const present = Object.keys(words).filter((key) => !key.startsWith("note."));
      assert.deepEqual(present.sort(), [...expected].sort());
    });

    it(`says no two reasons with the same sentence in ${language}`, () => {
      const sentences = Object.entries(words)
        .filter(([key]) => key.startsWith("reason."))
        .map(([, words]) => words);
      assert.equal(new Set(sentences).size, sentences.length);
    });
  }

  it("puts every reason under a check that exists", () => {
    for (const code of reasonCodes) assert.ok(checkCodes.includes(checkOf(code)), code);
  });
});
