import { randomBytes } from "node:crypto";
import { closeSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { after, before, test } from "node:test";
import type { DossierId } from "../../shared/domain/ids.ts";
import { intakeDetails } from "../support/intake-desk.ts";
import { must } from "../support/must.ts";
import { createVault, startTestEngine, type TestEngine } from "../support/test-engine.ts";

/** Measures, never judges. KURA_INTAKE_MB sets the size of the file, in MiB. */
const sizeMiB = Number(process.env["KURA_INTAKE_MB"] ?? 1_024);
const mebibyte = 1_024 * 1_024;
const lines: { what: string; value: string }[] = [];

let kura: TestEngine;
let dossierId: DossierId;
let path: string;

before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  dossierId = must(await kura.host.dossiers.create({ kind: "person", title: "大きな資料", subject: null })).id;
  path = join(kura.folder, "大きな資料 葛󠄀.pdf");
  writeLargeFile(path);
});
after(async () => {
  rmSync(path, { force: true });
  await kura.close();
  console.table(lines);
});

/** A PDF by its first bytes and noise after them: nothing of it can be pressed together. */
function writeLargeFile(file: string): void {
  const open = openSync(file, "w");
  const noise = randomBytes(mebibyte);
  noise.write("%PDF-1.7\n", 0, "latin1");
  for (let at = 0; at < sizeMiB; at += 1) {
    noise.writeUInt32LE(at, mebibyte - 4);
    writeSync(open, noise);
  }
  closeSync(open);
}

/** Takes the file in by its dialog, and looks at the memory of the engine all the while. */
async function takeIn(
  taskId: string,
  onProgress: (done: number) => void,
): Promise<{ seconds: number; peakMiB: number; progress: number; code: string }> {
  globalThis.gc?.();
  const floor = process.memoryUsage().rss;
  let peak = floor;
  const looking = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 25);
  kura.events.length = 0;
  const stop = kura.engine.events.subscribe((topic, payload) => {
    if (topic === "task.progress" && "done" in payload && payload.taskId === taskId) onProgress(payload.done);
  });
  kura.answers["evidence"] = [path];
  const startedMs = performance.now();
  const details = { ...intakeDetails, title: "大きな資料" };
  const taken = await kura.host.evidence.attach({ dossierId, itemId: null, taskId, details });
  const seconds = (performance.now() - startedMs) / 1_000;
  clearInterval(looking);
  stop();
  const progress = kura.events.filter(({ topic }) => topic === "task.progress").length;
  return { seconds, peakMiB: (peak - floor) / mebibyte, progress, code: taken.ok ? "ok" : taken.error.code };
}

const storedMiB = (): number => {
  const root = join(kura.folder, "vault", "objects");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:obj|part)$/u.test(name),
  );
  return files.reduce((sum, name) => sum + statSync(join(root, name)).size, 0) / mebibyte;
};

test("a large file is cancelled half way", async () => {
  let askedMs = 0;
  const half = (sizeMiB * mebibyte) / 2;
  const { seconds, code, progress } = await takeIn("bench-cancel", (done) => {
    if (done < half || askedMs !== 0) return;
    askedMs = performance.now();
    void kura.host.app.cancelTask({ taskId: "bench-cancel" });
  });
  lines.push({ what: `${sizeMiB} MiB, cancelled half way`, value: `${code} after ${seconds.toFixed(1)} s` });
  lines.push({ what: "  from asking until it had stopped", value: `${(performance.now() - askedMs).toFixed(0)} ms` });
  lines.push({ what: "  steps of progress until then", value: String(progress) });
  lines.push({ what: "  left behind in the vault", value: `${storedMiB().toFixed(1)} MiB` });
});

test("a large file comes in", async () => {
  const { seconds, peakMiB, code, progress } = await takeIn("bench-intake", () => undefined);
  lines.push({ what: `${sizeMiB} MiB through the real intake`, value: `${code} in ${seconds.toFixed(1)} s` });
  lines.push({ what: "  rate", value: `${(sizeMiB / seconds).toFixed(0)} MiB/s` });
  lines.push({ what: "  steps of progress", value: String(progress) });
  lines.push({ what: "  memory of the engine above where it stood, at most", value: `${peakMiB.toFixed(0)} MiB` });
  lines.push({ what: "  kept, sealed", value: `${storedMiB().toFixed(0)} MiB` });
});
