import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import type { Check } from "./suites.ts";
import type { Tally } from "./tally.ts";

/** Runs the checks two at a time; each counts as one test. Output is shown only when a check fails. */
export async function runChecks(root: string, checks: readonly Check[], tally: Tally): Promise<void> {
  const waiting = [...checks];
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) await runCheck(root, check, tally);
  };
  await Promise.all([lane(), lane()]);
}

async function runCheck(root: string, check: Check, tally: Tally): Promise<void> {
  const startedMs = performance.now();
  const { code, output } = await capture(root, check);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  if (code === 0) {
    tally.passed += 1;
    console.log(`ok    ${check.name} (${seconds} s)`);
    return;
  }
  tally.failed += 1;
  console.log(`FAIL  ${check.name} (${seconds} s)\n${output}`);
}

function capture(root: string, check: Check): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [join(root, "node_modules", check.tool), ...check.args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
