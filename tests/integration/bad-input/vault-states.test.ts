import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { mustExist } from "../../../shared/assert.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { createText, isTextKey } from "../../../shared/strings/text.ts";
import { startForkedDesk } from "../../support/forked-desk.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { atEnd, scratchFolder } from "../vault/scratch-vault.ts";

const needsRoot =
  process.getuid?.() === 0 && process.platform === "linux" ? false : "needs root on Linux to mount a small disk";

async function start(t: TestContext, folder: string): Promise<TestEngine> {
  const kura = await startTestEngine({ folder });
  atEnd(t, () => void kura.close());
  return kura;
}

async function unlock(kura: TestEngine) {
  const [known] = must(await kura.host.vault.status({})).vaults;
  return kura.host.vault.unlock({ vaultId: mustExist(known, "a vault").vaultId, passphrase: testPassphrase });
}

/** A vault with one case, locked. */
async function lockedVault(t: TestContext): Promise<{ folder: string; vault: string; kura: TestEngine }> {
  const folder = scratchFolder(t);
  const kura = await start(t, folder);
  await createVault(kura.host);
  must(await kura.host.dossiers.create({ kind: "person", title: "架空の案件", subject: null }));
  must(await kura.host.vault.lock({}));
  return { folder, vault: join(folder, "vault"), kura };
}

/** Rewrites both copies of the key-slot file. */
function rewriteHeader(vault: string, change: (bytes: Buffer) => void): void {
  for (const name of ["vault.hdr", "vault.hdr.bak"]) {
    const bytes = readFileSync(join(vault, name));
    change(bytes);
    writeFileSync(join(vault, name), bytes);
  }
}

const states: Readonly<Record<string, { code: string; spoil: (vault: string) => void }>> = {
  "written by a newer version": {
    code: "vault-newer",
    spoil: (vault) =>
      rewriteHeader(vault, (bytes) => {
        bytes.writeUInt16LE(999, 8);
        const end = bytes.length - 32;
        bytes.set(createHash("sha256").update(bytes.subarray(0, end)).digest(), end);
      }),
  },
  "with a damaged header": {
    code: "vault-damaged",
    spoil: (vault) => rewriteHeader(vault, (bytes) => bytes.fill(0x5a, 20, 60)),
  },
  "with a damaged database": {
    code: "vault-damaged",
    spoil: (vault) => {
      const bytes = readFileSync(join(vault, "vault.db"));
      bytes.fill(0x5a, 100, 4_000);
      writeFileSync(join(vault, "vault.db"), bytes);
    },
  },
  "without its database": { code: "vault-damaged", spoil: (vault) => rmSync(join(vault, "vault.db")) },
  "without its header": {
    code: "vault-absent",
    spoil: (vault) => {
      rmSync(join(vault, "vault.hdr"));
      rmSync(join(vault, "vault.hdr.bak"));
    },
  },
  "that has vanished": { code: "storage-gone", spoil: (vault) => renameSync(vault, `${vault}-elsewhere`) },
};

for (const [name, { code, spoil }] of Object.entries(states)) {
  test(`a vault ${name} answers ${code} and stays locked`, async (t) => {
    const { vault, kura } = await lockedVault(t);
    const [known] = must(await kura.host.vault.status({})).vaults;
    spoil(vault);
    const { vaultId } = mustExist(known, "a vault");
    assert.equal(codeOf(await kura.host.vault.unlock({ vaultId, passphrase: testPassphrase })), code);
    assert.equal(must(await kura.host.vault.status({})).state, "locked");
    assert.equal(codeOf(await kura.host.dossiers.list({})), "vault-locked");
  });
}

test("each of these refusals has a sentence of its own in both languages", () => {
  const codes = [...Object.values(states).map(({ code }) => code), "vault-busy", "storage-full", "storage-readonly"];
  const sentences = new Set<string>();
  for (const locale of ["ja", "en"] as const) {
    for (const code of new Set(codes)) {
      const key = `error.${code}`;
      assert.ok(isTextKey(key));
      sentences.add(createText(locale)(key));
    }
  }
  assert.equal(sentences.size, 2 * new Set(codes).size);
});

test("a second engine on the same vault is told that it is busy, and the first works on", async (t) => {
  const folder = scratchFolder(t);
  const first = await start(t, folder);
  await createVault(first.host);
  const second = startForkedDesk(folder, folder);
  const [known] = must(await second.host.vault.status({})).vaults;
  const { vaultId } = mustExist(known, "a vault");
  assert.equal(codeOf(await second.host.vault.unlock({ vaultId, passphrase: testPassphrase })), "vault-busy");
  must(await first.host.dossiers.create({ kind: "person", title: "架空の案件", subject: null }));
  must(await first.host.vault.lock({}));
  must(await second.host.vault.unlock({ vaultId, passphrase: testPassphrase }));
  assert.equal(must(await second.host.dossiers.list({})).rows.length, 1);
  await second.engine.close();
});

/** A vault on a disk of its own, with one case. Not every container lets root mount; then the test is skipped. */
async function vaultOnDisk(t: TestContext, mebibytes: number) {
  const folder = scratchFolder(t);
  const disk = join(folder, "disk");
  mkdirSync(disk);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", disk], { stdio: "ignore" });
  } catch {
    t.skip("this machine does not let us mount a small disk");
    return undefined;
  }
  atEnd(t, () => execFileSync("umount", ["-l", disk], { stdio: "ignore" }));
  const kura = await start(t, folder);
  kura.answers["new-vault-folder"] = [join(disk, "v")];
  must(
    await kura.host.vault.create({
      place: "choose",
      personName: "髙﨑 𠮷",
      officeName: "架空研究機構",
      passphrase: testPassphrase,
    }),
  );
  const { id } = must(await kura.host.dossiers.create({ kind: "person", title: "架空の案件", subject: null }));
  return { kura, disk, outside: folder, dossierId: id };
}

/** Records long answers until the disk refuses; gives every text that was acknowledged. */
async function fillWithAnswers(kura: TestEngine, dossierId: DossierId): Promise<Map<ItemId, string>> {
  const { template } = must(await kura.host.checklist.open({ dossierId }));
  const acknowledged = new Map<ItemId, string>();
  for (let round = 0; ; round += 1) {
    for (const item of template.sections.flatMap((section) => section.items)) {
      const itemId = item.id as ItemId; // The id of an item.
      const fact = `${round} ${"長".repeat(19_000)}`;
      const stored = await kura.host.checklist.record({ dossierId, itemId, baseRevision: round, patch: { fact } });
      if (!stored.ok) {
        assert.equal(stored.error.code, "storage-full");
        return acknowledged;
      }
      acknowledged.set(itemId, fact);
    }
  }
}

const details = {
  title: "写し",
  evidenceType: "registry_copy",
  sourceType: "registry",
  reliability: "A",
  origin: "",
  location: "",
  capturedAt: null,
  capturedBy: "",
  note: "",
} as const;

test("on a full disk answers and evidence are refused, and all that was acknowledged is there afterwards", {
  skip: needsRoot,
}, async (t) => {
  const made = await vaultOnDisk(t, 12);
  if (made === undefined) return;
  const { kura, outside, dossierId, disk } = made;
  const acknowledged = await fillWithAnswers(kura, dossierId);
  assert.ok(acknowledged.size > 5, `only ${acknowledged.size} answers fitted`);
  for (const sizeBytes of [200_000, 3_000_000]) {
    writeFileSync(join(outside, "copy.txt"), "x".repeat(sizeBytes));
    kura.answers["evidence"] = [join(outside, "copy.txt")];
    const refused = await kura.host.evidence.attach({ dossierId, itemId: null, taskId: `t${sizeBytes}`, details });
    assert.equal(codeOf(refused), "storage-full");
  }
  must(await kura.host.vault.lock({}));
  must(await unlock(kura));
  const { answers } = must(await kura.host.checklist.open({ dossierId }));
  for (const [itemId, fact] of acknowledged)
    assert.equal(answers.find((answer) => answer.itemId === itemId)?.fact, fact);
  assert.deepEqual(must(await kura.host.evidence.list({ dossierId })).evidence, []);
  execFileSync("mount", ["-o", "remount,size=40m", disk], { stdio: "ignore" });
  must(await kura.host.dossiers.create({ kind: "person", title: "空きができた", subject: null }));
  assert.equal(must(await kura.host.trail.check({})).verdict, "whole");
});

test("a disk filled to the last byte still lets the vault open, be read and be locked", {
  skip: needsRoot,
}, async (t) => {
  const made = await vaultOnDisk(t, 12);
  if (made === undefined) return;
  const { kura, disk } = made;
  must(await kura.host.vault.lock({}));
  fillUp(disk);
  must(await unlock(kura));
  assert.equal(must(await kura.host.dossiers.list({})).rows.length, 1);
  assert.equal(
    codeOf(await kura.host.dossiers.create({ kind: "person", title: "架空", subject: null })),
    "storage-full",
  );
  must(await kura.host.vault.lock({}));
  assert.equal(must(await kura.host.vault.status({})).state, "locked");
});

function fillUp(disk: string): void {
  for (let chunkBytes = 1 << 20, count = 0; chunkBytes >= 1; count += 1) {
    try {
      writeFileSync(join(disk, `rubbish-${count}`), Buffer.alloc(chunkBytes, 1));
    } catch {
      chunkBytes >>= 1;
    }
  }
}

test("a disk that turned read-only is told at opening", { skip: needsRoot }, async (t) => {
  const made = await vaultOnDisk(t, 12);
  if (made === undefined) return;
  const { kura, disk } = made;
  must(await kura.host.vault.lock({}));
  execFileSync("mount", ["-o", "remount,ro", disk], { stdio: "ignore" });
  assert.equal(codeOf(await unlock(kura)), "storage-readonly");
  assert.equal(must(await kura.host.vault.status({})).state, "locked");
});

test("a folder taken away under the open vault refuses what is written, and the vault can be locked", async (t) => {
  const { vault, kura } = await lockedVault(t);
  must(await unlock(kura));
  renameSync(vault, `${vault}-elsewhere`);
  assert.equal(
    codeOf(await kura.host.dossiers.create({ kind: "person", title: "架空", subject: null })),
    "storage-gone",
  );
  must(await kura.host.vault.lock({}));
  assert.equal(must(await kura.host.vault.status({})).state, "locked");
  renameSync(`${vault}-elsewhere`, vault);
  must(await unlock(kura));
  assert.equal(must(await kura.host.dossiers.list({})).rows.length, 1);
});
