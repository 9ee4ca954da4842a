import { z } from "zod";
import { runEngine } from "../../electron/engine/run-engine.ts";
import type { BackEnd } from "../../electron/engine/serve-engine.ts";
import { createDispatch } from "../../electron/ipc/dispatch.ts";
import { createEvents } from "../../electron/ipc/events.ts";
import { createSilentLog } from "../../electron/log.ts";
import type { Ports } from "../../electron/ports.ts";
import { channel, type Handlers } from "../../shared/contract/channel.ts";
import { err, ok } from "../../shared/result.ts";

/**
 * An engine process with a back end of a few calls and nothing behind them, for tests of the corridor itself: process,
 * messages, dialogs, events, death. Its names are in the real table, so that the bridge in a page has them.
 */
const nothing = z.strictObject({});

const table = {
  app: {
    /** Gives facts about the process: its id, its umask, its clock, the loader variables it sees. */
    start: channel({ request: nothing, response: z.looseObject({}), errors: [] }),
    touch: channel({
      request: z.strictObject({ text: z.string() }),
      response: z.object({ text: z.string() }),
      errors: [],
    }),
    /** Never answers. */
    cancelTask: channel({ request: nothing, response: nothing, errors: [] }),
  },
  vault: {
    unlock: channel({ request: nothing, response: nothing, errors: [] }),
    lock: channel({ request: nothing, response: nothing, errors: [] }),
  },
  verification: {
    /** Asks for a file and gives the path back, as no real call may. */
    verify: channel({ request: nothing, response: z.object({ path: z.string() }), errors: ["cancelled"] }),
  },
  trail: {
    /** Throws where nobody catches. */
    check: channel({ request: nothing, response: nothing, errors: [] }),
    /** Ends the process at once. */
    list: channel({ request: nothing, response: nothing, errors: [] }),
  },
} as const;

function handlers({ clock, dialogs }: Ports, events: ReturnType<typeof createEvents>): Handlers<typeof table> {
  return {
    app: {
      start: async () => {
        const loaders = Object.keys(process.env).filter((name) => /^(?:NODE_|LD_)/u.test(name));
        return ok({ processId: process.pid, umask: process.umask(), nowMs: clock.nowMs(), loaders });
      },
      touch: async ({ text }) => ok({ text }),
      cancelTask: () => new Promise(() => undefined),
    },
    vault: {
      unlock: async () => {
        events.publish("vault.state", { state: "open" });
        return ok({});
      },
      lock: async () => {
        events.publish("vault.state", { state: "locked" });
        return ok({});
      },
    },
    verification: {
      verify: async () => {
        const path = await dialogs.openFile("signed-pdf");
        return path === undefined ? err({ code: "cancelled" }) : ok({ path });
      },
    },
    trail: {
      check: () => {
        setImmediate(() => {
          throw new RangeError("蔵の秘密");
        });
        return new Promise(() => undefined);
      },
      list: () => process.exit(3),
    },
  };
}

function tinyCompose(ports: Ports): BackEnd {
  const events = createEvents();
  ports.idle.onAway(() => events.publish("vault.state", { state: "locked" }));
  const dispatch = createDispatch({ table, handlers: handlers(ports, events), log: createSilentLog() });
  return { dispatch, events, close: async () => undefined };
}

if (import.meta.main) {
  await import("../../electron/engine/umask.ts");
  runEngine(tinyCompose);
}
