import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { mustExist } from "../../../shared/assert.ts";
import { plainStanding } from "../../../shared/domain/evidence.ts";
import { type IntakeOutcome, uploadChunkBytes, uploadLimitBytes } from "../../../shared/domain/evidence-intake.ts";
import { type DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let kura: TestEngine;
let dossierId: DossierId;
let itemId: ItemId;
let outside: string;
let tasks = 0;

before(async () => {
  kura = await startTestEngine();
  outside = mkdtempSync(join(tmpdir(), "kura-carried-"));
  await createVault(kura.host);
  dossierId = await newCase();
  const { template } = must(await kura.host.checklist.open({ dossierId }));
  itemId = ItemId.parse(mustExist(template.sections[0]?.items[0], "an item").id);
});
after(async () => {
  await kura.close();
  rmSync(outside, { recursive: true, force: true });
});

async function newCase(): Promise<DossierId> {
  return must(await kura.host.dossiers.create({ kind: "person", title: "𠮷野研究室", subject: null })).id;
}

const stated = {
  title: "",
  origin: "架空登記所",
  location: "https://registry.invalid/1",
  capturedBy: "髙﨑",
  note: "",
};
const kinds = { evidenceType: "registry_copy", sourceType: "registry", reliability: "A" } as const;
const details = { ...stated, ...kinds, capturedAt: null };
const carriage = { medium: "usb", machine: "閲覧用端末 3", carriedBy: "葛󠄀城 ﾊﾅｺ" } as const;
const about = (into = dossierId) => ({ dossierId: into, itemId: null, details, status: "draft" as const, carriage });
const at = (name: string): string => join(outside, name);
const count = async (of = dossierId) => must(await kura.host.evidence.list({ dossierId: of })).evidence.length;
const words = (size: number): Buffer =>
  Buffer.from(
    randomBytes(Math.ceil(size / 2))
      .toString("hex")
      .slice(0, size),
  );

function begin(name: string, sizeBytes: number, into = dossierId, onItem: ItemId | null = null) {
  tasks += 1;
  const taskId = `upload-${tasks}`;
  const request = { ...about(into), itemId: onItem, taskId, way: "drop" as const, name, sizeBytes, writtenMs: null };
  return { taskId, begun: kura.host.intake.begin(request) };
}

async function upload(name: string, bytes: Buffer, into = dossierId, onItem: ItemId | null = null) {
  const { taskId, begun } = begin(name, bytes.length, into, onItem);
  must(await begun);
  for (let offset = 0; offset < bytes.length; offset += uploadChunkBytes) {
    const data = bytes.subarray(offset, offset + uploadChunkBytes).toString("base64");
    must(await kura.host.intake.append({ taskId, offset, data }));
  }
  return must(await kura.host.intake.finish({ taskId, sha256: null }));
}

/** Files of objects and parts on the disk. */
function objectFiles(): string[] {
  const root = join(kura.folder, "vault", "objects");
  return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:obj|part)$/u.test(name));
}

function takenIn(outcome: IntakeOutcome) {
  if (outcome.result.kind !== "taken") throw new Error(outcome.result.kind);
  return outcome.result.evidence;
}

describe("a file that crosses the door in pieces", () => {
  for (const size of [1, 5_000, 256 * 1024, 256 * 1024 + 1, uploadChunkBytes, 2 * uploadChunkBytes + 7]) {
    test(`of ${size} bytes is what it was, by its hash and by its copy`, async () => {
      const bytes = words(size);
      const evidence = takenIn(await upload(`大きさ ${size} 髙﨑.txt`, bytes));
      assert.equal(evidence.sha256, createHash("sha256").update(bytes).digest("hex"));
      assert.equal(evidence.title, `大きさ ${size} 髙﨑`);
      const path = at(`copy-${size}.txt`);
      kura.answers["evidence-copy"] = [path];
      const copy = { dossierId, evidenceId: evidence.id, purpose: "committee" as const, passphrase: testPassphrase };
      must(await kura.host.evidence.saveCopy(copy));
      assert.ok(readFileSync(path).equals(bytes));
    });
  }

  test("is refused by its name, its size and its first bytes before anything is kept", async () => {
    const known = await count();
    assert.equal(codeOf(await begin("道具.exe", 10).begun), "file-type-refused");
    assert.equal(codeOf(await begin("空.txt", 0).begun), "file-type-refused");
    assert.equal(codeOf(await begin("巨大.txt", uploadLimitBytes + 1).begun), "file-too-large");
    const fake = begin("偽.pdf", 4);
    must(await fake.begun);
    const data = Buffer.from("MZ\u0001\u0002", "latin1").toString("base64");
    assert.equal(codeOf(await kura.host.intake.append({ taskId: fake.taskId, offset: 0, data })), "file-type-refused");
    assert.equal(codeOf(await kura.host.intake.finish({ taskId: fake.taskId, sha256: null })), "unknown-upload");
    assert.equal(await count(), known);
  });

  test("is not kept when what arrived has another hash than the window took", async () => {
    const known = await count();
    const files = objectFiles().length;
    const bytes = words(300 * 1024);
    const { taskId, begun } = begin("変わった.txt", bytes.length);
    must(await begun);
    must(await kura.host.intake.append({ taskId, offset: 0, data: bytes.toString("base64") }));
    const other = createHash("sha256").update("other").digest("hex");
    assert.equal(codeOf(await kura.host.intake.finish({ taskId, sha256: other as never })), "upload-differs");
    assert.equal(await count(), known);
    assert.equal(objectFiles().length, files, "its sealed bytes are gone");
  });

  test("leaves nothing when it is given up, by its own call or as a task", async () => {
    const files = objectFiles().length;
    for (const giveUp of ["abort", "task"] as const) {
      const { taskId, begun } = begin("途中.txt", 3 * uploadChunkBytes);
      must(await begun);
      const data = words(uploadChunkBytes).toString("base64");
      must(await kura.host.intake.append({ taskId, offset: 0, data }));
      must(await (giveUp === "abort" ? kura.host.intake.abort({ taskId }) : kura.host.app.cancelTask({ taskId })));
      must(await kura.host.intake.abort({ taskId }));
      const next = await kura.host.intake.append({ taskId, offset: uploadChunkBytes, data });
      assert.equal(codeOf(next), "unknown-upload");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(objectFiles().length, files);
  });

  test("waits when four are on their way already", async () => {
    const four = [1, 2, 3, 4].map((number) => begin(`${number}.txt`, 10));
    for (const { begun } of four) must(await begun);
    assert.equal(codeOf(await begin("5.txt", 10).begun), "too-many-uploads");
    for (const { taskId } of four) must(await kura.host.intake.abort({ taskId }));
  });

  test("goes with the lock and leaves no part behind after the next unlocking", async () => {
    const { taskId, begun } = begin("施錠.txt", 2 * uploadChunkBytes);
    must(await begun);
    must(await kura.host.intake.append({ taskId, offset: 0, data: words(uploadChunkBytes).toString("base64") }));
    const { openVaultId } = must(await kura.host.vault.status({}));
    must(await kura.host.vault.lock({}));
    assert.equal(codeOf(await kura.host.intake.finish({ taskId, sha256: null })), "vault-locked");
    must(await kura.host.vault.unlock({ vaultId: openVaultId ?? "", passphrase: testPassphrase }));
    assert.equal(codeOf(await kura.host.intake.finish({ taskId, sha256: null })), "unknown-upload");
    assert.deepEqual(
      objectFiles().filter((name) => name.endsWith(".part")),
      [],
    );
  });

  test("has its name made plain: no bidirectional or invisible signs, no path, a bounded length", async () => {
    const names = ["..\\..\\\u202efdp\u202c.txt", "a\u200bb\u2066c.txt", `${"長".repeat(700)}.txt`, "/etc/葛󠄀城.txt"];
    for (const name of names) {
      const { fileName, title } = takenIn(await upload(name, words(64)));
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
        const known = await count();
        const { taskId, begun } = begin("試し.txt", size);
        must(await begun);
        let finished = false;
        for (const one of steps) {
          const outcome = await doStep(taskId, one);
          assert.notEqual(codeOf(outcome), "internal");
          if (one === "finish" && outcome.ok) finished = true;
        }
        must(await kura.host.intake.abort({ taskId }));
        assert.equal((await count()) - known, finished ? 1 : 0);
      }),
      { numRuns: 150 },
    );
  });
});

function doStep(taskId: string, step: { offset: number; size: number } | "finish" | "abort" | "garbage") {
  if (step === "finish") return kura.host.intake.finish({ taskId, sha256: null });
  if (step === "abort") return kura.host.intake.abort({ taskId });
  if (step === "garbage") return kura.host.intake.append({ taskId, offset: 0, data: "%%%%" });
  return kura.host.intake.append({ taskId, offset: step.offset, data: words(step.size).toString("base64") });
}

describe("bytes that are there already", () => {
  test("wait for a word: tied to the item instead, kept as a second copy, or let go", async () => {
    const into = await newCase();
    const bytes = words(300 * 1024);
    const first = takenIn(await upload("原本.txt", bytes, into));
    const files = objectFiles().length;
    const seen: number[] = [];
    for (const how of ["link", "keep", "drop"] as const) {
      const { result } = await upload("写し.txt", bytes, into, itemId);
      if (result.kind !== "duplicate" || result.heldId === null) throw new Error(result.kind);
      assert.equal(result.of.id, first.id);
      const { evidence } = must(await kura.host.intake.settle({ dossierId: into, heldId: result.heldId, how }));
      const again = await kura.host.intake.settle({ dossierId: into, heldId: result.heldId, how });
      assert.equal(codeOf(again), "unknown-upload");
      if (how === "link") assert.deepEqual([evidence?.id, evidence?.items], [first.id, [itemId]]);
      seen.push(await count(into));
    }
    assert.deepEqual(seen, [1, 2, 2]);
    assert.equal(objectFiles().length, files + 1, "one second copy and no more");
  });

  test("are said to lie in another case as well", async () => {
    const [one, other] = [await newCase(), await newCase()];
    const bytes = words(2_000);
    takenIn(await upload("元.txt", bytes, one));
    const { result } = await upload("別.txt", bytes, other);
    const found = must(await kura.host.dossiers.get({ dossierId: one }));
    assert.deepEqual(result.kind === "taken" && result.alsoIn.map((place) => place.caseNumber), [found.number]);
  });
});

describe("a folder", () => {
  test("comes in with what may come in, and says of the rest why not", async () => {
    const root = at("持込み");
    mkdirSync(join(root, "下", "その下"), { recursive: true });
    writeFileSync(join(root, "一 𠮷.txt"), "一");
    writeFileSync(join(root, "下", "二.txt"), "二");
    writeFileSync(join(root, "下", "その下", "同じ.txt"), "一");
    writeFileSync(join(root, "道具.exe"), "MZ");
    writeFileSync(join(root, "空.pdf"), "");
    writeFileSync(join(root, ".DS_Store"), "x");
    symlinkSync(root, join(root, "下", "輪"));
    symlinkSync("/etc/hostname", join(root, "外.txt"));
    const into = await newCase();
    kura.answers["evidence-folder"] = [root];
    const report = must(await kura.host.intake.folder({ ...about(into), taskId: "folder-1" }));
    const said = report.outcomes.map(({ name, result }) => [
      name,
      result.kind === "refused" ? result.code : result.kind,
    ]);
    assert.deepEqual(
      new Map(said as [string, string][]),
      new Map([
        ["一 𠮷.txt", "taken"],
        ["下 / 二.txt", "taken"],
        ["下 / その下 / 同じ.txt", "duplicate"],
        ["道具.exe", "file-type-refused"],
        ["空.pdf", "file-type-refused"],
        ["外.txt", "file-link"],
        ["下 / 輪", "file-link"],
      ]),
    );
    assert.equal(report.passedOver, 1);
    assert.equal(await count(into), 2);
  });

  test("of ten thousand files takes in as many as one import may and counts the rest", async () => {
    const root = at("一万");
    mkdirSync(root);
    for (let number = 0; number < 10_000; number += 1) writeFileSync(join(root, `${number}.txt`), `文${number}`);
    const into = await newCase();
    kura.answers["evidence-folder"] = [root];
    const report = must(await kura.host.intake.folder({ ...about(into), taskId: "folder-2" }));
    assert.equal(report.outcomes.length, 1_000);
    assert.equal(report.passedOver, 9_000);
    assert.equal(await count(into), 1_000);
  });
});

describe("custody", () => {
  test("says every touch with who, when, what and why, in a chain that is whole", async () => {
    const into = await newCase();
    const { id, revision } = takenIn(await upload("経過.txt", words(500), into));
    const one = { dossierId: into, evidenceId: id };
    must(await kura.host.evidence.link({ ...one, itemId, linked: true }));
    must(await kura.host.evidence.change({ ...one, revision, details: { ...details, title: "髙﨑の経過" } }));
    must(await kura.host.evidence.check(one));
    must(
      await kura.host.intake.setStanding({
        ...one,
        revision: revision + 1,
        status: "in-review",
        supersededBy: null,
        validity: { until: "2027-01-31", by: "hand" },
        carriage,
        why: "発行元に照会中",
      }),
    );
    const { touches, chain } = must(await kura.host.intake.custody(one));
    assert.deepEqual(
      touches.map(({ act }) => act),
      ["taken-in", "linked", "described", "checked", "standing-set"],
    );
    assert.ok(touches.every(({ actor, at: when }) => actor === "髙﨑 𠮷" && when > 0));
    assert.equal(touches.at(-1)?.body.why, "発行元に照会中");
    assert.deepEqual(chain, { count: 5, brokenAt: null });
  });

  test("and the register leave as CSV with the passphrase, and a cell that begins like a formula is kept from running", async () => {
    const into = await newCase();
    takenIn(await upload("=cmd.txt", words(100), into));
    for (const table of ["custody", "register"] as const) {
      const request = { dossierId: into, table, locale: "ja" as const, purpose: "handover" as const };
      const wrong = await kura.host.intake.saveTable({ ...request, passphrase: "これは違う合言葉である" });
      assert.equal(codeOf(wrong), "wrong-passphrase");
      kura.answers["evidence-table"] = [at(`${table}.csv`)];
      must(await kura.host.intake.saveTable({ ...request, passphrase: testPassphrase }));
      const csv = readFileSync(at(`${table}.csv`), "utf8");
      assert.equal(csv.trim().split("\r\n").length, 2);
      if (table === "register") assert.match(csv, /'=cmd\.txt.*USBメモリー等.*閲覧用端末 3,葛󠄀城 ﾊﾅｺ/u);
    }
  });
});

describe("how long a piece holds", () => {
  test("follows the office's periods until somebody sets a day by hand, and a successor must be another live piece", async () => {
    const into = await newCase();
    const one = takenIn(await upload("期限.txt", words(80), into));
    const two = takenIn(await upload("新しい.txt", words(81), into));
    assert.notEqual(one.standing.validity.until, null, "a copy from a register does not hold for ever");
    const months = must(await kura.host.intake.periods({})).months;
    must(await kura.host.intake.setPeriods({ months: { ...months, registry_copy: null } }));
    assert.equal(must(await kura.host.intake.applyPeriods({ dossierId: into })).changed, 2);
    const set = {
      dossierId: into,
      evidenceId: one.id,
      revision: one.revision + 1,
      status: "superseded" as const,
      validity: plainStanding.validity,
      carriage,
      why: "",
    };
    for (const supersededBy of [null, one.id])
      assert.equal(codeOf(await kura.host.intake.setStanding({ ...set, supersededBy })), "successor-missing");
    const done = must(await kura.host.intake.setStanding({ ...set, supersededBy: two.id }));
    assert.deepEqual([done.standing.status, done.standing.supersededBy], ["superseded", two.id]);
    must(await kura.host.intake.setPeriods({ months: null }));
  });
});
