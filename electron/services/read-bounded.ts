import { open } from "node:fs/promises";
import { err, ok, type Result } from "../../shared/result.ts";

/** Why a file was not read. */
export type ReadRefusal = "file-unreadable" | "file-too-large";

/** The whole file, if it is an ordinary one of at most `limitBytes`. Never reads more than that, whatever its size says. */
export async function readBounded(path: string, limitBytes: number): Promise<Result<Buffer, ReadRefusal>> {
  try {
    const file = await open(path, "r");
    try {
      const facts = await file.stat();
      if (!facts.isFile()) return err("file-unreadable");
      if (facts.size > limitBytes) return err("file-too-large");
      const bytes = Buffer.alloc(facts.size);
      const { bytesRead } = await file.read(bytes, 0, facts.size, 0);
      return ok(bytes.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return err("file-unreadable");
  }
}
