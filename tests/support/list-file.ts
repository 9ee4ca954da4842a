import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EditionId, ImportId } from "../../shared/domain/ids.ts";
import type { EditionDetails, ImportTrial } from "../../shared/domain/screening.ts";
import { must } from "./must.ts";
import type { TestEngine } from "./test-engine.ts";

/** One row of an invented list. */
export interface ListedRow {
  readonly name: string;
  readonly country?: string;
  readonly aliases?: string;
}

/** What is stated of an edition, each part as the test wants it. */
export function detailsOf(part: Partial<EditionDetails> = {}): EditionDetails {
  return {
    title: "架空リスト",
    authority: "架空庁",
    effectClass: "permit_trigger",
    edition: "第1版",
    publishedDay: "2026-10-01",
    effectiveDay: null,
    licence: "",
    ...part,
  };
}

/** Writes rows as CSV, begins its import and tries it. */
export async function tryList(
  kura: TestEngine,
  rows: readonly ListedRow[],
  title = "架空リスト",
): Promise<{ importId: ImportId; trial: ImportTrial }> {
  const path = join(kura.folder, "list.csv");
  const lines = rows.map(({ name, country = "架空国", aliases = "" }) => `"${name}","${country}","${aliases}"`);
  writeFileSync(path, `name,country,aliases\n${lines.join("\n")}\n`);
  kura.answers["list"] = [path];
  const { importId, mapping } = must(await kura.host.screening.beginImport({}));
  const trial = must(await kura.host.screening.tryImport({ importId, layout: "csv", mapping, title }));
  return { importId, trial };
}

/** The same, and keeps it as an edition. */
export async function keepList(
  kura: TestEngine,
  rows: readonly ListedRow[],
  part: Partial<EditionDetails> & { readonly archive?: boolean } = {},
): Promise<EditionId> {
  const { archive = false, ...given } = part;
  const details = detailsOf(given);
  const { importId } = await tryList(kura, rows, details.title);
  return must(await kura.host.screening.finishImport({ importId, details, archive })).id;
}
