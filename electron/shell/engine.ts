import type { UtilityProcess, utilityProcess } from "electron";
import { engineEnvironment } from "../engine/engine-environment.ts";
import type { EngineProcess } from "../engine/protocol.ts";

/** Starts the engine in a utility process: its own process, without a window, ended by the host. */
export function forkEngine(fork: Pick<typeof utilityProcess, "fork">, entry: string): EngineProcess {
  const child: UtilityProcess = fork.fork(entry, [], {
    serviceName: "Kura engine",
    env: engineEnvironment(process.env),
    execArgv: [],
    // Native code may print what it was given; nothing of it is kept.
    stdio: "ignore",
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on("message", listener);
    },
    onExit: (listener) => {
      child.once("exit", () => listener());
    },
    kill: () => {
      child.kill();
    },
  };
}
