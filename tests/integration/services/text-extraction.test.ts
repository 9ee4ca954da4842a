import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { DossierId, EvidenceId } from "../../../shared/domain/ids.ts";
import type { TextState } from "../../../shared/domain/reading.ts";
import { docxOf } from "../../support/evidence-files/office-files.ts";
import { registryDetails } from "../../support/evidence-files/registry-details.ts";
import { must } from "../../support/must.ts";
import { renderSamplePdf } from "../../support/sample-pdf.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const details = { ...registryDetails, title: "読み取る資料" };

describe("text taken out of evidence in the background", () => {
  let kura: TestEngine;
  let scene: Scene;
  before(async () => {
    kura = await startTestEngine({ readAfterMs: 1 });
    scene = await setScene(kura);
  });
  after(() => kura.close());

  async function take(dossierId: DossierId, name: string, bytes: Uint8Array): Promise<EvidenceId> {
    const path = join(kura.folder, name);
    writeFileSync(path, bytes);
    kura.answers["evidence"] = [path];
    return must(await kura.host.evidence.attach({ dossierId, itemId: null, taskId: name, details })).id;
  }

  /** Waits until nothing of the case waits any more. */
  async function settled(dossierId: DossierId): Promise<readonly TextState[]> {
    for (;;) {
      const { texts } = must(await kura.host.reading.texts({ dossierId }));
      if (texts.every((one) => one.state !== "waiting")) return texts;
      await new Promise((rested) => setTimeout(rested, 20));
    }
  }

  const stateOf = (texts: readonly TextState[], id: EvidenceId): TextState | undefined =>
    texts.find((one) => one.evidenceId === id);

  test("says of each piece whether it was read, has no text, or why it could not be", async () => {
    const { dossierId } = scene;
    const pdf = await take(dossierId, "票.pdf", await renderSamplePdf());
    const word = await take(dossierId, "文書.docx", docxOf(["髙橋 葛󠄀城"]));
    const picture = await take(
      dossierId,
      "図.png",
      Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(50)]),
    );
    const broken = await take(dossierId, "壊.pdf", Buffer.from("%PDF-1.7\n無"));
    const texts = await settled(dossierId);
    assert.deepEqual(stateOf(texts, pdf), { evidenceId: pdf, state: "done", parts: 2, isCut: false });
    assert.equal(stateOf(texts, word)?.state, "done");
    assert.deepEqual(stateOf(texts, picture), { evidenceId: picture, state: "none" });
    assert.deepEqual(stateOf(texts, broken), { evidenceId: broken, state: "failed", reason: "broken" });
    assert.ok(kura.events.some(({ topic }) => topic === "evidence.read"));
  });

  test("goes on after unlocking with what a lock interrupted, and reads anew when asked", async () => {
    const { dossierId } = scene;
    const first = await take(dossierId, "途中.txt", Buffer.from("施錠をまたぐ"));
    must(await kura.host.vault.lock({}));
    must(await kura.host.vault.unlock({ vaultId: scene.vaultId, passphrase: scene.desk.passphrase }));
    assert.equal(stateOf(await settled(dossierId), first)?.state, "done");
    must(await kura.host.reading.retryText({ dossierId, evidenceId: first }));
    assert.equal(stateOf(await settled(dossierId), first)?.state, "done");
  });

  test("is gone with its evidence, and is sealed with a case that becomes restricted", async () => {
    const { dossierId } = scene;
    const gone = await take(dossierId, "外す.txt", Buffer.from("外す資料の本文"));
    await settled(dossierId);
    must(await kura.host.evidence.remove({ dossierId, evidenceId: gone, passphrase: scene.desk.passphrase }));
    const before = await settled(dossierId);
    assert.equal(stateOf(before, gone), undefined);
    must(await kura.host.access.restrict({ dossierId, readers: [], passphrase: scene.desk.passphrase }));
    assert.deepEqual(await settled(dossierId), before);
    const later = await take(dossierId, "限定.txt", Buffer.from("限定案件の資料 𠮷田"));
    assert.equal(stateOf(await settled(dossierId), later)?.state, "done");
    must(await kura.host.access.open({ dossierId, passphrase: scene.desk.passphrase }));
    assert.equal(stateOf(await settled(dossierId), later)?.state, "done");
  });
});
