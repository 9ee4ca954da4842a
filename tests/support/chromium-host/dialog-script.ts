import type { Dialogs, FilePurpose } from "../../../electron/ports.ts";

/** What a scripted person chooses: a path, or null to close the dialog. For a save, from the suggested name. */
export type DialogAnswer = string | null | readonly string[] | ((suggestedName: string) => string | null);

/** One dialog that was shown. */
export interface ShownDialog {
  readonly dialog: "open-file" | "open-files" | "open-folder" | "save-file";
  readonly purpose: FilePurpose;
  /** What the engine suggested as a name; only when saving. */
  readonly suggestedName?: string;
  /** False when the script held no answer and the dialog was closed. */
  readonly scripted: boolean;
}

/** Dialogs that a script answers, in order, purpose by purpose. */
export interface DialogScript {
  readonly dialogs: Dialogs;
  /** Adds answers for the next dialogs of this purpose. */
  answer(purpose: FilePurpose, ...answers: readonly DialogAnswer[]): void;
  /** Every dialog so far. */
  readonly shown: readonly ShownDialog[];
}

/** Makes a script. A dialog for which no answer is left is closed without a choice. */
export function createDialogScript(): DialogScript {
  const queues = new Map<FilePurpose, DialogAnswer[]>();
  const shown: ShownDialog[] = [];

  function all(dialog: ShownDialog["dialog"], purpose: FilePurpose, suggestedName?: string): readonly string[] {
    const answer = queues.get(purpose)?.shift();
    const named = suggestedName === undefined ? {} : { suggestedName };
    shown.push({ dialog, purpose, scripted: answer !== undefined, ...named });
    const chosen = (typeof answer === "function" ? answer(suggestedName ?? "") : answer) ?? [];
    return typeof chosen === "string" ? [chosen] : chosen;
  }

  const next = (...dialog: Parameters<typeof all>): string | undefined => all(...dialog)[0];

  return {
    dialogs: {
      openFile: async (purpose) => next("open-file", purpose),
      openFiles: async (purpose) => all("open-files", purpose),
      openFolder: async (purpose) => next("open-folder", purpose),
      saveFile: async (purpose, suggestedName) => next("save-file", purpose, suggestedName),
    },
    answer(purpose, ...answers) {
      queues.set(purpose, [...(queues.get(purpose) ?? []), ...answers]);
    },
    shown,
  };
}
