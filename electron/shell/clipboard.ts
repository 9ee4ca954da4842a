import type { Clipboard as ElectronClipboard } from "electron";
import type { SystemClipboard } from "../engine/clipboard-keeper.ts";

/** Electron's clipboard as the keeper works it. */
export function systemClipboard(
  clipboard: Pick<ElectronClipboard, "readText" | "writeText" | "clear">,
): SystemClipboard {
  return {
    read: async () => clipboard.readText(),
    write: async (text) => {
      if (text === "") clipboard.clear();
      else await clipboard.writeText(text);
    },
  };
}
