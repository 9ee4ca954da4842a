import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadContent } from "../../../electron/content/load-content.ts";
import { itemsOf } from "../../../shared/domain/content/template.ts";

const folder = join(import.meta.dirname, "../../../resources");
const content = await loadContent(folder);
const texts = await Promise.all(
  ["checklists", "policy"].map(async (part) => {
    const names = await readdir(join(folder, part));
    return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, part, name), "utf8") })));
  }),
).then((parts) => parts.flat());

describe("the shipped content", () => {
  it("holds 80 items in four templates: 20, 20, 18 and 22", () => {
    assert.deepEqual(
      Object.fromEntries(content.templates.map((template) => [template.kind, itemsOf(template).length])),
      { person: 20, institution: 20, company: 18, "self-check": 22 },
    );
  });

  it("holds thirteen factors, forty measures, seven gates and six worked examples", () => {
    assert.deepEqual(
      [
        content.factors.factors.length,
        content.measures.measures.length,
        content.scoring.gates.length,
        content.examples.examples.length,
      ],
      [13, 40, 7, 6],
    );
  });

  it("says that no template is an official form", () => {
    assert.match(content.about.disclaimer.ja, /公式様式ではない/);
    assert.match(content.about.disclaimer.en, /not an official government form/);
  });

  it("names no web address", () => {
    for (const { name, text } of texts) assert.doesNotMatch(text, /https?:|www\./, name);
  });

  it("never speaks of suspicion or guilt", () => {
    const forbidden = /疑い|(?<![ァ-ヶー])クロ(?![ァ-ヶー])|\bsuspect/i;
    assert.deepEqual(
      texts.filter(({ text }) => forbidden.test(text)).map(({ name }) => name),
      [],
    );
  });

  it("names no list entry and bundles no list", () => {
    assert.ok(content.listPacks.layouts.length > 0);
    assert.deepEqual(
      texts.map(({ name }) => name).filter((name) => !/\.json$/.test(name)),
      [],
    );
  });

  it("asks for nobody's nationality, and keeps residency for export law alone", () => {
    const fields = content.templates.flatMap((template) => template.intake);
    assert.deepEqual(
      fields.filter((field) => /国籍|民族|出生地|信条|宗教/.test(field.name.ja)),
      [],
    );
    assert.equal(fields.find((field) => field.id === "residency")?.purpose, "fefa_only");
  });

  it("asks for the consent of a person before anything else is required", () => {
    const person = content.templates.find((template) => template.kind === "person");
    assert.equal(person?.intake.find((field) => field.id === "consent")?.required, true);
  });

  it("has a text and a source for every item at every depth", () => {
    for (const item of content.templates.flatMap((template) => itemsOf(template))) {
      for (const { sources } of Object.values(item.howFar)) assert.ok(sources.length > 0, item.id);
    }
  });

  it("counts every self-check item under a point of the task force, and no case item", () => {
    for (const template of content.templates) {
      for (const item of itemsOf(template)) {
        assert.equal(item.taskForce !== undefined, template.kind === "self-check", item.id);
      }
    }
  });

  it("keeps the flags of worked examples in step with the templates", () => {
    const items = new Map(content.templates.flatMap((template) => itemsOf(template)).map((item) => [item.id, item]));
    for (const { input } of content.examples.examples) {
      for (const { item, primary, supporting } of input.items) {
        assert.deepEqual({ primary, supporting }, items.get(item)?.factors, item);
      }
    }
  });
});
