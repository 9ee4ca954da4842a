import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { platform } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runKura } from "../../support/cli-world.ts";
import { must } from "../../support/must.ts";
import { codeOf, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let kura: TestEngine;
let vaultId: string;
const secondPassphrase = "二人目の鍵は梁の上の箱 2026";
const at = (name: string): string => join(kura.folder, name);

before(async () => {
  kura = await startTestEngine();
  kura.answers["new-key-file"] = [at("key.txt")];
  must(await kura.host.vault.makeKeyFile({}));
  kura.answers["key-file"] = [at("key.txt")];
  const names = { personName: "髙﨑 𠮷", officeName: "架空研究機構" };
  const made = await kura.host.vault.create({
    ...names,
    place: "default",
    passphrase: testPassphrase,
    keyFile: true,
  });
  vaultId = must(made).openVaultId ?? "";
});
after(() => kura.close());

/** Locks, then unlocks with the key file of this name, or without any. */
async function unlockWith(name: string | undefined, passphrase: string = testPassphrase): Promise<string> {
  must(await kura.host.vault.lock({}));
  if (name === undefined) return codeOf(await kura.host.vault.unlock({ vaultId, passphrase }));
  kura.answers["key-file"] = [at(name)];
  return codeOf(await kura.host.vault.unlock({ vaultId, passphrase, keyFile: true }));
}

describe("a new key file", () => {
  test("holds 64 bytes of chance as text, for its owner alone", () => {
    const text = readFileSync(at("key.txt"), "utf8");
    assert.match(text, /^[A-Za-z0-9+/]{86}==$/u);
    assert.equal(Buffer.from(text, "base64").length, 64);
    if (platform() !== "win32") assert.equal(statSync(at("key.txt")).mode & 0o777, 0o600);
  });

  test("is never the same twice, and is made while the vault is locked", async () => {
    must(await kura.host.vault.lock({}));
    kura.answers["new-key-file"] = [at("another.txt")];
    must(await kura.host.vault.makeKeyFile({}));
    assert.notEqual(readFileSync(at("another.txt"), "utf8"), readFileSync(at("key.txt"), "utf8"));
  });

  test("is not made when the dialog is closed", async () => {
    assert.equal(codeOf(await kura.host.vault.makeKeyFile({})), "cancelled");
  });
});

describe("a vault made with a key file", () => {
  test("opens with the passphrase and the file", async () => assert.equal(await unlockWith("key.txt"), "ok"));

  test("does not open with the passphrase alone", async () => {
    assert.equal(await unlockWith(undefined), "wrong-passphrase");
  });

  test("does not open with another file", async () => {
    assert.equal(await unlockWith("another.txt"), "wrong-passphrase");
  });

  test("does not open with the file alone", async () => {
    assert.equal(await unlockWith("key.txt", "ちがう合言葉ちがう合言葉"), "wrong-passphrase");
  });

  test("stays open when the dialog for the file is closed", async () => {
    assert.equal(await unlockWith("key.txt"), "ok");
    const closed = await kura.host.vault.unlock({ vaultId, passphrase: testPassphrase, keyFile: true });
    assert.equal(codeOf(closed), "cancelled");
    assert.equal(must(await kura.host.vault.status({})).state, "open");
  });

  for (const [what, make] of [
    ["is not there", () => undefined],
    ["is empty", (path: string) => writeFileSync(path, "")],
    ["is a folder", (path: string) => mkdirSync(path)],
    ["is over 1 MiB", (path: string) => writeFileSync(path, Buffer.alloc(1024 * 1024 + 1, 7))],
  ] as const) {
    test(`refuses a file that ${what}`, async () => {
      make(at(what));
      assert.equal(await unlockWith(what), "file-unreadable");
    });
  }

  test("asks for the passphrase again inside without the file, and still changes only with the right one", async () => {
    assert.equal(await unlockWith("key.txt"), "ok");
    const next = "新しい鍵は蔵の三つ目の棚 2026";
    const change = (current: string, to: string) => kura.host.vault.changePassphrase({ current, next: to });
    assert.equal(codeOf(await change("ちがう合言葉ちがう合言葉", next)), "wrong-passphrase");
    must(await change(testPassphrase, next));
    assert.equal(await unlockWith(undefined, next), "wrong-passphrase");
    assert.equal(await unlockWith("key.txt", next), "ok");
    must(await change(next, testPassphrase));
  });

  test("lets a second person in with a file of their own, which opens nothing for the first", async () => {
    assert.equal(await unlockWith("key.txt"), "ok");
    const add = (displayName: string, newPassphrase: string, keyFile: boolean) =>
      kura.host.people.add({
        person: { displayName, unit: "監査室", roles: ["auditor"] },
        newPassphrase,
        passphrase: testPassphrase,
        keyFile,
      });
    assert.equal(codeOf(await add("吉 﨑", secondPassphrase, true)), "cancelled");
    assert.equal(must(await kura.host.people.list({})).people.length, 1, "nobody was added by half");
    kura.answers["key-file"] = [at("another.txt")];
    must(await add("吉 﨑", secondPassphrase, true));
    must(await add("葛󠄀 城", "三人目の鍵は軒下の壺 2026", false));
    assert.equal(await unlockWith("another.txt", secondPassphrase), "ok");
    assert.equal(await unlockWith("key.txt", secondPassphrase), "wrong-passphrase");
    assert.equal(await unlockWith(undefined, secondPassphrase), "wrong-passphrase");
    assert.equal(await unlockWith("another.txt"), "wrong-passphrase");
    assert.equal(await unlockWith(undefined, "三人目の鍵は軒下の壺 2026"), "ok");
    assert.equal(await unlockWith("key.txt"), "ok");
  });

  test("is opened by the command line with --key-file, and refused without", async () => {
    must(await kura.host.vault.lock({}));
    const words = ["verify-trail", "--vault", at("vault")];
    const world = { userData: at("cli"), secret: testPassphrase };
    const whole = await runKura([...words, "--key-file", at("key.txt")], world);
    assert.equal(whole.exitCode, 0, whole.printed + whole.errors);
    assert.match((await runKura([...words, "--json"], world)).printed, /wrong-passphrase/);
    assert.match(
      (await runKura([...words, "--json", "--key-file", at("nothing.txt")], world)).printed,
      /file-unreadable/,
    );
  });
});
