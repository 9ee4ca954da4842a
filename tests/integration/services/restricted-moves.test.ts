import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { mustExist } from "../../../shared/assert.ts";
import { changeItem, hideItem } from "../../../shared/domain/content/edit-template.ts";
import { itemsOf, type Template } from "../../../shared/domain/content/template.ts";
import { type DossierId, ItemId, type PersonId, type Sha256 } from "../../../shared/domain/ids.ts";
import { canary, sayCanary } from "../../support/canary-case.ts";
import { columnsHolding } from "../../support/everything-in.ts";
import { fillSheet, rowOfItem } from "../../support/fill-sheet.ts";
import { must } from "../../support/must.ts";
import {
  as,
  beFounder,
  caseKeyOf,
  cast,
  letCastIn,
  openBeside,
  type Part,
  restrict,
} from "../../support/restricted-scene.ts";
import { deskOf } from "../../support/scene.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { openCase } from "../../support/whole-job.ts";

const reply = `${canary} 髙﨑の回答 ﾊﾝｶｸ`;
const remark = `${canary} 葛󠄀城の覚え`;

describe("a restricted case", () => {
  let kura: TestEngine;
  let people: Readonly<Record<Part, PersonId>>;
  let dossierId: DossierId;
  let openId: DossierId;
  let builtIn: Template;
  let next: Sha256;
  let kept: ItemId;
  let gone: ItemId;
  let sent: Uint8Array;

  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
    people = await letCastIn(kura);
    dossierId = (await openCase(deskOf(kura), sayCanary)).id;
    openId = (await openCase(deskOf(kura), (field) => `${field} 誰でも読める`)).id;
    await restrict(kura, dossierId, [people.named]);
    builtIn = must(await kura.host.checklist.open({ dossierId })).template;
    const [one, two] = itemsOf(builtIn).map((item) => ItemId.parse(item.id));
    kept = mustExist(one, "a first item");
    gone = mustExist(two, "a second item");
    for (const itemId of [kept, gone]) {
      const patch = { answer: "minor", fact: sayCanary(itemId) };
      must(await kura.host.checklist.record({ dossierId, itemId, baseRevision: 0, patch }));
    }
    next = await publishNext();
  });
  after(() => kura.close());

  /** A version of the office's own that asks one item anew and another no more. */
  async function publishNext(): Promise<Sha256> {
    const { templates } = kura.host;
    const { templateId } = must(await templates.copy({ hash: builtIn.hash })).template;
    const { draft } = must(await templates.openDraft({ templateId }));
    const item = mustExist(itemsOf(draft.file)[0], "an item");
    const reworded = changeItem(draft.file, { ...item, question: { ja: "改めて、どう問うか。", en: "Asked anew?" } });
    const saved = must(
      await templates.saveDraft({ templateId, revision: draft.revision, file: hideItem(reworded, gone) }),
    );
    const { revision } = saved.draft;
    return must(await templates.publish({ templateId, revision, label: "第2版", note: "架空" })).version.hash;
  }

  /** What somebody holding the vault key, and no key of the case, finds of it in the database. */
  async function foundWithVaultKeyAlone(words: readonly string[]): Promise<string[]> {
    must(await kura.host.vault.lock({}));
    const vault = await openBeside(kura, cast.other.passphrase);
    try {
      assert.equal(await caseKeyOf(vault, dossierId), undefined);
      return columnsHolding(vault.db, words);
    } finally {
      vault.close();
      await beFounder(kura);
    }
  }

  const canaries = [canary, canary.slice(0, 13), canary.slice(13)];

  async function sendOut(): Promise<Uint8Array> {
    const path = join(kura.folder, "sheet.xlsx");
    kura.answers.questionnaire = [path];
    const words = { recipient: sayCanary("recipient"), note: sayCanary("note") };
    const questionnaire = { itemIds: [kept, gone], locale: "ja" as const, ...words, dueDay: null };
    const how = { purpose: "enquiry" as const, passphrase: testPassphrase };
    must(await kura.host.questionnaires.export({ dossierId, questionnaire, ...how }));
    return readFileSync(path);
  }

  async function takeIn(bytes: Uint8Array) {
    const path = join(kura.folder, "reply.xlsx");
    writeFileSync(path, bytes);
    kura.answers["questionnaire-reply"] = [path];
    return must(await kura.host.questionnaires.beginImport({ dossierId }));
  }

  async function factOf(itemId: ItemId): Promise<string> {
    const { answers } = must(await kura.host.checklist.open({ dossierId }));
    return answers.find((one) => one.itemId === itemId)?.fact ?? "";
  }

  it("sends a questionnaire out and keeps what it asked from who holds the vault key alone", async () => {
    sent = await sendOut();
    assert.deepEqual(await foundWithVaultKeyAlone(canaries), []);
    const listed = await as(kura, "named", () => kura.host.questionnaires.list({ dossierId }));
    const [asked] = must(listed).questionnaires;
    assert.deepEqual([asked?.recipient, asked?.note], [sayCanary("recipient"), sayCanary("note")]);
  });

  it("moves to another version with its answers, of which the vault key alone reads nothing, not even which items", async () => {
    const cases = [{ dossierId, fromHash: builtIn.hash }];
    must(await kura.host.templates.upgrade({ hash: next, cases }));
    const upgrades = async (): Promise<string[]> =>
      (await foundWithVaultKeyAlone([kept, gone])).filter((column) => column.startsWith("case_upgrade."));
    assert.deepEqual(await foundWithVaultKeyAlone(canaries), []);
    assert.deepEqual(await upgrades(), []);
    await as(kura, "named", async () => {
      const moved = must(await kura.host.templates.ofCase({ dossierId }));
      assert.equal(moved.template.hash, next);
      assert.deepEqual(
        moved.unasked.map(({ answer }) => [answer.itemId, answer.fact]),
        [[gone, sayCanary(gone)]],
      );
      assert.deepEqual(moved.upgrades[0]?.lookAgain, [kept]);
      assert.equal(await factOf(kept), sayCanary(kept));
      must(await kura.host.templates.lookedAgain({ dossierId, itemId: kept, seen: true }));
    });
    assert.deepEqual(await upgrades(), []);
  });

  it("takes a reply in from before the move, keeps its words from the vault key alone and shows them to its readers with their origin", async () => {
    const cells = { [`E${rowOfItem(sent, kept)}`]: reply, [`D${rowOfItem(sent, kept)}`]: remark };
    const filled = fillSheet(sent, { ...cells, [`D${rowOfItem(sent, gone)}`]: `${remark}（問わない項目）` });
    const { importId, differences } = await takeIn(filled);
    assert.deepEqual(differences.map(({ field }) => field).toSorted(), ["explanation", "fact"]);
    const choices = [
      { itemId: kept, field: "fact" as const, take: "append" as const },
      { itemId: kept, field: "explanation" as const, take: "replace" as const },
    ];
    const { reply: merged } = must(await kura.host.questionnaires.merge({ dossierId, importId, choices }));
    assert.deepEqual(await foundWithVaultKeyAlone([...canaries, "髙﨑の回答"]), []);
    await as(kura, "named", async () => {
      const fact = await factOf(kept);
      assert.ok(fact.startsWith(sayCanary(kept)) && fact.includes(sayCanary("recipient")) && fact.endsWith(reply));
      const { replies } = must(await kura.host.questionnaires.list({ dossierId }));
      const remarks = replies.find((one) => one.id === merged.id)?.remarks ?? [];
      assert.ok(remarks.some(({ text }) => text === `${remark}（問わない項目）`));
      must(await kura.host.questionnaires.undo({ dossierId, replyId: merged.id }));
      assert.equal(await factOf(kept), sayCanary(kept));
    });
    assert.deepEqual(await foundWithVaultKeyAlone([...canaries, "髙﨑の回答"]), []);
  });

  it("is in no plan, moved by nobody and asked by nobody who does not read it, and holds up nobody's other cases", async () => {
    await as(kura, "other", async () => {
      const { templates, questionnaires } = kura.host;
      const { cases } = must(await templates.plans({ hash: next }));
      assert.deepEqual(
        cases.map((plan) => plan.dossierId),
        [openId],
      );
      assert.equal(codeOf(await templates.planFor({ dossierId, hash: builtIn.hash })), "unknown-dossier");
      assert.equal(codeOf(await templates.ofCase({ dossierId })), "unknown-dossier");
      assert.equal(codeOf(await questionnaires.list({ dossierId })), "unknown-dossier");
      assert.equal(codeOf(await questionnaires.beginImport({ dossierId })), "unknown-dossier");
      const both = [
        { dossierId: openId, fromHash: builtIn.hash },
        { dossierId, fromHash: next },
      ];
      assert.equal(codeOf(await templates.upgrade({ hash: next, cases: both })), "unknown-dossier");
      assert.equal(must(await kura.host.dossiers.get({ dossierId: openId })).templateHash, builtIn.hash);
      must(await templates.upgrade({ hash: next, cases: both.slice(0, 1) }));
    });
  });

  it("goes back to the version it came from with every answer, and is then no more readable than before", async () => {
    await as(kura, "named", async () => {
      must(await kura.host.templates.upgrade({ hash: builtIn.hash, cases: [{ dossierId, fromHash: next }] }));
      const { template } = must(await kura.host.checklist.open({ dossierId }));
      assert.equal(template.hash, builtIn.hash);
      assert.deepEqual([await factOf(kept), await factOf(gone)], [sayCanary(kept), sayCanary(gone)]);
      assert.equal(must(await kura.host.templates.ofCase({ dossierId })).upgrades.length, 2);
    });
    assert.deepEqual(await foundWithVaultKeyAlone(canaries), []);
  });

  it("held all of this: the same search finds it in these very tables once the case is open to the office", async () => {
    must(await kura.host.access.open({ dossierId, passphrase: testPassphrase }));
    const words = await foundWithVaultKeyAlone(canaries);
    for (const column of ["answer.body", "questionnaire.body", "questionnaire_reply.body"])
      assert.ok(words.includes(column), `${column} is not among ${words.join(" ")}`);
    assert.ok((await foundWithVaultKeyAlone([kept])).includes("case_upgrade.body"));
  });
});
