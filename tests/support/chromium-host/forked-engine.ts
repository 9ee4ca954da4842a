import { fork } from "node:child_process";
import { engineEnvironment } from "../../../electron/engine/engine-environment.ts";
import type { EngineProcess } from "../../../electron/engine/protocol.ts";

/** The engine's own entry, run from source. */
export const engineEntry: string = new URL("../../../electron/engine/engine-process.ts", import.meta.url).pathname;

/** Starts the engine as a plain Node process joined by an IPC pipe. */
export function forkEngine(entry: string): EngineProcess {
  const child = fork(entry, {
    serialization: "advanced",
    execArgv: [],
    env: engineEnvironment(process.env),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let ended = false;
  const listeners: (() => void)[] = [];
  const end = (): void => {
    if (ended) return;
    ended = true;
    for (const listener of listeners) listener();
  };
  child.once("exit", end);
  child.once("error", end);
  return {
    post: (message) => {
      // The pipe may have gone a moment before the exit is known; the exit settles what was asked.
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => {
      child.on("message", listener);
    },
    onExit: (listener) => {
      if (ended) listener();
      else listeners.push(listener);
    },
    kill: () => {
      child.kill("SIGKILL");
    },
  };
}
