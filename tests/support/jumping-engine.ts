import "../../electron/engine/umask.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compose } from "../../electron/compose.ts";
import { runEngine } from "../../electron/engine/run-engine.ts";
import { kdfFloor } from "../../electron/vault/format.ts";

/** Name of the file in the app's own folder that says how many milliseconds the wall clock is ahead. */
export const jumpFileName = "clock-jump";

/** The real engine on a wall clock that a test moves while it runs, as sleep or a hand on the clock would. */
function run(): void {
  runEngine((ports) => {
    const jumpMs = (): number => {
      try {
        return Number(readFileSync(join(ports.paths.userData, jumpFileName), "utf8"));
      } catch {
        return 0;
      }
    };
    const clock = { ...ports.clock, nowMs: () => ports.clock.nowMs() + jumpMs() };
    return compose({ ...ports, clock }, { kdf: kdfFloor });
  });
}

if (import.meta.main) run();
