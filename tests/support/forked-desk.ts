import { readdirSync, readFileSync } from "node:fs";
import { createEngineClient, type EngineClient } from "../../electron/engine/engine-client.ts";
import { createSilentLog } from "../../electron/log.ts";
import { engineClientOf } from "./call-engine.ts";
import { createDialogScript } from "./chromium-host/dialog-script.ts";
import { forkEngine } from "./chromium-host/forked-engine.ts";
import { places, testPassphrase } from "./test-engine.ts";
import type { Desk } from "./whole-job.ts";

/** The real engine in a process of its own, as the app runs it, with the cheapest key derivation. */
export interface ForkedDesk extends Desk {
  readonly engine: EngineClient;
  /** Every event so far. */
  readonly events: readonly { readonly topic: string; readonly payload: unknown }[];
  /** Resident memory of the engine process in MiB; undefined where the system does not tell. */
  rssMib(): number | undefined;
}

const quickEngine = new URL("./quick-engine.ts", import.meta.url).pathname;

/** Starts the engine on `userData`. It outlives a lock, so that its memory can be watched over several. */
export function startForkedDesk(userData: string, outside: string): ForkedDesk {
  const dialogs = createDialogScript();
  const before = new Set(childIds());
  const engine = createEngineClient({
    spawn: () => forkEngine(quickEngine),
    facts: { paths: { userData, ...places }, info: { version: "0.0.0-test", host: "chromium" }, clockOffsetMs: 0 },
    dialogs: dialogs.dialogs,
    log: createSilentLog(),
    endOnLock: false,
  });
  const [processId] = childIds().filter((known) => !before.has(known));
  const events: { topic: string; payload: unknown }[] = [];
  engine.subscribe((topic, payload) => events.push({ topic, payload }));
  return {
    engine,
    events,
    outside,
    passphrase: testPassphrase,
    host: engineClientOf(engine),
    choose: (purpose, path) => dialogs.answer(purpose, path),
    rssMib: () => (processId === undefined ? undefined : rssOf(processId)),
  };
}

/** Children of this process, as Linux lists them; empty elsewhere. */
function childIds(): string[] {
  try {
    const tasks = readdirSync("/proc/self/task");
    return tasks.flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, "utf8").trim().split(" "));
  } catch {
    return [];
  }
}

function rssOf(processId: string): number | undefined {
  try {
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, "utf8"))?.[1];
    return kib === undefined ? undefined : Math.round(Number(kib) / 1024);
  } catch {
    return undefined;
  }
}
