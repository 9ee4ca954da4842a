import { err, type Result } from "../../../shared/result.ts";
import { runParser } from "../../parsing/run-parser.ts";
import { type ListStop, stopFor } from "../lists/import-notes.ts";
import { type ListLimits, listLimits } from "../lists/list-limits.ts";
import type { NamesFile } from "./name-rows.ts";

/** Time and memory for one names file; a million short rows stay under both. */
const readTimeMs = 60_000;
const readMemoryMb = 1_024;

/** Reads a file of names in a worker of its own, under limits. Nothing of it is kept. */
export async function readNames(
  bytes: Uint8Array,
  limits: ListLimits = listLimits,
): Promise<Result<NamesFile, ListStop>> {
  if (bytes.length > limits.bytes) return err(stopFor("file-too-large"));
  const outcome = await runParser<Result<NamesFile, ListStop>>({
    module: new URL("./names-worker.ts", import.meta.url),
    input: { bytes, limits },
    limits: { timeMs: readTimeMs, memoryMb: readMemoryMb, outputRows: limits.rows },
  });
  if (outcome.ok) return outcome.value;
  const { code } = outcome.error;
  if (code === "parser-timeout") return err(stopFor("import-timeout"));
  return err(stopFor(code === "parser-memory" ? "import-memory" : "import-failed"));
}
