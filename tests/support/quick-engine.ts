import "../../electron/engine/umask.ts";
import { compose } from "../../electron/compose.ts";
import { runEngine } from "../../electron/engine/run-engine.ts";
import { kdfFloor } from "../../electron/vault/format.ts";

/**
 * The real engine with the cheapest key derivation a vault may have, so that journeys do not wait for it,
 * no reading of evidence in the background, and no backup of its own accord: a link of the trail that comes whenever it likes would upset what journeys look at.
 */
runEngine((ports) =>
  compose(ports, {
    kdf: kdfFloor,
    backupAfterMs: null,
    readAfterMs: null,
    recheckAfterMs: null,
    rescreenAfterMs: null,
  }),
);
