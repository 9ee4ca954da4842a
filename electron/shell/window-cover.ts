import type { BrowserWindow } from "electron";

/**
 * Takes windows off the screen the moment the person leaves, and brings each back when its page has said that it holds
 * nothing of any case. What the system draws first after waking is what was there last: a window that is gone shows nothing.
 */
export interface WindowCover {
  /** Hides every window on screen. */
  hide(): void;
  /** This window's page is blank: it may be seen again, without taking the focus. */
  lift(window: BrowserWindow): void;
}

/** How long a page has for saying so, in milliseconds; one that is stuck is loaded anew and shown then. */
export const blankLimitMs = 5_000;

/** `windows` answers our windows that are open now. */
export function createWindowCover(windows: () => readonly BrowserWindow[]): WindowCover {
  const hidden = new Set<BrowserWindow>();

  function lift(window: BrowserWindow): void {
    if (!hidden.delete(window) || window.isDestroyed()) return;
    window.showInactive();
  }

  function loadAnew(window: BrowserWindow): void {
    if (!hidden.has(window) || window.isDestroyed()) return;
    // A fresh page asks the engine for its state and shows the lock page.
    window.webContents.once("did-finish-load", () => lift(window));
    window.reload();
  }

  return {
    lift,
    hide() {
      for (const window of windows()) {
        // One in the dock or the task bar draws nothing, and would come up from there.
        if (!window.isVisible() || window.isMinimized()) continue;
        hidden.add(window);
        window.hide();
        setTimeout(() => loadAnew(window), blankLimitMs).unref();
      }
    },
  };
}
