import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { KuraClient } from "../../../shared/contract/calls.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { must } from "../must.ts";

/** The paragraph on scope and limits stands in the paper, every sentence of it, with the name of whoever put it there. */
export async function scopeIsPrinted(client: KuraClient, dossierId: DossierId, path: string): Promise<void> {
  if (!existsSync("/usr/bin/pdftotext")) return;
  const { drawn, signed } = must(await client.scope.get({ dossierId }));
  const printed = execFileSync("/usr/bin/pdftotext", [path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  const words = printed.normalize("NFC").replaceAll(/\s/gu, "");
  const sentences = drawn.ja
    .split(/(?<=。)/u)
    .map((one) => one.replaceAll(/\s/gu, ""))
    .filter((one) => one !== "");
  assert.ok(sentences.length > 2 && signed?.current === true);
  for (const sentence of sentences) assert.ok(words.includes(sentence.slice(0, 12)), `not printed: ${sentence}`);
  assert.ok(words.includes(signed.by.replaceAll(/\s/gu, "")), "who put their name to it");
}
