import type { BrowserWindow, Dialog, FileFilter, OpenDialogOptions } from "electron";
import type { Text } from "../../shared/strings/text.ts";
import type { Dialogs, FilePurpose } from "../ports.ts";
import { safeFileName } from "../security/display-name.ts";
import { dialogKinds } from "./dialog-kinds.ts";

/** What native dialogs need. */
export interface DialogParts {
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showSaveDialog">;
  /** The window a dialog belongs to. */
  readonly parent: () => BrowserWindow | undefined;
  readonly text: Text;
}

/** Native file dialogs. Undefined when the person closes one. */
export function createDialogs({ dialog, parent, text }: DialogParts): Dialogs {
  const filters = (purpose: FilePurpose): FileFilter[] => {
    const { filter } = dialogKinds[purpose];
    return filter === undefined ? [] : [{ name: text(filter.name), extensions: [...filter.extensions] }];
  };
  const title = (purpose: FilePurpose): string => text(dialogKinds[purpose].title);

  async function open(options: OpenDialogOptions): Promise<readonly string[]> {
    const window = parent();
    const shown = window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
    const { canceled, filePaths } = await shown;
    return canceled ? [] : filePaths;
  }

  return {
    // `dontAddToRecent` keeps the names of evidence out of the system's list of recent files.
    openFile: async (purpose) =>
      (
        await open({ title: title(purpose), filters: filters(purpose), properties: ["openFile", "dontAddToRecent"] })
      )[0],
    openFiles: (purpose) =>
      open({
        title: title(purpose),
        filters: filters(purpose),
        properties: ["openFile", "multiSelections", "dontAddToRecent"],
      }),
    openFolder: async (purpose) =>
      (await open({ title: title(purpose), properties: ["openDirectory", "createDirectory", "dontAddToRecent"] }))[0],
    async saveFile(purpose, suggestedName) {
      const options = {
        title: title(purpose),
        filters: filters(purpose),
        defaultPath: safeFileName(suggestedName),
        properties: ["createDirectory", "dontAddToRecent", "showOverwriteConfirmation"] as const,
      };
      const window = parent();
      const fresh = { ...options, properties: [...options.properties] };
      const shown = window === undefined ? dialog.showSaveDialog(fresh) : dialog.showSaveDialog(window, fresh);
      const { canceled, filePath } = await shown;
      return canceled || filePath === "" ? undefined : filePath;
    },
  };
}
