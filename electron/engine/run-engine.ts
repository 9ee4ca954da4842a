import { connectToHost } from "./host-link.ts";
import { type Compose, type ServedEngine, serveEngine } from "./serve-engine.ts";

/** Serves `compose` to the host that started this process, and ends the process when it must not go on. */
export function runEngine(compose: Compose): ServedEngine {
  const engine = serveEngine({ link: connectToHost(), compose, exit: (code) => process.exit(code) });
  process.on("uncaughtException", (thrown) => engine.crashed(thrown));
  process.on("unhandledRejection", (thrown) => engine.crashed(thrown));
  // The host decides when this process ends; a Ctrl-C meant for the host must not cut a transaction short.
  process.on("SIGINT", () => undefined);
  return engine;
}
