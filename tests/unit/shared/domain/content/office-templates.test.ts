import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import fc from "fast-check";
import { loadContent } from "../../../../../electron/content/load-content.ts";
import { mustExist } from "../../../../../shared/assert.ts";
import { type Answer, emptyAnswer } from "../../../../../shared/domain/answer.ts";
import { allItemsOf, missingBuiltIns, readTemplate } from "../../../../../shared/domain/content/check-template.ts";
import { compareTemplates, isUnchanged } from "../../../../../shared/domain/content/compare-templates.ts";
import {
  addItem,
  addSection,
  blankItem,
  changeItem,
  freeId,
  hideItem,
  hideSection,
  moveItem,
  moveSection,
  removeItem,
  showItem,
} from "../../../../../shared/domain/content/edit-template.ts";
import { itemsOf, type TemplateFile } from "../../../../../shared/domain/content/template.ts";
import { isTouched, planUpgrade } from "../../../../../shared/domain/content/upgrade-plan.ts";
import { ItemId } from "../../../../../shared/domain/ids.ts";
import { TemplateDraft } from "../../../../../shared/domain/office-template.ts";
import { places } from "../../../../support/test-engine.ts";

let person: TemplateFile;
let all: TemplateFile[];
before(async () => {
  const { templates } = await loadContent(places.resources);
  all = templates.map(({ hash: _hash, ...file }) => file);
  person = mustExist(all[0], "a template");
});

type Edit = (file: TemplateFile) => TemplateFile;

/** Any chain of what the editor can do. */
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom(
        "hide",
        "show",
        "up",
        "down",
        "hideSection",
        "sectionUp",
        "reword",
        "key",
        "add",
        "addSection",
        "remove",
      ),
      fc.nat(),
    )
    .map(
      ([act, number]): Edit =>
        (file) => {
          const items = allItemsOf(file);
          const item = mustExist(items[number % items.length], "an item");
          const section = mustExist(file.sections[number % file.sections.length], "a section");
          const taken = [...items.map((one) => one.id), ...file.sections.map((one) => one.id)];
          const itemId = freeId(file.kind, taken, "X");
          switch (act) {
            case "hide":
              return hideItem(file, item.id);
            case "show":
              return showItem(file, file.hidden?.[number % file.hidden.length]?.item.id ?? "");
            case "up":
              return moveItem(file, item.id, -1);
            case "down":
              return moveItem(file, item.id, 1);
            case "hideSection":
              return hideSection(file, section.id);
            case "sectionUp":
              return moveSection(file, section.id, -1);
            case "reword":
              return changeItem(file, { ...item, question: { ja: `𠮷野 葛󠄀 ${number}`, en: `reworded ${number}` } });
            case "key":
              return changeItem(file, { ...item, key: !item.key });
            case "add":
              return addItem(file, section.id, blankItem(file, itemId, section.id));
            case "addSection":
              return addSection(file, {
                id: freeId(file.kind, taken, "Y"),
                title: { ja: "章", en: "part" },
                items: [blankItem(file, itemId, "")],
              });
            default:
              return /-X\d+$/u.test(item.id) ? removeItem(file, item.id) : file;
          }
        },
    ),
  { maxLength: 40 },
);

const applied = (file: TemplateFile, chain: readonly Edit[]): TemplateFile =>
  chain.reduce((now, edit) => edit(now), file);
/** The same template with words where none are written yet. */
function withTexts(file: TemplateFile): TemplateFile {
  // Safe: a text for a text, nothing else is changed.
  return JSON.parse(JSON.stringify(file).replaceAll('{"ja":"","en":""}', '{"ja":"文","en":"text"}')) as TemplateFile;
}

describe("editing a template", () => {
  test("never loses a built-in item, repeats an id or leaves a section empty, whatever is done", () => {
    fc.assert(
      fc.property(edits, (chain) => {
        const next = applied(person, chain);
        assert.deepEqual(missingBuiltIns(next, person), []);
        const ids = allItemsOf(next).map((item) => item.id);
        assert.equal(new Set(ids).size, ids.length);
        assert.ok(next.sections.length > 0 && next.sections.every((section) => section.items.length > 0));
        assert.ok(TemplateDraft.safeParse(next).success);
      }),
      { numRuns: 150 },
    );
  });

  test("hides and shows an item at the place it had", () => {
    for (const item of itemsOf(person)) assert.deepEqual(showItem(hideItem(person, item.id), item.id), person);
  });

  test("keeps what was hidden with a whole section, and brings the section back", () => {
    const section = mustExist(person.sections[1], "a second section");
    const hidden = hideSection(person, section.id);
    assert.equal(
      hidden.sections.some((one) => one.id === section.id),
      false,
    );
    const back = section.items.reduce((file, item) => showItem(file, item.id), hidden);
    assert.deepEqual(new Set(itemsOf(back).map((item) => item.id)), new Set(itemsOf(person).map((item) => item.id)));
    assert.deepEqual(back.sections[1]?.title, section.title);
  });

  test("is ready with every built-in template, and says where a text is missing", () => {
    for (const file of all) assert.ok("file" in readTemplate(file), file.id);
    const section = mustExist(person.sections[0], "a section");
    const draft = addItem(person, section.id, blankItem(person, "P-X1", section.id));
    const read = readTemplate(draft);
    assert.ok("problems" in read);
    assert.ok(read.problems.some((one) => one.code === "text-empty" && one.place === "P-X1 question.ja"));
  });
});

describe("the rules of a template", () => {
  const problemOf = (file: unknown): string => {
    const read = readTemplate(file);
    const first = "problems" in read ? read.problems[0] : undefined;
    return first === undefined ? "none" : `${first.code} @ ${first.place}`;
  };
  test("name conditions in a circle, conditions on nothing, and ids that stand twice", () => {
    const [one, two] = itemsOf(person);
    assert.ok(one !== undefined && two !== undefined);
    const circle = changeItem(changeItem(person, { ...one, shownWhen: { item: two.id, answerIn: ["serious"] } }), {
      ...two,
      shownWhen: { item: one.id, answerIn: ["serious"] },
    });
    assert.match(problemOf(circle), /^condition-cycle @ /u);
    const lost = changeItem(person, { ...one, shownWhen: { item: "P-ZZ9", answerIn: ["serious"] } });
    assert.equal(problemOf(lost), `id-missing @ ${one.id} shownWhen P-ZZ9`);
    const twice = changeItem(person, { ...two, id: one.id });
    assert.equal(
      problemOf({
        ...twice,
        sections: twice.sections.map((s) => ({
          ...s,
          items: s.items.map((i) => (i.id === two.id ? { ...i, id: one.id } : i)),
        })),
      }),
      `id-twice @ ${one.id}`,
    );
  });

  test("do not repeat hostile words from a file as the place", () => {
    const section = mustExist(person.sections[0], "a section");
    const hostile = { ...person, sections: [{ ...section, id: "<script>alert(1)</script>\u202e" }] };
    assert.doesNotMatch(problemOf(hostile), /script|\u202e/u);
  });

  test("answer any value with a template or with places, and never throw", () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (value) => {
        const read = readTemplate(value);
        assert.ok("file" in read || read.problems.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});

describe("comparing two versions", () => {
  test("finds nothing in a version and itself", () => {
    for (const file of all) {
      const { head, sections, items } = compareTemplates(file, file);
      assert.deepEqual([head, sections.filter((one) => one.kind !== "same" || one.isMoved)], [[], []]);
      assert.ok(items.every(isUnchanged));
    }
  });

  test("names every item of either version once, and mirrors itself the other way round", () => {
    const mirror = {
      added: "removed",
      removed: "added",
      hidden: "shown",
      shown: "hidden",
      changed: "changed",
      same: "same",
    };
    fc.assert(
      fc.property(edits, edits, (one, two) => {
        const [a, b] = [applied(person, one), applied(person, two)];
        const there = compareTemplates(a, b).items;
        const back = new Map(compareTemplates(b, a).items.map((item) => [item.itemId, item]));
        const ids = new Set([...allItemsOf(a), ...allItemsOf(b)].map((item) => item.id));
        assert.deepEqual(new Set(there.map((item) => item.itemId)), ids);
        assert.equal(there.length, ids.size);
        for (const item of there) assert.equal(back.get(item.itemId)?.kind, mirror[item.kind]);
      }),
      { numRuns: 100 },
    );
  });

  test("calls the one item that went elsewhere moved, and no other", () => {
    const section = mustExist(person.sections[0], "a section");
    const item = mustExist(section.items[0], "an item");
    const moved = moveItem(person, item.id, 1);
    const found = compareTemplates(person, moved).items.filter((one) => one.isMoved);
    assert.equal(found.length, 1);
  });
});

describe("the plan of a move", () => {
  const answerTo = (itemId: string, fact: string): Answer => ({
    ...emptyAnswer,
    itemId: ItemId.parse(itemId),
    fact,
    answer: fact === "" ? "not_checked" : "minor",
    revision: 1,
    updatedAt: null,
    updatedBy: null,
  });
  test("puts every touched answer into exactly one list, and loses none", () => {
    fc.assert(
      fc.property(edits, edits, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (one, two, written) => {
        const [from, to] = [withTexts(applied(person, one)), withTexts(applied(person, two))];
        const answers = itemsOf(person).map((item, at) => answerTo(item.id, written[at % 40] === true ? "事実" : ""));
        const plan = planUpgrade({ from, to, answers, depth: "enhanced" });
        const touched = answers.filter(isTouched).map((answer) => answer.itemId);
        const listed = [...plan.kept, ...plan.lookAgain, ...plan.returning, ...plan.gone];
        assert.deepEqual(listed.toSorted(), touched.toSorted());
        assert.ok(plan.fresh.every((id) => !touched.some((known) => known === id)));
      }),
      { numRuns: 100 },
    );
  });
});
