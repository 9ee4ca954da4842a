import assert from "node:assert/strict";
import { test } from "node:test";
import { faultOf, StorageError, storageErrorFrom, type VaultCode } from "../../../../electron/vault/fault.ts";

const withCode = (code: string): Error => Object.assign(new Error("message with a path /secret/名前"), { code });

const expected: readonly (readonly [string, VaultCode])[] = [
  ["SQLITE_FULL", "storage-full"],
  ["ENOSPC", "storage-full"],
  ["EDQUOT", "storage-full"],
  ["SQLITE_READONLY", "storage-readonly"],
  ["SQLITE_READONLY_DIRECTORY", "storage-readonly"],
  ["EROFS", "storage-readonly"],
  ["EACCES", "storage-readonly"],
  ["SQLITE_READONLY_DBMOVED", "storage-gone"],
  ["ENOENT", "storage-gone"],
  ["ENODEV", "storage-gone"],
  ["SQLITE_CORRUPT", "vault-damaged"],
  ["SQLITE_CORRUPT_INDEX", "vault-damaged"],
  ["SQLITE_CORRUPT_VTAB", "vault-damaged"],
  ["SQLITE_NOTADB", "vault-damaged"],
  ["SQLITE_IOERR_CORRUPTFS", "vault-damaged"],
  ["SQLITE_BUSY", "vault-busy"],
  ["SQLITE_BUSY_SNAPSHOT", "vault-busy"],
  ["SQLITE_LOCKED", "vault-busy"],
  ["SQLITE_IOERR_FSYNC", "storage-failed"],
  ["SQLITE_IOERR_READ", "storage-failed"],
  ["SQLITE_CANTOPEN", "storage-failed"],
  ["EIO", "storage-failed"],
];
for (const [code, refusal] of expected) {
  test(`${code} is ${refusal}`, () => {
    assert.equal(storageErrorFrom(withCode(code))?.code, refusal);
  });
}

for (const code of ["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_ERROR", "SQLITE_MISUSE", "ERR_INVALID_ARG_TYPE"]) {
  test(`${code} is a bug and stays one`, () => {
    assert.equal(storageErrorFrom(withCode(code)), undefined);
    assert.equal(faultOf(withCode(code)), undefined);
  });
}

test("what is no error with a code is no refusal", () => {
  for (const thrown of [undefined, null, "SQLITE_FULL", { code: "SQLITE_FULL" }, new Error("plain"), withCode("")]) {
    assert.equal(faultOf(thrown), undefined);
  }
});

test("a refusal keeps the short reason and nothing of the message", () => {
  const fault = faultOf(withCode("SQLITE_FULL"));
  assert.deepEqual(fault, { code: "storage-full", details: { reason: "SQLITE_FULL" } });
  assert.doesNotMatch(String(storageErrorFrom(withCode("ENOSPC"))), /secret|名前/);
});

test("a refusal already made passes through as it is", () => {
  const made = new StorageError("vault-busy", "lock");
  assert.equal(storageErrorFrom(made), made);
});
