import { glob } from "node:fs/promises";
import process from "node:process";
import { pipeline } from "node:stream/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import type { Suite } from "./suites.ts";
import type { Tally } from "./tally.ts";

/** A test file that takes longer than this hangs; the slowest takes a fraction of it. */
const fileLimitMs = 10 * 60 * 1000;

/** Test files of a suite, sorted, narrowed to those whose path holds one of the words. */
export async function findTestFiles(root: string, suite: Suite, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob([...suite.files], { cwd: root })) found.push(file);
  return found.filter((file) => words.length === 0 || words.some((word) => file.includes(word))).sort();
}

/** Runs test files, each in its own process, shows them as they end, and counts single tests. */
export async function runTestFiles(root: string, files: string[], parallel: number, tally: Tally): Promise<void> {
  if (files.length === 0) return;
  const stream = run({ cwd: root, files, concurrency: parallel, isolation: "process", timeout: fileLimitMs });
  stream.on("test:pass", ({ name, skip, todo }) => {
    if (isMarked(skip)) tally.skips.push(`${name} skipped${because(skip)}`);
    else if (isMarked(todo)) tally.skips.push(`${name} left to do${because(todo)}`);
  });
  stream.on("test:summary", ({ file, counts, success }) => {
    if (file !== undefined) return;
    const failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    tally.passed += counts.passed;
    // A hook that fails ends the run badly without any test to count.
    tally.failed += failed === 0 && !success ? 1 : failed;
    tally.skipped += counts.skipped + counts.todo;
  });
  await pipeline(stream, new spec(), process.stdout, { end: false });
}

function isMarked(mark: string | boolean | undefined): boolean {
  return mark !== undefined && mark !== false;
}

function because(mark: string | boolean | undefined): string {
  return typeof mark === "string" && mark !== "" ? `: ${mark}` : "";
}
