import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Content } from "../../shared/domain/content/content.ts";
import { checkPractice, PracticeFile } from "../../shared/domain/practice.ts";
import { ContentError } from "./load-content.ts";

/** Reads the practice cases and holds them against the worked examples. Throws `ContentError` where they do not fit. */
export async function loadPractice(
  resourcesFolder: string,
  { examples }: Pick<Content, "examples">,
): Promise<PracticeFile> {
  const read = await readFile(join(resourcesFolder, "practice", "cases.json"), "utf8").catch(() => undefined);
  if (read === undefined) throw new ContentError("practice/cases.json cannot be read");
  const parsed = PracticeFile.safeParse(JSON.parse(read));
  const first = parsed.error?.issues[0];
  if (!parsed.success) throw new ContentError(`practice/cases.json is not valid: ${first?.path.join(".")}`);
  const [problem] = checkPractice(parsed.data, examples.examples);
  if (problem !== undefined) throw new ContentError(`practice/cases.json: ${problem}`);
  return parsed.data;
}
