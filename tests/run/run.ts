/** Runs one suite: `node tests/run/run.ts check [words in file paths]`. Ends with the counts and what was skipped. */
import { join } from "node:path";
import process from "node:process";
import { runElectronSmoke } from "./electron-smoke.ts";
import { runChecks } from "./static-checks.ts";
import { type Suite, suites } from "./suites.ts";
import { closingLines, emptyTally, isGood } from "./tally.ts";
import { findTestFiles, runTestFiles } from "./test-files.ts";

const root = join(import.meta.dirname, "..", "..");

async function runSuite(suite: Suite, words: readonly string[]): Promise<boolean> {
  const tally = emptyTally();
  for (const [name, value] of Object.entries(suite.env ?? {})) process.env[name] ??= value;
  if (words.length === 0) await runChecks(root, suite.checks, tally);
  await runTestFiles(root, await findTestFiles(root, suite, words), suite.parallel, tally);
  if (suite.electron && words.length === 0) await runElectronSmoke(root, tally);
  console.log(`\n${closingLines(tally).join("\n")}`);
  return isGood(tally);
}

const [name = "", ...words] = process.argv.slice(2);
const suite = Object.entries(suites).find(([known]) => known === name)?.[1];
if (suite === undefined) throw new Error(`Known suites: ${Object.keys(suites).join(" ")}`);
process.exitCode = (await runSuite(suite, words)) ? 0 : 1;
