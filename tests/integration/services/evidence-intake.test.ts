import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { uploadChunkBytes, uploadLimitBytes } from "../../../shared/domain/evidence-intake.ts";
import { type IntakeDesk, openIntakeDesk, takenIn, textBytes } from "../../support/intake-desk.ts";
import { must } from "../../support/must.ts";
import { codeOf, testPassphrase } from "../../support/test-engine.ts";

let desk: IntakeDesk;
let kura: IntakeDesk["kura"];

before(async () => {
  desk = await openIntakeDesk();
  kura = desk.kura;
});
after(() => desk.close());

describe("a file that crosses the door in pieces", () => {
  for (const size of [1, 5_000, 256 * 1024, 256 * 1024 + 1, uploadChunkBytes, 2 * uploadChunkBytes + 7]) {
    test(`of ${size} bytes is what it was, by its hash and by its copy`, async () => {
      const bytes = textBytes(size);
      const evidence = takenIn(await desk.upload(`大きさ ${size} 髙﨑.txt`, bytes));
      assert.equal(evidence.sha256, createHash("sha256").update(bytes).digest("hex"));
      assert.equal(evidence.title, `大きさ ${size} 髙﨑`);
      const path = desk.at(`copy-${size}.txt`);
      kura.answers["evidence-copy"] = [path];
      const copy = {
        dossierId: desk.dossierId,
        evidenceId: evidence.id,
        purpose: "committee" as const,
        passphrase: testPassphrase,
      };
      must(await kura.host.evidence.saveCopy(copy));
      assert.ok(readFileSync(path).equals(bytes));
    });
  }

  test("is refused by its name, its size and its first bytes before anything is kept", async () => {
    const known = await desk.count();
    assert.equal(codeOf(await desk.begin("道具.exe", 10).begun), "file-type-refused");
    assert.equal(codeOf(await desk.begin("空.txt", 0).begun), "file-type-refused");
    assert.equal(codeOf(await desk.begin("巨大.txt", uploadLimitBytes + 1).begun), "file-too-large");
    const fake = desk.begin("偽.pdf", 4);
    must(await fake.begun);
    const data = Buffer.from("MZ\u0001\u0002", "latin1").toString("base64");
    assert.equal(codeOf(await kura.host.intake.append({ taskId: fake.taskId, offset: 0, data })), "file-type-refused");
    assert.equal(codeOf(await kura.host.intake.finish({ taskId: fake.taskId, sha256: null })), "unknown-upload");
    assert.equal(await desk.count(), known);
  });

  test("is not kept when what arrived has another hash than the window took", async () => {
    const known = await desk.count();
    const files = desk.objectFiles().length;
    const bytes = textBytes(300 * 1024);
    const { taskId, begun } = desk.begin("変わった.txt", bytes.length);
    must(await begun);
    must(await kura.host.intake.append({ taskId, offset: 0, data: bytes.toString("base64") }));
    const other = createHash("sha256").update("other").digest("hex");
    assert.equal(codeOf(await kura.host.intake.finish({ taskId, sha256: other as never })), "upload-differs");
    assert.equal(await desk.count(), known);
    assert.equal(desk.objectFiles().length, files, "its sealed bytes are gone");
  });

  test("leaves nothing when it is given up, by its own call or as a task", async () => {
    const files = desk.objectFiles().length;
    for (const giveUp of ["abort", "task"] as const) {
      const { taskId, begun } = desk.begin("途中.txt", 3 * uploadChunkBytes);
      must(await begun);
      const data = textBytes(uploadChunkBytes).toString("base64");
      must(await kura.host.intake.append({ taskId, offset: 0, data }));
      must(await (giveUp === "abort" ? kura.host.intake.abort({ taskId }) : kura.host.app.cancelTask({ taskId })));
      must(await kura.host.intake.abort({ taskId }));
      const next = await kura.host.intake.append({ taskId, offset: uploadChunkBytes, data });
      assert.equal(codeOf(next), "unknown-upload");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(desk.objectFiles().length, files);
  });

  test("waits when four are on their way already", async () => {
    const four = [1, 2, 3, 4].map((number) => desk.begin(`${number}.txt`, 10));
    for (const { begun } of four) must(await begun);
    assert.equal(codeOf(await desk.begin("5.txt", 10).begun), "too-many-uploads");
    for (const { taskId } of four) must(await kura.host.intake.abort({ taskId }));
  });

  test("goes with the lock and leaves no part behind after the next unlocking", async () => {
    const { taskId, begun } = desk.begin("施錠.txt", 2 * uploadChunkBytes);
    must(await begun);
    must(await kura.host.intake.append({ taskId, offset: 0, data: textBytes(uploadChunkBytes).toString("base64") }));
    const { openVaultId } = must(await kura.host.vault.status({}));
    must(await kura.host.vault.lock({}));
    assert.equal(codeOf(await kura.host.intake.finish({ taskId, sha256: null })), "vault-locked");
    must(await kura.host.vault.unlock({ vaultId: openVaultId ?? "", passphrase: testPassphrase }));
    assert.equal(codeOf(await kura.host.intake.finish({ taskId, sha256: null })), "unknown-upload");
    assert.deepEqual(
      desk.objectFiles().filter((name) => name.endsWith(".part")),
      [],
    );
  });

  test("has its name made plain: no bidirectional or invisible signs, no path, a bounded length", async () => {
    const names = ["..\\..\\\u202efdp\u202c.txt", "a\u200bb\u2066c.txt", `${"長".repeat(700)}.txt`, "/etc/葛󠄀城.txt"];
    for (const name of names) {
      const { fileName, title } = takenIn(await desk.upload(name, textBytes(64)));
      assert.doesNotMatch(fileName, /[\p{Cc}\p{Cf}/\\]/u);
      assert.ok(fileName.length <= 200 && fileName.endsWith(".txt") && title.length <= 200);
    }
  });

  test("answers any order of any pieces with a code or with the very bytes, and keeps nothing of a refused one", async () => {
    const step = fc.oneof(
      fc.record({ offset: fc.constantFrom(0, 10, uploadChunkBytes, -1, 7), size: fc.constantFrom(0, 3, 10, 20) }),
      fc.constant("finish" as const),
      fc.constant("abort" as const),
      fc.constant("garbage" as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.array(step, { maxLength: 6 }), async (size, steps) => {
        const known = await desk.count();
        const { taskId, begun } = desk.begin("試し.txt", size);
        must(await begun);
        let finished = false;
        for (const one of steps) {
          const outcome = await doStep(taskId, one);
          assert.notEqual(codeOf(outcome), "internal");
          if (one === "finish" && outcome.ok) finished = true;
        }
        must(await kura.host.intake.abort({ taskId }));
        assert.equal((await desk.count()) - known, finished ? 1 : 0);
      }),
      { numRuns: 150 },
    );
  });
});

function doStep(taskId: string, step: { offset: number; size: number } | "finish" | "abort" | "garbage") {
  if (step === "finish") return kura.host.intake.finish({ taskId, sha256: null });
  if (step === "abort") return kura.host.intake.abort({ taskId });
  if (step === "garbage") return kura.host.intake.append({ taskId, offset: 0, data: "%%%%" });
  return kura.host.intake.append({ taskId, offset: step.offset, data: textBytes(step.size).toString("base64") });
}

describe("bytes that are there already", () => {
  test("wait for a word: tied to the item instead, kept as a second copy, or let go", async () => {
    const into = await desk.newCase();
    const bytes = textBytes(300 * 1024);
    const first = takenIn(await desk.upload("原本.txt", bytes, into));
    const files = desk.objectFiles().length;
    const seen: number[] = [];
    for (const how of ["link", "keep", "drop"] as const) {
      const { result } = await desk.upload("写し.txt", bytes, into, desk.itemId);
      if (result.kind !== "duplicate" || result.heldId === null) throw new Error(result.kind);
      assert.equal(result.of.id, first.id);
      const { evidence } = must(await kura.host.intake.settle({ dossierId: into, heldId: result.heldId, how }));
      const again = await kura.host.intake.settle({ dossierId: into, heldId: result.heldId, how });
      assert.equal(codeOf(again), "unknown-upload");
      if (how === "link") assert.deepEqual([evidence?.id, evidence?.items], [first.id, [desk.itemId]]);
      seen.push(await desk.count(into));
    }
    assert.deepEqual(seen, [1, 2, 2]);
    assert.equal(desk.objectFiles().length, files + 1, "one second copy and no more");
  });

  test("are said to lie in another case as well", async () => {
    const [one, other] = [await desk.newCase(), await desk.newCase()];
    const bytes = textBytes(2_000);
    takenIn(await desk.upload("元.txt", bytes, one));
    const { result } = await desk.upload("別.txt", bytes, other);
    const found = must(await kura.host.dossiers.get({ dossierId: one }));
    assert.deepEqual(result.kind === "taken" && result.alsoIn.map((place) => place.caseNumber), [found.number]);
  });
});
