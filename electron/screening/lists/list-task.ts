import { z } from "zod";
import type { Result } from "../../../shared/result.ts";
import type { ParserContext } from "../../parsing/serve-parser.ts";
import type { textEncodings } from "../../parsing/text-decoding.ts";
import { CsvProfile, importCsvList } from "./csv-list.ts";
import type { ListStop } from "./import-notes.ts";
import type { ListLimits } from "./list-limits.ts";
import type { ImportedList } from "./list-work.ts";
import { importMetiList, MetiPolicy } from "./meti-list.ts";
import { type ListPreview, previewList } from "./preview-list.ts";

/** How a file is to be read. */
export const ListFormat = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("csv"), profile: CsvProfile }),
  z.strictObject({ kind: z.literal("meti"), policy: MetiPolicy }),
]);
export type ListFormat = z.infer<typeof ListFormat>;

/** What the list worker is asked to do with a file's bytes. */
export type ListTask =
  | {
      readonly task: "preview";
      readonly bytes: Uint8Array;
      readonly limits: ListLimits;
      readonly encoding: (typeof textEncodings)[number] | null;
    }
  | { readonly task: "import"; readonly bytes: Uint8Array; readonly limits: ListLimits; readonly format: ListFormat };

export type ListTaskOutcome = Result<ListPreview | ImportedList, ListStop>;

/** Does one task; runs inside the worker. */
export function performListTask(task: ListTask, context: ParserContext): ListTaskOutcome {
  if (task.task === "preview") return previewList(task.bytes, task.limits, task.encoding ?? undefined);
  const work = { limits: task.limits, progress: context.progress, countRows: context.countRows };
  if (task.format.kind === "csv") return importCsvList(task.bytes, task.format.profile, work);
  return importMetiList(task.bytes, task.format.policy, work);
}
