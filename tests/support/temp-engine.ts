import { join } from "node:path";
import type { TestContext } from "node:test";
import { createEngineClient, type EngineClient, type EngineClientParts } from "../../electron/engine/engine-client.ts";
import type { StartFacts } from "../../electron/engine/protocol.ts";
import { createDialogScript, type DialogScript } from "./chromium-host/dialog-script.ts";
import { forkEngine } from "./chromium-host/forked-engine.ts";
import { tempFolder } from "./temp-folder.ts";
import { createTempLog, type LoggedLine } from "./temp-log.ts";

/** The entry of the engine with a back end of a few calls; see `tiny-engine.ts`. */
export const tinyEngineEntry: string = join(import.meta.dirname, "tiny-engine.ts");

/** An engine process of its own for one test, closed when the test ends. */
export interface TempEngine {
  readonly engine: EngineClient;
  readonly dialogs: DialogScript;
  readonly lines: readonly LoggedLine[];
  readonly userData: string;
  /** How many processes were started so far. */
  started(): number;
}

/** Facts for an engine whose files lie in one folder. */
export function startFactsFor(userData: string): StartFacts {
  const paths = { userData, resources: join(userData, "resources"), fonts: join(userData, "fonts") };
  return { paths, info: { version: "0.0.0", host: "chromium" }, clockOffsetMs: 0 };
}

/** Starts the tiny engine in a real process. */
export function startTempEngine(
  test: Pick<TestContext, "after">,
  choices: Partial<Pick<EngineClientParts, "endOnLock" | "facts">> = {},
): TempEngine {
  const userData = tempFolder(test);
  const dialogs = createDialogScript();
  const { log, lines } = createTempLog();
  let started = 0;
  const engine = createEngineClient({
    spawn: () => {
      started += 1;
      return forkEngine(tinyEngineEntry);
    },
    facts: startFactsFor(userData),
    dialogs: dialogs.dialogs,
    log,
    ...choices,
  });
  test.after(() => engine.close());
  return { engine, dialogs, lines, userData, started: () => started };
}
