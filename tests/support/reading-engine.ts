import "../../electron/engine/umask.ts";
import { compose } from "../../electron/compose.ts";
import { runEngine } from "../../electron/engine/run-engine.ts";
import { kdfFloor } from "../../electron/vault/format.ts";

/** The quick engine, but for one thing: it takes the text out of evidence at once, for journeys that search in it. */
runEngine((ports) =>
  compose(ports, { kdf: kdfFloor, backupAfterMs: null, readAfterMs: 0, recheckAfterMs: null, rescreenAfterMs: null }),
);
