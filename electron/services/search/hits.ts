import type { Bilingual } from "../../../shared/domain/content/bilingual.ts";
import { findItem } from "../../../shared/domain/content/template.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { type SearchGroup, type SearchHit, searchPlaces } from "../../../shared/domain/search.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { foldText } from "../../search/fold-text.ts";
import type { Query } from "../../search/query.ts";
import { snippetOf } from "../../search/snippet.ts";
import type { DossierRecord } from "../../vault/tables/dossier-table.ts";
import type { SourceField, SourceRow } from "../../vault/tables/search-columns.ts";
import { templateOf } from "../case-file.ts";
import type { OpenSession } from "../session.ts";
import { evidenceOf } from "./row-match.ts";

/** A case with what was found in it, at most `limit` places, in the order of the work. */
export function groupOf(
  open: OpenSession,
  record: DossierRecord,
  { rows, limit, query }: { rows: readonly SourceRow[]; limit: number; query: Query },
): SearchGroup {
  const { id: dossierId, number, title, kind, state, depth } = record;
  const ordered = rows.toSorted((a, b) => searchPlaces.indexOf(a.place) - searchPlaces.indexOf(b.place));
  return {
    dossierId,
    number,
    title,
    kind,
    state,
    depth,
    restricted: open.cases.isRestricted(dossierId),
    hits: ordered.slice(0, limit).map((row) => hitOf(open, record, { row, query })),
    more: rows.length > limit,
  };
}

function hitOf(open: OpenSession, record: DossierRecord, { row, query }: { row: SourceRow; query: Query }): SearchHit {
  const { field, text } = bestField(row.fields, query);
  const page = row.place === "page" ? Number(row.key.split("/")[1]) : null;
  return {
    place: row.place,
    key: row.place === "page" || row.place === "decision" ? (row.key.split("/")[0] ?? "") : row.key,
    field,
    page,
    label: labelOf(open, record, row),
    snippet: snippetOf(text, query.all),
    at: Instant.parse(row.atMs),
  };
}

/** The field that holds most of what was asked for, and of those the first. */
function bestField(fields: readonly SourceField[], { all }: Query): SourceField {
  let best: SourceField = { field: "", text: "" };
  let most = -1;
  for (const one of fields) {
    const folded = foldText(one.text);
    const held = all.filter((phrase) => folded.includes(phrase)).length;
    if (held > most) [best, most] = [one, held];
  }
  return best;
}

function labelOf(open: OpenSession, record: DossierRecord, row: SourceRow): Bilingual | string | null {
  const first = (place: SourceRow | undefined, name: string): string | null =>
    place?.fields.find((one) => one.field === name)?.text ?? null;
  if (row.place === "answer") return questionOf(open, record, row.key);
  if (row.place === "subject") return first(row, "name");
  if (row.place === "evidence") return first(row, "title");
  if (row.place === "page") return first(evidenceOf(open.tables.searchSource, row), "title");
  return null;
}

function questionOf(open: OpenSession, record: DossierRecord, itemId: string): Bilingual | null {
  return findItem(templateOf(open, record), itemId)?.question ?? null;
}

/** Cases without places in them, as they are shown while nothing is asked for. */
export function bareGroup(open: OpenSession, record: DossierRecord): SearchGroup {
  return groupOf(open, record, { rows: [], limit: 0, query: { all: [], none: [] } });
}

/**
 * The case as this person may read it; undefined where it is not there for them, their declaration shuts it, or they answer
 * a second review of it and must not see what others wrote.
 */
export function readable(open: OpenSession, dossierId: DossierId): DossierRecord | undefined {
  const record = open.tables.dossiers.find(dossierId);
  if (record === undefined || open.tables.secondReviews.isBlind(dossierId, open.person.id)) return undefined;
  return open.tables.declarations.findLatest(dossierId, open.person.id)?.hasConflict === true ? undefined : record;
}
