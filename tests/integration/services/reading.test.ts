import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type DossierId, type EvidenceId, ItemId, type MarkId } from "../../../shared/domain/ids.ts";
import { chunkLimitBytes, Reading } from "../../../shared/domain/reading.ts";
import { registryDetails } from "../../support/evidence-files/registry-details.ts";
import { must } from "../../support/must.ts";
import { renderSamplePdf } from "../../support/sample-pdf.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { addPerson, changePlaces } from "../../support/second-person.ts";
import { codeOf, startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const details = { ...registryDetails, title: "髙﨑の資料" };

/** Takes a file in under a name and answers its id. */
async function take(kura: TestEngine, dossierId: DossierId, name: string, bytes: Uint8Array): Promise<EvidenceId> {
  const path = join(kura.folder, name);
  writeFileSync(path, bytes);
  kura.answers["evidence"] = [path];
  return must(await kura.host.evidence.attach({ dossierId, itemId: null, taskId: name, details })).id;
}

async function readAll(kura: TestEngine, one: { dossierId: DossierId; evidenceId: EvidenceId }): Promise<Buffer> {
  const { sizeBytes } = must(await kura.host.reading.open(one));
  const parts: Buffer[] = [];
  for (let offset = 0; offset < sizeBytes; offset += chunkLimitBytes) {
    const { base64 } = must(await kura.host.reading.chunk({ ...one, offset, length: chunkLimitBytes }));
    parts.push(Buffer.from(base64, "base64"));
  }
  return Buffer.concat(parts);
}

function touches(kura: TestEngine, dossierId: DossierId) {
  const filter = { kinds: ["evidence-touched" as const], actorId: null, caseNumber: null, from: null, until: null };
  return kura.host.trail.list({ dossierId, before: null, limit: 100, filter });
}

describe("reading evidence inside the app", () => {
  let kura: TestEngine;
  let scene: Scene;
  before(async () => {
    kura = await startTestEngine();
    scene = await setScene(kura);
  });
  after(() => kura.close());

  test("gives the bytes of a PDF in chunks that are the file again", async () => {
    const pdf = Buffer.concat([await renderSamplePdf(), randomBytes(3_500_000)]);
    const evidenceId = await take(kura, scene.dossierId, "大きな.pdf", pdf);
    const opened = must(await kura.host.reading.open({ dossierId: scene.dossierId, evidenceId }));
    assert.deepEqual([opened.form, opened.source, opened.sizeBytes], ["pdf", "bytes", pdf.length]);
    assert.ok((await readAll(kura, { dossierId: scene.dossierId, evidenceId })).equals(pdf));
  });

  test("gives any stretch of a file, in any order, as it stands in the file", async () => {
    const pdf = Buffer.concat([await renderSamplePdf(), randomBytes(2_600_000)]);
    const one = { dossierId: scene.dossierId, evidenceId: await take(kura, scene.dossierId, "飛び読み.pdf", pdf) };
    must(await kura.host.reading.open(one));
    const ranges = [
      [2_000_000, 1_000],
      [5, 10],
      [1_048_570, 20],
      [pdf.length - 3, 100],
      [0, chunkLimitBytes],
      [pdf.length + 7, 5],
    ];
    for (const [offset = 0, length = 1] of ranges) {
      const { base64 } = must(await kura.host.reading.chunk({ ...one, offset, length }));
      assert.ok(Buffer.from(base64, "base64").equals(pdf.subarray(offset, offset + length)), String(offset));
    }
  });

  test("refuses a chunk above a mebibyte, before zero or of nothing at the door", async () => {
    const one = { dossierId: scene.dossierId, evidenceId: scene.evidenceId };
    for (const range of [
      { offset: 0, length: chunkLimitBytes + 1 },
      { offset: -1, length: 1 },
      { offset: 0, length: 0 },
      { offset: 0.5, length: 1 },
    ])
      assert.equal(codeOf((await kura.engine.dispatch("reading.chunk", { ...one, ...range })) as never), "bad-request");
  });

  test("gives what was made of a text as a reading, every character as it was", async () => {
    const words = "髙橋 﨑子\r\n𠮷田 葛󠄀馬 ﾊﾝｶｸ\n";
    const one = {
      dossierId: scene.dossierId,
      evidenceId: await take(kura, scene.dossierId, "文.txt", Buffer.from(words)),
    };
    const reading = Reading.parse(JSON.parse((await readAll(kura, one)).toString("utf8")));
    assert.ok(reading.form === "text");
    assert.equal(reading.parts.map((part) => part.text).join(""), "髙橋 﨑子\n𠮷田 葛󠄀馬 ﾊﾝｶｸ\n");
  });

  test("leaves one touch per piece and unlocking, with the number of the piece", async () => {
    const evidenceId = await take(kura, scene.dossierId, "一度.txt", Buffer.from("一度だけ"));
    const one = { dossierId: scene.dossierId, evidenceId };
    const before = must(await touches(kura, scene.dossierId)).entries.length;
    for (let round = 0; round < 3; round += 1) must(await kura.host.reading.open(one));
    assert.equal(must(await touches(kura, scene.dossierId)).entries.length, before + 1);
    must(await kura.host.vault.lock({}));
    must(await kura.host.vault.unlock({ vaultId: scene.vaultId, passphrase: scene.desk.passphrase }));
    assert.equal(codeOf(await kura.host.reading.chunk({ ...one, offset: 0, length: 1 })), "reading-closed");
    must(await kura.host.reading.open(one));
    assert.equal(must(await touches(kura, scene.dossierId)).entries.length, before + 2);
  });

  test("says in a code of its own why a file cannot be shown", async () => {
    const picture = Buffer.from("89504e470d0a1a0a0000000d49484452000f4240000f42400806000000", "hex");
    const cases: readonly [string, Uint8Array, string][] = [
      ["巨大.png", Buffer.concat([picture, Buffer.alloc(40)]), "reading-limit"],
      ["壊れた.jpg", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60)]), "reading-broken"],
      ["図.tif", Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0]), Buffer.alloc(60)]), "reading-unsupported"],
    ];
    for (const [name, bytes, code] of cases) {
      const evidenceId = await take(kura, scene.dossierId, name, bytes);
      assert.equal(codeOf(await kura.host.reading.open({ dossierId: scene.dossierId, evidenceId })), code, name);
    }
  });
});

describe("highlights", () => {
  let kura: TestEngine;
  let scene: Scene;
  before(async () => {
    kura = await startTestEngine();
    scene = await setScene(kura);
  });
  after(() => kura.close());

  const place = {
    kind: "boxes",
    page: 3,
    boxes: [{ x: 0.1, y: 0.2, width: 0.3, height: 0.04 }],
  } as const;
  const mark = { place: { ...place, boxes: [...place.boxes] }, quote: "寄付者は 𠮷田財団", note: "葛󠄀城さんに確かめる" };

  async function marked(): Promise<MarkId> {
    const { dossierId, evidenceId } = scene;
    return must(await kura.host.reading.mark({ dossierId, evidenceId, mark })).id;
  }

  test("are kept with place, words and note, and numbered within their evidence for ever", async () => {
    const { dossierId, evidenceId } = scene;
    const first = must(await kura.host.reading.mark({ dossierId, evidenceId, mark }));
    must(await kura.host.reading.removeMark({ dossierId, markId: first.id, removed: true }));
    const second = must(await kura.host.reading.mark({ dossierId, evidenceId, mark }));
    assert.equal(second.number, first.number + 1);
    const { marks } = must(await kura.host.reading.marks({ dossierId }));
    assert.deepEqual(
      marks.find((one) => one.id === second.id),
      second,
    );
    assert.ok(!marks.some((one) => one.id === first.id));
  });

  test("cited from an item tie their evidence to it, and come back whole after being taken away", async () => {
    const { dossierId } = scene;
    const { template } = must(await kura.host.checklist.open({ dossierId }));
    const other = template.sections.flatMap((section) => section.items).at(-1);
    assert.ok(other !== undefined && other.id !== scene.itemId);
    const itemId = ItemId.parse(other.id);
    const markId = await marked();
    const cited = must(await kura.host.reading.cite({ dossierId, markId, itemId, cited: true }));
    assert.deepEqual(cited.items, [itemId]);
    const { evidence } = must(await kura.host.evidence.list({ dossierId }));
    assert.ok(evidence.find((one) => one.id === scene.evidenceId)?.items.includes(itemId));
    must(await kura.host.reading.removeMark({ dossierId, markId, removed: true }));
    assert.deepEqual(must(await kura.host.reading.removeMark({ dossierId, markId, removed: false })), cited);
    const uncited = must(await kura.host.reading.cite({ dossierId, markId, itemId, cited: false }));
    assert.deepEqual(uncited.items, []);
  });

  test("do not let an older note overwrite a newer one", async () => {
    const { dossierId } = scene;
    const markId = await marked();
    must(await kura.host.reading.changeMark({ dossierId, markId, revision: 1, note: "二度目" }));
    const stale = await kura.host.reading.changeMark({ dossierId, markId, revision: 1, note: "古い窓から" });
    assert.equal(codeOf(stale), "stale-revision");
  });

  test("are frozen with a decided case, and can still be read", async () => {
    const { decidedId } = scene;
    const { evidence } = must(await kura.host.evidence.list({ dossierId: decidedId }));
    const evidenceId = evidence[0]?.id;
    assert.ok(evidenceId !== undefined);
    const refused = await kura.host.reading.mark({ dossierId: decidedId, evidenceId, mark });
    assert.equal(codeOf(refused), "dossier-decided");
    assert.equal(codeOf(await kura.host.reading.open({ dossierId: decidedId, evidenceId })), "ok");
  });

  test("go with their evidence when it is taken out of the case", async () => {
    const { dossierId } = scene;
    const evidenceId = await take(kura, dossierId, "外す.txt", Buffer.from("外す資料"));
    const { id } = must(await kura.host.reading.mark({ dossierId, evidenceId, mark }));
    must(await kura.host.evidence.remove({ dossierId, evidenceId, passphrase: scene.desk.passphrase }));
    const { marks } = must(await kura.host.reading.marks({ dossierId }));
    assert.ok(!marks.some((one) => one.id === id));
    assert.equal(codeOf(await kura.host.reading.removeMark({ dossierId, markId: id, removed: false })), "unknown-mark");
  });

  test("of a restricted case are there for its readers alone, before and after it is shut", async () => {
    const { dossierId, evidenceId } = scene;
    const markId = await marked();
    const other = {
      displayName: "別の審査担当",
      unit: "架空室",
      roles: ["reviewer" as const],
      passphrase: "別の人の鍵は橋の下 2026",
    };
    await addPerson(scene.desk, other);
    const before = must(await kura.host.reading.marks({ dossierId })).marks;
    must(await kura.host.access.restrict({ dossierId, readers: [], passphrase: scene.desk.passphrase }));
    assert.deepEqual(must(await kura.host.reading.marks({ dossierId })).marks, before);
    must(await kura.host.reading.mark({ dossierId, evidenceId, mark }));
    await changePlaces(kura.host, other.passphrase);
    for (const refused of [
      await kura.host.reading.marks({ dossierId }),
      await kura.host.reading.open({ dossierId, evidenceId }),
      await kura.host.reading.chunk({ dossierId, evidenceId, offset: 0, length: 10 }),
      await kura.host.reading.texts({ dossierId }),
      await kura.host.reading.removeMark({ dossierId, markId, removed: true }),
    ])
      assert.equal(codeOf(refused), "unknown-dossier");
  });
});
