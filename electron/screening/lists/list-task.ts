import type { Result } from "../../../shared/result.ts";
import type { ParserContext } from "../../parsing/serve-parser.ts";
import type { TextEncoding } from "../../parsing/text-decoding.ts";
import { importListFiles } from "./import-list.ts";
import type { ListStop } from "./import-notes.ts";
import type { ImportReport } from "./list-entry.ts";
import type { ListFormat } from "./list-format.ts";
import type { ListLimits } from "./list-limits.ts";
import { type ListPreview, previewFiles } from "./preview-list.ts";
import type { ListFile } from "./source/list-file.ts";

/** What the list worker is asked to do with the files of a list. */
export type ListTask =
  | {
      readonly task: "preview";
      readonly files: readonly ListFile[];
      readonly limits: ListLimits;
      readonly encoding: TextEncoding | null;
    }
  | {
      readonly task: "import";
      readonly files: readonly ListFile[];
      readonly limits: ListLimits;
      readonly format: ListFormat;
    };

/** What comes back at the end; entries go ahead in parts. */
export type ListTaskOutcome = Result<ListPreview | ImportReport, ListStop>;

/** Does one task; runs inside the worker. */
export async function performListTask(task: ListTask, context: ParserContext): Promise<ListTaskOutcome> {
  const { limits, files } = task;
  if (task.task === "preview") return await previewFiles(files, limits, task.encoding ?? undefined);
  const work = { limits, progress: context.progress, countRows: context.countRows };
  return await importListFiles(files, task.format, { work, onEntries: (entries) => context.handOver(entries) });
}
