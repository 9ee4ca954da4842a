import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { createKdf } from "../../../electron/vault/crypto/kdf.ts";
import { createKeySlots } from "../../../electron/vault/crypto/key-slots.ts";
import { deriveSubkey, type SubkeyLabel } from "../../../electron/vault/crypto/subkeys.ts";
import { readSlotFile } from "../../../electron/vault/slot-file.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Result } from "../../../shared/result.ts";
import { must } from "../../support/must.ts";
import { childrenOf, findInMemory, type Needles } from "../../support/process-memory.ts";

// In this form NFKC changes it: what is left behind would be the form that was typed, or the one that opened the slot.
const marker = "quokka-7316";
const passphrase = `ｶｸﾚﾀ蔵の鍵 ㊙ 葛󠄀城 ${marker}`;
const labels: readonly SubkeyLabel[] = [
  "db",
  "objects",
  "header mac",
  "audit mac",
  "seal",
  "backup manifest",
  "key id",
];

const cannotLook = existsSync("/proc/self/mem") ? undefined : "only Linux shows a process's memory under /proc";

describe("after a lock", { skip: cannotLook }, () => {
  const userData = mkdtempSync(join(tmpdir(), "kura-heap-"));
  let host: ChildProcess;
  let keys: Needles;
  let typed: Needles;
  let engineBefore: number;
  let lastId = 0;

  async function call(name: string, request: object): Promise<Result<Record<string, unknown>, Fault>> {
    // The text of a `Result`.
    return JSON.parse(await ask({ name, body: JSON.stringify(request) })) as Result<Record<string, unknown>, Fault>;
  }
  function ask(order: object): Promise<string> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      const listen = (message: unknown): void => {
        const { id: of, reply } = message as { id: number; reply: string }; // the host child sends nothing else
        if (of !== id) return;
        host.off("message", listen);
        resolve(reply);
      };
      host.on("message", listen);
      host.send({ id, ...order });
    });
  }
  const pidOf = (child: ChildProcess): number => child.pid ?? assert.fail("the host runs");
  const onlyEngine = (): number => {
    const [engine, ...others] = childrenOf(pidOf(host));
    assert.deepEqual(others, [], "one engine at a time");
    return engine ?? assert.fail("an engine runs");
  };

  before(async () => {
    host = fork(fileURLToPath(new URL("./children/bare-host.ts", import.meta.url)), [userData], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    must(await call("vault.create", { place: "default", personName: "髙﨑 𠮷", officeName: "架空機構", passphrase }));
    for (let round = 0; round < 5; round += 1) {
      must(await call("dossiers.create", { kind: "self-check", title: `点検 ${round}`, subject: null }));
    }
    must(await call("dossiers.list", {}));
    keys = await keysOf(join(userData, "vault"));
    const form = passphrase.normalize("NFKC");
    typed = {
      "passphrase as derived from": Buffer.from(form, "utf8"),
      "passphrase as typed": Buffer.from(passphrase, "utf8"),
    };
    engineBefore = onlyEngine();
  });
  after(() => {
    host.disconnect();
    rmSync(userData, { recursive: true, force: true });
  });

  it("would be seen: while the vault is open, its keys stand in the engine's memory", () => {
    assert.notDeepEqual(findInMemory(engineBefore, keys), []);
  });

  it("the process that held the keys is gone, and another has taken its place", async () => {
    must(await call("vault.lock", {}));
    const deadlineMs = Date.now() + 5_000;
    while (existsSync(`/proc/${engineBefore}`) && Date.now() < deadlineMs) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(existsSync(`/proc/${engineBefore}`), false);
    assert.notEqual(onlyEngine(), engineBefore);
  });

  it("the next engine holds neither key nor passphrase", async () => {
    assert.equal(must(await call("vault.status", {}))["state"], "locked");
    assert.deepEqual(findInMemory(onlyEngine(), { ...keys, ...typed, ...asText(passphrase) }), []);
  });

  it("the host holds no key, and no passphrase in the bytes it was derived from", () => {
    assert.deepEqual(findInMemory(pidOf(host), { ...keys, ...typed }), []);
  });

  it("the host refers to the passphrase nowhere any more: what is left of the text is memory not yet used again", async () => {
    const picture = join(userData, "host.heapsnapshot");
    await ask({ picture });
    const reachable = readFileSync(picture, "latin1");
    assert.ok(reachable.includes(userData), "the picture shows texts that are still in use");
    assert.equal(reachable.includes(marker), false);
  });
});

function asText(text: string): Needles {
  return { "passphrase as JavaScript text": Buffer.from(text, "utf16le") };
}

/** The vault's keys, opened here from its slot file as the engine opens it. */
async function keysOf(folder: string): Promise<Needles> {
  const clock = { nowMs: Date.now, monotonicMs: () => performance.now() };
  const random = { bytes: (count: number) => randomBytes(count) };
  const stored = readSlotFile(folder);
  assert.ok(stored.ok);
  const { file } = stored.value.decoded;
  assert.ok(file.version === 2, "the newest format");
  const kdf = createKdf({ clock });
  const opened = await createKeySlots({ random, kdf }).open(file, { passphrase });
  assert.ok(opened.ok);
  const vaultKey = opened.value.vaultKeys.current;
  const subkeys = labels.map((label) => [`subkey ${label}`, deriveSubkey(vaultKey, file.vaultId, label)] as const);
  return { "vault key": vaultKey, "person key": opened.value.personKey, ...Object.fromEntries(subkeys) };
}
