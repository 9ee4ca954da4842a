import { writeHeapSnapshot } from "node:v8";
import { createEngineClient } from "../../../../electron/engine/engine-client.ts";
import { createSilentLog } from "../../../../electron/log.ts";
import { forkEngine } from "../../../support/chromium-host/forked-engine.ts";
import { places } from "../../../support/test-engine.ts";

/** The host without a window: passes on call texts from its parent, as the app's main process does for its pages. */
const userData = process.argv[2] ?? "";
const engine = createEngineClient({
  spawn: () => forkEngine(new URL("../../../support/quick-engine.ts", import.meta.url).pathname),
  facts: { paths: { userData, ...places }, info: { version: "0.0.0-test", host: "chromium" }, clockOffsetMs: 0 },
  dialogs: {
    openFile: async () => undefined,
    openFiles: async () => [],
    openFolder: async () => undefined,
    saveFile: async () => undefined,
  },
  log: createSilentLog(),
});

/** A call to pass on, or a place for a picture of everything this process still refers to. */
type Order =
  | { readonly id: number; readonly name: string; readonly body: string }
  | { readonly id: number; readonly picture: string };

process.on("message", (message: Order) => {
  if ("picture" in message) {
    process.send?.({ id: message.id, reply: JSON.stringify(writeHeapSnapshot(message.picture)) });
    return;
  }
  void engine.call(message.name, message.body).then((reply) => process.send?.({ id: message.id, reply }));
});
process.on("disconnect", () => {
  void engine.close().then(() => process.exit(0));
});
