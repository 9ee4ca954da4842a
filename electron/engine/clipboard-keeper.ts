import { createHash } from "node:crypto";
import type { Clipboard } from "../ports.ts";

/** The system's clipboard as a host reaches it. Either may fail silently: another program may hold it. */
export interface SystemClipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

/** How long a copied value may lie on the clipboard, in milliseconds. */
export const clipboardLimitMs = 20_000;

/**
 * Puts values on the clipboard and takes them away again: after 20 seconds, and when told to, but only while it still
 * holds what was put there. Lives in the host, because the engine's process ends with the lock. Keeps a hash, not the value.
 */
export function createClipboardKeeper(system: SystemClipboard): Clipboard {
  let written: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tail: Promise<void> = Promise.resolve();
  /** One after the other: a slow write must not come after the clearing that follows it. */
  const inTurn = (work: () => Promise<void>): void => {
    tail = tail.then(work).catch(() => undefined);
  };

  async function clearOwn(): Promise<void> {
    const expected = written;
    written = undefined;
    if (expected !== undefined && hashOf(await system.read()) === expected) await system.write("");
  }

  return {
    write: (text) => {
      clearTimeout(timer);
      timer = setTimeout(() => inTurn(clearOwn), clipboardLimitMs);
      inTurn(async () => {
        written = hashOf(text);
        await system.write(text);
      });
    },
    clear: () => {
      clearTimeout(timer);
      inTurn(clearOwn);
    },
  };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
