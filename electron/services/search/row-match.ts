import { noFilters, type SearchFilters, type SearchPlace } from "../../../shared/domain/search.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { foldText } from "../../search/fold-text.ts";
import { holds, type Query } from "../../search/query.ts";
import type { SourceRow } from "../../vault/tables/search-columns.ts";
import type { SearchSource } from "../../vault/tables/search-source.ts";

/** What is searched for, and where. */
export interface Asked {
  readonly query: Query;
  readonly filters: SearchFilters;
}

/** The kinds of place that these filters leave; undefined for all of them. */
export function placesLeft({ places, evidenceTypes }: SearchFilters): readonly SearchPlace[] | undefined {
  const ofEvidence: readonly SearchPlace[] = ["evidence", "page"];
  if (evidenceTypes.length === 0) return places.length === 0 ? undefined : places;
  return ofEvidence.filter((place) => places.length === 0 || places.includes(place));
}

/** Whether cases themselves are narrowed, not only the places in them. */
export function narrowsCases({ kinds, states, depths, own }: SearchFilters): boolean {
  return own || [kinds, states, depths].some((list) => list.length > noFilters.kinds.length);
}

/** Whether a row holds what was asked for, by its own text. */
export function matches(source: SearchSource, row: SourceRow, asked: Asked): boolean {
  return (
    holds(
      row.fields.map(({ text }) => foldText(text)),
      asked.query,
    ) && passes(source, row, asked.filters)
  );
}

/** Whether a row gets through the filters on places. */
export function passes(source: SearchSource, row: SourceRow, filters: SearchFilters): boolean {
  const { evidenceTypes, from, to } = filters;
  if (placesLeft(filters)?.includes(row.place) === false) return false;
  const day = dayOf(row.atMs);
  if ((from !== null && day < from) || (to !== null && day > to)) return false;
  if (evidenceTypes.length === 0) return true;
  const type = row.evidenceType ?? evidenceOf(source, row)?.evidenceType;
  return evidenceTypes.some((one) => one === type);
}

/** The evidence that a page belongs to. */
export function evidenceOf(source: SearchSource, { dossierId, key }: SourceRow): SourceRow | undefined {
  return source.read({ dossierId, place: "evidence", key: key.split("/")[0] ?? "" });
}
