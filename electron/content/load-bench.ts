import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Bench } from "../../shared/domain/scorecard.ts";
import { ContentError } from "./load-content.ts";

/** Reads the pairs that the matcher is measured on. Throws `ContentError` on a broken installation. */
export async function loadBench(resourcesFolder: string): Promise<Bench> {
  const read = await readFile(join(resourcesFolder, "screening", "bench.json"), "utf8").catch(() => undefined);
  if (read === undefined) throw new ContentError("screening/bench.json cannot be read");
  const parsed = Bench.safeParse(JSON.parse(read));
  if (!parsed.success)
    throw new ContentError(`screening/bench.json is not valid: ${parsed.error.issues[0]?.path.join(".")}`);
  return parsed.data;
}
