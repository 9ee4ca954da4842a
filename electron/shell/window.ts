import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebPreferences } from "electron";
import { pageAddress } from "./protocol.ts";

/** What a window is made from. */
export interface WindowParts {
  /** Makes the window; `new BrowserWindow(options)` in the app. */
  readonly make: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly session: Session;
  /** Absolute path of the built preload. */
  readonly preload: string;
  readonly title: string;
  /** True in development only. */
  readonly devTools: boolean;
}

/** The options of every window's page. Each is written out, defaults too, so that a new default cannot soften it. */
export function webPreferences(parts: Pick<WindowParts, "session" | "preload" | "devTools">): WebPreferences {
  return {
    session: parts.session,
    preload: parts.preload,
    devTools: parts.devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    // The spell checker would fetch its dictionaries from a server.
    spellcheck: false,
    // Compiled code lies in a cache on the disk otherwise.
    v8CacheOptions: "none",
    safeDialogs: true,
    defaultEncoding: "UTF-8",
    webgl: false,
  };
}

/** Opens one hardened window on the page and shows it once it has something to show. */
export function openWindow(parts: WindowParts): BrowserWindow {
  const window = parts.make({
    title: parts.title,
    width: 1_280,
    height: 860,
    minWidth: 880,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: webPreferences(parts),
  });
  window.once("ready-to-show", () => window.show());
  window.webContents.on("render-process-gone", (_event, details) => {
    // The engine lives on with the vault as it was; a fresh page asks it for its state.
    if (details.reason !== "clean-exit" && !window.isDestroyed()) window.reload();
  });
  // A load that fails leaves the window blank; there is nobody to hand the rejection to.
  window.loadURL(pageAddress).catch(() => undefined);
  return window;
}
