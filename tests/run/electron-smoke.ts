import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Tally } from "./tally.ts";
import { runTestFiles } from "./test-files.ts";

const journey = join("tests", "e2e", "electron.smoke.ts");

/** Runs the smoke journey in Electron itself where its binary and a display are present; else says so at the end. */
export async function runElectronSmoke(root: string, tally: Tally): Promise<void> {
  const reason = reasonToSkip(root);
  if (reason === undefined) {
    await runTestFiles(root, [journey], 1, tally);
    return;
  }
  tally.skipped += 1;
  tally.skips.push(`Electron smoke journey skipped: ${reason}`);
}

/** Setup names Electron's binary in the environment when it is present. */
function reasonToSkip(root: string): string | undefined {
  if (!process.env["KURA_ELECTRON"]) return "binary not present";
  if (process.platform === "linux" && !process.env["DISPLAY"]) return "no display";
  return existsSync(join(root, journey)) ? undefined : "journey not written";
}
