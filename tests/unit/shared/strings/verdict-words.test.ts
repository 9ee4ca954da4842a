import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Vocabulary } from "../../../../shared/domain/content/vocabulary.ts";
import { createText, locales } from "../../../../shared/strings/text.ts";

const file = new URL("../../../../resources/policy/vocabulary.json", import.meta.url);
const { screeningDispositions } = Vocabulary.parse(JSON.parse(readFileSync(file, "utf8")));

for (const locale of locales)
  test(`where a candidate is judged, its verdict is called as the word list and the paper call it: ${locale}`, () => {
    const text = createText(locale);
    assert.equal(screeningDispositions.length, 4);
    for (const { id, name } of screeningDispositions) {
      const judged = text(`match.verdict-${id}`);
      assert.ok(name[locale].startsWith(judged), `${judged}: ${name[locale]}`);
      assert.ok(text(`paper.disposition_${id}`).startsWith(judged), judged);
    }
  });
