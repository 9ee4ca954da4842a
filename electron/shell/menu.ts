import type { Menu, MenuItemConstructorOptions } from "electron";
import type { Text } from "../../shared/strings/text.ts";

/** What the menu depends on. */
export interface MenuParts {
  readonly text: Text;
  readonly isMac: boolean;
  /** Adds the developer tools; false in the shipped app. */
  readonly devTools: boolean;
}

/** The menu: editing, text size and windows. There is no reload and no way to open an address. */
export function menuTemplate({ text, isMac, devTools }: MenuParts): MenuItemConstructorOptions[] {
  const edit: MenuItemConstructorOptions = {
    label: text("host.menuEdit"),
    submenu: [
      { role: "undo", label: text("host.menuUndo") },
      { role: "redo", label: text("host.menuRedo") },
      { type: "separator" },
      { role: "cut", label: text("host.menuCut") },
      { role: "copy", label: text("host.menuCopy") },
      { role: "paste", label: text("host.menuPaste") },
      { role: "selectAll", label: text("host.menuSelectAll") },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: text("host.menuView"),
    submenu: [
      { role: "zoomIn", label: text("host.menuZoomIn") },
      { role: "zoomOut", label: text("host.menuZoomOut") },
      { role: "resetZoom", label: text("host.menuZoomReset") },
      { role: "togglefullscreen", label: text("host.menuFullScreen") },
      ...(devTools ? [{ role: "toggleDevTools" } as const] : []),
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: text("host.menuWindow"),
    submenu: [
      { role: "minimize", label: text("host.menuMinimize") },
      { role: "close", label: text("common.close") },
      { role: "quit", label: text("host.menuQuit") },
    ],
  };
  return isMac ? [{ role: "appMenu" }, edit, view, window] : [edit, view, window];
}

/** Puts the menu in place. */
export function setMenu(menu: Pick<typeof Menu, "buildFromTemplate" | "setApplicationMenu">, parts: MenuParts): void {
  menu.setApplicationMenu(menu.buildFromTemplate(menuTemplate(parts)));
}
