import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Edition, EditionDetails } from "../../shared/domain/screening.ts";
import { must } from "./must.ts";
import type { Desk } from "./whole-job.ts";

/** One row of an invented list. */
export interface ListRow {
  readonly name: string;
  readonly aliases?: string;
  readonly type?: "person" | "organisation";
  readonly country?: string;
  readonly identifiers?: string;
  readonly remarks?: string;
}

/** Carries an edition of an invented list in; editions with the same title follow each other. */
export async function carryEdition(
  { host, outside, choose }: Pick<Desk, "host" | "outside" | "choose">,
  rows: readonly ListRow[],
  details: Pick<EditionDetails, "title" | "edition"> & Partial<EditionDetails>,
): Promise<Edition> {
  const path = join(outside, `${details.title}-${details.edition}.csv`);
  const cells = rows.map((row) =>
    [
      row.name,
      row.aliases ?? "",
      row.type ?? "organisation",
      row.country ?? "",
      row.identifiers ?? "",
      row.remarks ?? "",
    ]
      .map((cell) => `"${cell}"`)
      .join(","),
  );
  writeFileSync(path, `\uFEFFname,aliases,type,country,identifiers,remarks\n${cells.join("\n")}\n`);
  choose("list", path);
  const { importId, mapping } = must(await host.screening.beginImport({}));
  must(await host.screening.tryImport({ importId, layout: "csv", mapping, title: details.title }));
  const given = { effectClass: "permit_trigger", publishedDay: "2026-11-01", effectiveDay: null, licence: "" } as const;
  return must(await host.screening.finishImport({ importId, details: { authority: "架空省", ...given, ...details } }));
}
