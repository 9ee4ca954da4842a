import { join } from "node:path";
import type { KuraClient } from "../../shared/contract/calls.ts";
import type { DialogScript } from "./chromium-host/dialog-script.ts";
import { writeUserList } from "./demo/list-files.ts";
import { must } from "./must.ts";

/** Takes an invented list into the vault by the way people take one in, so that a screening searches something. */
export async function carryList(
  { client, dialogs }: { readonly client: KuraClient; readonly dialogs: DialogScript },
  folder: string,
): Promise<void> {
  const path = join(folder, "list.csv");
  writeUserList(path);
  dialogs.answer("list", path);
  const { importId, layout, mapping } = must(await client.screening.beginImport({}));
  const title = "外国ユーザーリスト（架空）";
  must(await client.screening.tryImport({ importId, layout, mapping, title }));
  const days = { publishedDay: "2026-10-01", effectiveDay: null };
  const details = { ...days, title, authority: "架空省", effectClass: "permit_trigger", edition: "第1版" } as const;
  must(await client.screening.finishImport({ importId, details: { ...details, licence: "" } }));
}
