import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from "electron";
import { err } from "../../shared/result.ts";
import type { EngineClient } from "../engine/engine-client.ts";
import type { Log } from "../log.ts";
import { appOrigin, isTrustedFrame } from "../security/trusted-frame.ts";

/** The two names under which preload and host speak; the page cannot choose any other. */
export const callChannel = "kura:call";
export const eventChannel = "kura:event";

/** What joining windows and engine needs. */
export interface IpcParts {
  readonly ipcMain: Pick<IpcMain, "handle">;
  readonly engine: Pick<EngineClient, "call" | "subscribe">;
  /** Our windows that are open now. */
  readonly windows: () => readonly BrowserWindow[];
  /** This window's page has said that nothing of any case stands in it. */
  readonly onBlank: (window: BrowserWindow) => void;
  readonly log: Log;
}

/** The call by which a page says that it is blank; the host acts on it, the engine only answers. */
const blankCall = "windows.blank";

const refusal = JSON.stringify(err({ code: "bad-request" }));

/** Hands request text from trusted frames to the engine and its events to every window. */
export function joinWindowsToEngine({ ipcMain, engine, windows, onBlank, log }: IpcParts): void {
  ipcMain.handle(callChannel, (event, name: unknown, body: unknown) => {
    if (!comesFromPage(event, windows())) {
      log.write("ipc-refused", { why: "frame" });
      return refusal;
    }
    if (typeof name !== "string" || typeof body !== "string") return refusal;
    if (name === blankCall) {
      for (const window of windows()) if (window.webContents === event.sender) onBlank(window);
    }
    return engine.call(name, body);
  });
  engine.subscribe((topic, payload) => {
    for (const window of windows()) window.webContents.send(eventChannel, topic, payload);
  });
}

function comesFromPage(event: IpcMainInvokeEvent, windows: readonly BrowserWindow[]): boolean {
  const frame = event.senderFrame;
  if (frame === null) return false;
  const isOwnMainFrame = windows.some(
    (window) =>
      window.webContents === event.sender && window.webContents.mainFrame.frameTreeNodeId === frame.frameTreeNodeId,
  );
  return isTrustedFrame({ url: frame.url, isOwnMainFrame }, appOrigin);
}
