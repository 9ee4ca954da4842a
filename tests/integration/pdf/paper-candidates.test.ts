import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { PaperData } from "../../../electron/pdf/paper/paper-data.ts";
import { renderPaper } from "../../../electron/pdf/paper/render-paper.ts";
import { englishPaper } from "../../fixtures/paper/english-paper.ts";
import { fontsFolder } from "../../fixtures/paper/fonts-folder.ts";
import { samplePaper } from "../../fixtures/paper/sample-paper.ts";

const folder = await mkdtemp(join(tmpdir(), "paper-candidates-"));
after(() => rm(folder, { recursive: true }));

/** What somebody reads on the pages, without the breaks that a page sets. */
async function textOfPaper(data: PaperData): Promise<string> {
  const paper = await renderPaper(data, fontsFolder);
  if (!paper.ok) assert.fail(JSON.stringify(paper.error));
  const path = join(folder, "paper.pdf");
  await writeFile(path, paper.value.bytes);
  return withoutBreaks(execFileSync("pdftotext", [path, "-"], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }));
}

function withoutBreaks(text: string): string {
  return text.replaceAll(/\s/g, "");
}

for (const [locale, says] of [
  ["ja", "（名称のほかに照合できる情報なし）"],
  ["en", "(name only: nothing else known to compare)"],
] as const)
  test(`the paper says of a candidate that nothing beside its name could be compared: ${locale}`, async () => {
    const base = locale === "ja" ? samplePaper() : englishPaper();
    const { screening } = base;
    assert.ok(screening !== null);
    const candidates = screening.candidates.map((row, at) => (at === 0 ? { ...row, isNameOnly: true as const } : row));
    const text = await textOfPaper({ ...base, screening: { ...screening, candidates } });
    assert.equal(text.split(withoutBreaks(says)).length - 1, 1);
  });

for (const [locale, unjudged, unconfirmed] of [
  ["ja", "未判定", "（二人目の確認待ち）"],
  ["en", "Not yet judged", "(awaits the second person)"],
] as const)
  test(`the paper tells candidates that nobody judged, and verdicts that nobody confirmed: ${locale}`, async () => {
    const base = locale === "ja" ? samplePaper() : englishPaper();
    const { screening } = base;
    assert.ok(screening !== null && screening.candidates.length > 1);
    const pending = ["judgement", "confirmation"] as const;
    const candidates = screening.candidates.map((row, at) => {
      const missing = pending[at];
      return missing === undefined ? row : { ...row, pending: missing };
    });
    const text = await textOfPaper({ ...base, screening: { ...screening, candidates } });
    for (const says of [unjudged, unconfirmed]) assert.equal(text.split(withoutBreaks(says)).length - 1, 1, says);
  });
