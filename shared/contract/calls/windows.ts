import { z } from "zod";
import { channel } from "../channel.ts";

/** A name a window gives itself for as long as its page lives. */
const ofWindow = z.strictObject({ windowId: z.uuid() });

/** How windows and engine agree on the moment of a lock. */
export const windows = {
  /** From now on a lock waits a moment for this window's half-written forms. Ends with the vault's closing. */
  join: channel({ request: ofWindow, response: z.object({}), errors: [] }),

  /** This window has handed in what was half written, after `vault.locking`. */
  handedIn: channel({ request: ofWindow, response: z.object({}), errors: [] }),

  /** Nothing of any case stands in this window any more; a window hidden for the lock may be shown again. */
  blank: channel({ request: z.strictObject({}), response: z.object({}), errors: [] }),
} as const;
