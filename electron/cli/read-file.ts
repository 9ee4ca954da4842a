import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { exportLimitBytes } from "../trail/trail-export.ts";

/** A regular file's bytes; undefined when it cannot be read or is larger than the limit: that of any export, if not said. */
export function readFileBounded(path: string, limitBytes: number = exportLimitBytes): Uint8Array | undefined {
  try {
    const descriptor = openSync(path, "r");
    try {
      const facts = fstatSync(descriptor);
      return facts.isFile() && facts.size <= limitBytes ? readFileSync(descriptor) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
