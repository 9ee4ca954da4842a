import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import { storageErrorFrom, type VaultFault } from "../vault/fault.ts";

/**
 * Writes bytes to a place outside the vault that the person chose: beside it first, flushed, then renamed, so that a
 * file of that name is either the old one or the whole new one. Readable for its owner alone.
 */
export async function saveOutside(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<true, VaultFault>> {
  const next = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}.part`);
  try {
    const file = await open(next, "wx", 0o600);
    try {
      for await (const part of bytes) await file.write(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(next, path);
    return ok(true);
  } catch (thrown) {
    await rm(next, { force: true });
    const storage = storageErrorFrom(thrown);
    if (storage === undefined) throw thrown;
    return err({ code: storage.code, details: { reason: storage.reason } });
  }
}
