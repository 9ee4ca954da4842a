import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { mustExist } from "../../../shared/assert.ts";
import { changeItem, hideItem } from "../../../shared/domain/content/edit-template.ts";
import { itemsOf, type Template, type TemplateFile } from "../../../shared/domain/content/template.ts";
import type { DossierId, Sha256 } from "../../../shared/domain/ids.ts";
import { ItemId } from "../../../shared/domain/ids.ts";
import { fillSheet, rowOfItem } from "../../support/fill-sheet.ts";
import { must } from "../../support/must.ts";
import { deskOf } from "../../support/scene.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { openCase } from "../../support/whole-job.ts";

let kura: TestEngine;
let builtIn: Template;
let templateId: string;
let first: Sha256;
let dossierId: DossierId;
const A = (): ItemId => ItemId.parse(mustExist(itemsOf(builtIn)[0], "a first item").id);
const B = (): ItemId => ItemId.parse(mustExist(itemsOf(builtIn)[1], "a second item").id);

before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  dossierId = (await openCase(deskOf(kura), (field) => `${field} 髙﨑`)).id;
  builtIn = must(await kura.host.checklist.open({ dossierId })).template;
  for (const itemId of [A(), B()])
    must(
      await kura.host.checklist.record({
        dossierId,
        itemId,
        baseRevision: 0,
        patch: { answer: "minor", fact: `${itemId} の事実 𠮷` },
      }),
    );
});
after(() => kura.close());

async function publish(edit: (file: TemplateFile) => TemplateFile, label: string): Promise<Sha256> {
  const { draft } = must(await kura.host.templates.openDraft({ templateId }));
  const file = edit(draft.file);
  const saved = must(await kura.host.templates.saveDraft({ templateId, revision: draft.revision, file }));
  const { revision } = saved.draft;
  return must(await kura.host.templates.publish({ templateId, revision, label, note: "架空" })).version.hash;
}

describe("a template of the office's own", () => {
  test("is copied, written, published under the hash of its text, and starts new cases", async () => {
    templateId = must(await kura.host.templates.copy({ hash: builtIn.hash })).template.templateId;
    first = await publish((file) => {
      const item = mustExist(itemsOf(file)[0], "an item");
      return hideItem(
        changeItem(file, { ...item, question: { ja: "葛󠄀城では、どう問うか。", en: "Asked anew?" } }),
        B(),
      );
    }, "2026 第1版");
    must(await kura.host.templates.setStart({ kind: builtIn.kind, templateId }));
    const opened = await openCase(deskOf(kura), () => "ﾊﾝｶｸ");
    assert.equal(opened.templateHash, first);
    assert.equal(must(await kura.host.templates.read({ hash: first })).template.hidden?.length, 1);
  });

  test("refuses a draft that lost a built-in item, one that another window changed, and the same text twice", async () => {
    const { draft } = must(await kura.host.templates.openDraft({ templateId }));
    const section = mustExist(draft.file.sections[0], "a section");
    const cut = { ...draft.file, sections: [{ ...section, items: section.items.slice(0, 1) }] };
    const lost = await kura.host.templates.saveDraft({ templateId, revision: draft.revision, file: cut });
    assert.equal(codeOf(lost), "template-not-ready");
    const { file } = draft;
    assert.equal(
      codeOf(await kura.host.templates.saveDraft({ templateId, revision: draft.revision + 1, file })),
      "stale-revision",
    );
    const again = await kura.host.templates.publish({
      templateId,
      revision: draft.revision,
      label: "2026 第1版",
      note: "",
    });
    assert.equal(codeOf(again), "template-unchanged");
    must(await kura.host.templates.dropDraft({ templateId, revision: draft.revision }));
  });

  test("goes out as a file and is known when it comes back; a changed file is refused and changes nothing", async () => {
    const path = join(kura.folder, "template.json");
    kura.answers["template-copy"] = [path];
    must(await kura.host.templates.export({ hash: first }));
    kura.answers.template = [path];
    const seen = must(await kura.host.templates.beginImport({}));
    assert.deepEqual([seen.hash, seen.hashNamed, seen.known], [first, "agrees", "office"]);
    const { importId } = seen;
    assert.equal(codeOf(await kura.host.templates.finishImport({ importId, into: "own" })), "template-unchanged");
    const before = must(await kura.host.templates.list({}));
    writeFileSync(path, readFileSync(path, "utf8").replace("どう問うか", "こう問うか"));
    kura.answers.template = [path];
    const refused = await kura.host.templates.beginImport({});
    assert.equal(!refused.ok && refused.error.details?.["reason"], "hash_differs");
    assert.deepEqual(must(await kura.host.templates.list({})), before);
  });
});

describe("a move of an open case", () => {
  test("says what it will do, keeps every answer, shows what is asked no more, and goes back", async () => {
    const { plan } = must(await kura.host.templates.planFor({ dossierId, hash: first }));
    assert.deepEqual([plan.lookAgain, plan.gone], [[A()], [B()]]);
    must(await kura.host.templates.upgrade({ hash: first, cases: [{ dossierId, fromHash: builtIn.hash }] }));
    const moved = must(await kura.host.templates.ofCase({ dossierId }));
    assert.deepEqual(
      moved.unasked.map(({ answer }) => [answer.itemId, answer.fact]),
      [[B(), `${B()} の事実 𠮷`]],
    );
    assert.deepEqual(moved.upgrades[0]?.lookAgain, [A()]);
    const seen = must(await kura.host.templates.lookedAgain({ dossierId, itemId: A(), seen: true }));
    assert.deepEqual(seen.upgrade.seen, [A()]);
    must(await kura.host.templates.upgrade({ hash: builtIn.hash, cases: [{ dossierId, fromHash: first }] }));
    const { template, answers } = must(await kura.host.checklist.open({ dossierId }));
    assert.equal(template.hash, builtIn.hash);
    assert.equal(answers.find((one) => one.itemId === B())?.fact, `${B()} の事実 𠮷`);
    const { entries } = must(await kura.host.trail.list({ dossierId, before: null, limit: 50 }));
    assert.equal(entries.filter((entry) => entry.kind === "template-upgraded").length, 2);
  });

  test("moves all cases or none: one that changed meanwhile leaves the others as they are", async () => {
    const other = await openCase(deskOf(kura), () => "別件");
    const cases = [
      { dossierId, fromHash: builtIn.hash },
      { dossierId: other.id, fromHash: builtIn.hash },
    ];
    assert.equal(codeOf(await kura.host.templates.upgrade({ hash: first, cases })), "stale-revision");
    assert.equal(must(await kura.host.dossiers.get({ dossierId })).templateHash, builtIn.hash);
  });
});

describe("a questionnaire", () => {
  const path = (): string => join(kura.folder, "sheet.xlsx");
  async function send(): Promise<Uint8Array> {
    kura.answers.questionnaire = [path()];
    const questionnaire = {
      itemIds: [A(), B()],
      locale: "ja" as const,
      recipient: "受入部署 﨑本",
      note: "=1+1",
      dueDay: null,
    };
    must(
      await kura.host.questionnaires.export({
        dossierId,
        questionnaire,
        purpose: "enquiry",
        passphrase: testPassphrase,
      }),
    );
    return readFileSync(path());
  }
  async function read(bytes: Uint8Array, into: DossierId = dossierId) {
    writeFileSync(path(), bytes);
    kura.answers["questionnaire-reply"] = [path()];
    return kura.host.questionnaires.beginImport({ dossierId: into });
  }

  test("leaves after the passphrase alone, and holds neither answers nor names", async () => {
    const questionnaire = { itemIds: [A()], locale: "ja" as const, recipient: "x", note: "", dueDay: null };
    const wrong = await kura.host.questionnaires.export({
      dossierId,
      questionnaire,
      purpose: "enquiry",
      passphrase: "違う鍵の言葉 2026",
    });
    assert.equal(codeOf(wrong), "wrong-passphrase");
    const { strFromU8, unzipSync } = await import("fflate");
    const text = Object.values(unzipSync(await send()))
      .map((part) => strFromU8(part))
      .join("");
    for (const secret of ["の事実 𠮷", "髙﨑"]) assert.equal(text.includes(secret), false, secret);
  });

  test("comes back, is compared, merged with its origin, and taken back", async () => {
    const sent = await send();
    const rows = [rowOfItem(sent, A()), rowOfItem(sent, B())];
    const filled = fillSheet(sent, { [`D${rows[0]}`]: "髙﨑の説明 <b>", [`E${rows[1]}`]: "別の事実" });
    const preview = must(await read(filled));
    assert.deepEqual(
      preview.differences.map((one) => [one.itemId, one.field, one.state]),
      [
        [A(), "explanation", "new"],
        [B(), "fact", "changed"],
      ],
    );
    const { importId } = preview;
    const choices = [
      { itemId: A(), field: "explanation", take: "replace" },
      { itemId: B(), field: "fact", take: "append" },
    ] as const;
    const { reply } = must(await kura.host.questionnaires.merge({ dossierId, importId, choices: [...choices] }));
    const { answers } = must(await kura.host.checklist.open({ dossierId }));
    const answer = (id: ItemId) =>
      mustExist(
        answers.find((one) => one.itemId === id),
        id,
      );
    assert.match(answer(A()).explanation, /^〔照会票への回答：受入部署 﨑本、.*〕\n髙﨑の説明 <b>$/u);
    assert.ok(answer(B()).fact.startsWith(`${B()} の事実 𠮷\n\n〔`));
    assert.equal(must(await read(filled)).isRepeated, true);
    assert.deepEqual(must(await kura.host.questionnaires.undo({ dossierId, replyId: reply.id })), {
      restored: 2,
      left: 0,
    });
    const back = must(await kura.host.checklist.open({ dossierId })).answers;
    assert.equal(back.find((one) => one.itemId === A())?.explanation, "");
    assert.equal(back.find((one) => one.itemId === B())?.fact, `${B()} の事実 𠮷`);
  });

  test("shows a conflict where the case changed meanwhile, and refuses to write over what nobody saw", async () => {
    const sent = await send();
    const row = rowOfItem(sent, A());
    const change = async (fact: string): Promise<void> => {
      const { answers } = must(await kura.host.checklist.open({ dossierId }));
      const baseRevision = mustExist(
        answers.find((one) => one.itemId === A()),
        "an answer",
      ).revision;
      must(await kura.host.checklist.record({ dossierId, itemId: A(), baseRevision, patch: { fact } }));
    };
    await change("出した後の事実");
    const preview = must(await read(fillSheet(sent, { [`E${row}`]: "相手の事実" })));
    assert.deepEqual(
      preview.differences.map((one) => [one.state, one.suggested, one.now]),
      [["conflict", null, "出した後の事実"]],
    );
    await change("また後の事実");
    const { importId } = preview;
    const merged = await kura.host.questionnaires.merge({
      dossierId,
      importId,
      choices: [{ itemId: A(), field: "fact", take: "replace" }],
    });
    assert.equal(codeOf(merged), "stale-revision");
  });

  test("is refused in another case, with a changed binding, and where it is no workbook", async () => {
    const sent = await send();
    const other = await openCase(deskOf(kura), () => "他の案件");
    assert.equal(codeOf(await read(sent, other.id)), "reply-other-case");
    const { strFromU8, strToU8, unzipSync, zipSync } = await import("fflate");
    const parts = unzipSync(sent);
    const swapped = Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        strToU8(strFromU8(part).replaceAll(`${builtIn.hash}`, "0".repeat(64))),
      ]),
    );
    assert.equal(codeOf(await read(zipSync(swapped))), "reply-tampered");
    assert.equal(codeOf(await read(Buffer.from("x,y\n"))), "reply-refused");
  });

  test("from before a move to another version is mapped by items; what is asked no more is kept as a remark", async () => {
    const sent = await send();
    must(await kura.host.templates.upgrade({ hash: first, cases: [{ dossierId, fromHash: builtIn.hash }] }));
    const filled = fillSheet(sent, {
      [`D${rowOfItem(sent, A())}`]: "説明",
      [`D${rowOfItem(sent, B())}`]: "捨ててはならない",
    });
    const preview = must(await read(filled));
    assert.equal(preview.isOtherVersion, true);
    assert.deepEqual(
      preview.differences.map((one) => one.itemId),
      [A()],
    );
    assert.deepEqual(preview.remarks.map((one) => [one.code, one.text]).toSorted(), [
      ["item-gone", "捨ててはならない"],
      ["item-reworded", ""],
    ]);
    const { importId } = preview;
    const { reply } = must(await kura.host.questionnaires.merge({ dossierId, importId, choices: [] }));
    assert.ok(reply.remarks.some((one) => one.text === "捨ててはならない"));
  });
});
