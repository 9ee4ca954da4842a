import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { checkContent } from "../../shared/domain/content/check-content.ts";
import { Content, policyFiles } from "../../shared/domain/content/content.ts";
import { TemplateFile } from "../../shared/domain/content/template.ts";
import { contentHash } from "./content-hash.ts";

/** No content file is nearly this large; a larger one is not ours. Bytes. */
const fileLimitBytes = 2 * 1024 * 1024;

const templateFiles = ["person.json", "institution.json", "company.json", "self-check.json"] as const;

/** The installation's content is missing, malformed or inconsistent. Messages hold file names, places and codes only. */
export class ContentError extends Error {
  override readonly name = "ContentError";
}

/**
 * Reads, validates and cross-checks everything under `resources`. Throws `ContentError` on a broken installation: the
 * app must not score cases by rules that nobody wrote.
 */
export async function loadContent(resourcesFolder: string): Promise<Content> {
  const [templates, parts] = await Promise.all([
    Promise.all(templateFiles.map((name) => readTemplate(resourcesFolder, name))),
    Promise.all(
      Object.entries(policyFiles).map(async ([part, name]) => {
        const value = await readJson(resourcesFolder, join("policy", name));
        return { part, value, hash: contentHash(value) };
      }),
    ),
  ]);
  const parsed = Content.safeParse({
    ...Object.fromEntries(parts.map(({ part, value }) => [part, value])),
    hashes: Object.fromEntries(parts.map(({ part, hash }) => [part, hash])),
    templates,
  });
  if (!parsed.success) throw refusal("policy", parsed.error.issues);
  const problems = checkContent(parsed.data);
  const first = problems[0];
  if (first !== undefined) {
    throw new ContentError(
      `Content has ${problems.length} problem(s); first: ${first.code} ${first.where} ${first.id}`,
    );
  }
  return parsed.data;
}

async function readTemplate(folder: string, name: string): Promise<TemplateFile & { hash: string }> {
  const value = await readJson(folder, join("checklists", name));
  const parsed = TemplateFile.safeParse(value);
  if (!parsed.success) throw refusal(name, parsed.error.issues);
  return { ...parsed.data, hash: contentHash(value) };
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const path = join(folder, name);
  try {
    const { size } = await stat(path);
    if (size > fileLimitBytes) throw new ContentError(`${name} is too large`);
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    if (cause instanceof ContentError) throw cause;
    // The cause may quote the file or its path; the name alone says enough.
    throw new ContentError(`${name} cannot be read`);
  }
}

function refusal(file: string, issues: ReadonlyArray<{ path: PropertyKey[]; code: string }>): ContentError {
  const first = issues[0];
  const place = first === undefined ? "" : `${first.path.map(String).join(".")} ${first.code}`;
  return new ContentError(`${file} is not valid: ${place}`);
}
