import "../../electron/engine/umask.ts";
import { compose } from "../../electron/compose.ts";
import { runEngine } from "../../electron/engine/run-engine.ts";
import { kdfFloor } from "../../electron/vault/format.ts";

/** The real engine with the cheapest key derivation a vault may have, which screens cases again at once where lists change. */
runEngine((ports) =>
  compose(ports, {
    kdf: kdfFloor,
    backupAfterMs: null,
    readAfterMs: null,
    recheckAfterMs: null,
    rescreenAfterMs: 1,
  }),
);
