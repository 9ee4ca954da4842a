import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { shownPhrase } from "../../../../../renderer/features/checklist/shown-words.ts";
import type { ShownWhen } from "../../../../../shared/domain/content/shown-when.ts";
import type { Template } from "../../../../../shared/domain/content/template.ts";
import { AnswerId, Depth, TechTier } from "../../../../../shared/domain/content/vocabulary.ts";
import { type ShownContext, visibilityOf } from "../../../../../shared/domain/visibility.ts";
import { createText, type Locale, locales } from "../../../../../shared/strings/text.ts";
import { templateFor } from "../../../shared/domain/checklist/sample-answers.ts";
import { content } from "../../../shared/domain/risk/sample-cases.ts";

const person = templateFor("person");
const bare: ShownContext = {
  answers: [],
  depth: "light",
  techTier: null,
  access: null,
  triggers: [],
  kind: "person",
};

/** The words for one condition on P-B5 as the page has them. */
function wordsFor(shownWhen: ShownWhen, locale: Locale, context: Partial<ShownContext> = {}): string {
  const sections = person.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.id === "P-B5" ? { ...item, shownWhen } : item)),
  }));
  const template: Template = { ...person, sections };
  const reason = visibilityOf(template, { ...bare, ...context }).get("P-B5")?.reason;
  assert.ok(reason !== undefined);
  const pick = (words: { ja: string; en: string }): string => words[locale];
  return shownPhrase(reason, { text: createText(locale), pick, vocabulary: content.vocabulary });
}

const finding: ShownWhen = { item: "P-B4", answerIn: ["minor", "serious"] };

describe("a condition in words", () => {
  it("names the answers that count and the one given now", () => {
    const context = { answers: [{ itemId: "P-B4", answer: "minor" }] };
    const nameOf = (id: string): string =>
      content.vocabulary.answersRisk.find((entry) => entry.id === id)?.name.ja ?? "?";
    const words = wordsFor(finding, "ja", context);
    assert.ok(words.startsWith("P-B4 の回答が"), words);
    assert.ok(words.includes(`今は「${nameOf("minor")}」`), words);
    assert.ok(words.includes(nameOf("serious")), words);
  });

  it("says none where triage has not set anything yet", () => {
    assert.equal(wordsFor({ techTier: ["T2", "T3"] }, "ja"), "技術の機微度が T2、T3（今は なし）");
    assert.equal(wordsFor({ techTier: ["T2"] }, "en"), "the technology tier is T2 (now: none)");
  });

  it("joins parts, brackets a group within a group, and says the opposite", () => {
    const nested: ShownWhen = {
      all: [{ kind: ["person"] }, { any: [{ access: ["A2"] }, { not: { techTier: ["T0"] } }] }],
    };
    const ja = wordsFor(nested, "ja", { techTier: "T1", access: "A1" });
    assert.match(ja, /、かつ、（.+、又は、（次に当たらない：技術の機微度が T0（今は T1））/u);
    assert.match(wordsFor(nested, "en"), /, and \(.+, or \(not: the technology tier is T0 \(now: none\)\)\)/u);
  });

  it("leaves no place unfilled and no id of a known word bare, whatever the condition", () => {
    const leaf = fc.oneof(
      fc.subarray([...AnswerId.options], { minLength: 1 }).map((answerIn): ShownWhen => ({ item: "P-B4", answerIn })),
      fc.constantFrom(...Depth.options).map((depthFrom): ShownWhen => ({ depthFrom })),
      fc.subarray([...TechTier.options], { minLength: 1 }).map((techTier): ShownWhen => ({ techTier })),
    );
    const parts = fc.array(leaf, { minLength: 1, maxLength: 4 });
    const when = fc.oneof(
      leaf,
      parts.map((all): ShownWhen => ({ all })),
      parts.map((any): ShownWhen => ({ any })),
      leaf.map((not): ShownWhen => ({ not })),
    );
    fc.assert(
      fc.property(when, fc.constantFrom(...locales), (condition, locale) => {
        const words = wordsFor(condition, locale);
        assert.doesNotMatch(words, /[{}]|undefined|not_checked|depthFrom/u);
        assert.ok(words.trim() !== "");
      }),
    );
  });
});
