import { closeSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { err, ok, type Result } from "../../../shared/result.ts";
import { packLimits, packMark } from "../../list-pack/pack-format.ts";
import { createPackReader } from "../../list-pack/pack-reader.ts";
import type { PackSignature, VerifiedPack } from "../../list-pack/read-pack.ts";
import { readFileBounded } from "../read-file.ts";
import type { FileRefusal, ReadList } from "./read-lists.ts";

/** Whether a file begins as a list pack does. What cannot be opened does not. */
export function isPack(path: string): boolean {
  const mark = Buffer.alloc(packMark.length);
  try {
    const descriptor = openSync(path, "r");
    try {
      return readSync(descriptor, mark, 0, mark.length, 0) === mark.length && mark.equals(packMark);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

/** Checks a pack from its first byte to its last; every entry in it can be read, too. */
export async function readPackFile(path: string): Promise<Result<VerifiedPack, FileRefusal>> {
  const bytes = bytesOf(path);
  if (!bytes.ok) return bytes;
  const read = await createPackReader().read(bytes.value, "every");
  return read.ok ? ok(read.value.pack) : err({ file: basename(path), code: "pack-refused", fault: read.error });
}

/** The editions of a pack as lists, and whose certificate signed them. */
export async function readPackLists(
  path: string,
): Promise<Result<{ readonly signer: PackSignature; readonly lists: readonly ReadList[] }, FileRefusal>> {
  const bytes = bytesOf(path);
  if (!bytes.ok) return bytes;
  const file = basename(path);
  const reader = createPackReader();
  const lists: ReadList[] = [];
  for (let at = 0; ; at += 1) {
    const read = await reader.read(bytes.value, at);
    if (!read.ok) return err({ file, code: "pack-refused", fault: read.error });
    const { manifest, signer } = read.value.pack;
    const edition = manifest.editions[at];
    if (edition !== undefined) {
      const { details, layout, sha256 } = edition;
      // What was refused when the list was imported is not carried along.
      const report = { layout, refusedTotal: 0, warningsTotal: 0 };
      const name = `${file}: ${details.title} ${details.edition}`;
      lists.push({ file: name, sha256, entries: read.value.entries, report, guess: null });
    }
    if (at + 1 >= manifest.editions.length) return ok({ signer, lists });
  }
}

function bytesOf(path: string): Result<Uint8Array, FileRefusal> {
  const bytes = readFileBounded(path, packLimits.file);
  return bytes === undefined ? err({ file: basename(path), code: "file-unreadable" }) : ok(bytes);
}
