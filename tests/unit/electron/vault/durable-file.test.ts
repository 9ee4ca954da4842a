import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { replaceFile } from "../../../../electron/vault/durable-file.ts";
import { scratchFolder } from "../../../integration/vault/scratch-vault.ts";

test("a file is replaced whole, for its owner alone, and no draft is left", (t) => {
  const folder = scratchFolder(t);
  const path = join(folder, "file");
  writeFileSync(path, "a much longer text than the next", { mode: 0o644 });
  replaceFile(path, Buffer.from("next"));
  assert.equal(readFileSync(path, "utf8"), "next");
  assert.deepEqual(readdirSync(folder), ["file"]);
  if (process.platform !== "win32") assert.equal(statSync(path).mode & 0o777, 0o600);
});

test("a draft left by a crash is no obstacle", (t) => {
  const path = join(scratchFolder(t), "file");
  writeFileSync(`${path}.tmp`, "half a dra");
  replaceFile(path, Buffer.from("next"));
  assert.equal(readFileSync(path, "utf8"), "next");
});

test("a replacement that fails leaves what was there and no draft", (t) => {
  const folder = scratchFolder(t);
  const path = join(folder, "file");
  mkdirSync(join(path, "not empty"), { recursive: true });
  assert.throws(() => replaceFile(path, Buffer.from("next")));
  assert.deepEqual(readdirSync(folder), ["file"]);
  assert.deepEqual(readdirSync(path), ["not empty"]);
});
