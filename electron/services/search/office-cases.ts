import type { DossierId } from "../../../shared/domain/ids.ts";
import type { SearchFilters, SearchPlace } from "../../../shared/domain/search.ts";
import { gramsToAsk } from "../../search/grams.ts";
import type { SourceRow } from "../../vault/tables/search-source.ts";
import {
  type AskedGrams,
  allDocs,
  blockSize,
  type Candidate,
  type DocRange,
  rangeOfBlock,
} from "../../vault/tables/search-table.ts";
import type { OpenSession } from "../session.ts";
import { fewRows } from "./index-keeper.ts";
import { placeGram } from "./place-gram.ts";
import { type Asked, matches, narrowsCases, placesLeft } from "./row-match.ts";

/** Candidates asked of the index at a time. */
const batch = 64;

/** How far a walk through the cases goes. */
export interface Walk {
  /** Rows with a lower number alone. */
  readonly below: number;
  /** Cases at most. */
  readonly limit: number;
  /** Places looked at; undefined for those the filters leave. */
  readonly places?: readonly SearchPlace[];
  /** Whether time is up. */
  readonly isOver: () => boolean;
  /** Whether a case may be shown at all, and has not been already. */
  readonly accept: (dossierId: DossierId) => boolean;
}

/** Cases found, and where the walk goes on; null at the end. */
export interface Walked {
  readonly cases: readonly DossierId[];
  readonly next: number | null;
}

/** The index's side of one search over the cases of the whole office. Every answer has been read in the text itself. */
export interface OfficeCases {
  walk(walk: Walk): Walked;
  /** Up to `limit` rows of one case. */
  rowsOf(dossierId: DossierId, limit: number): SourceRow[];
  /** Cases with rows that the index does not know yet and that hold what was asked for. */
  unknownToIndex(): DossierId[];
}

export function searchOfficeCases(open: OpenSession, asked: Asked): OfficeCases {
  const { search, searchSource } = open.tables;
  const all = [...new Set(asked.query.all.flatMap(gramsToAsk))];
  const grams = (places = placesLeft(asked.filters)): AskedGrams => ({ all, any: (places ?? []).map(placeGram) });
  const fresh = freshRows(open, asked);
  const read = (candidate: Candidate): SourceRow | undefined => {
    const row = searchSource.read(candidate);
    return row !== undefined && matches(searchSource, row, asked) ? row : undefined;
  };
  const allowed = narrowsCases(asked.filters) ? allowedBlocks(open, asked.filters) : undefined;
  return {
    walk: (walk) => {
      const asks = grams(walk.places);
      const cases: DossierId[] = [];
      let { below } = walk;
      while (cases.length < walk.limit) {
        if (walk.isOver()) return { cases, next: below };
        const range = allowed === undefined ? { ...allDocs, below } : nextAllowed(allowed, below);
        const candidates = range === undefined ? [] : search.ask(asks, range, batch);
        const last = candidates.at(-1);
        if (range === undefined || (last === undefined && allowed === undefined)) return { cases, next: null };
        // Nothing in this stretch of admitted cases; the next one lies below it.
        below = last === undefined ? range.from : last.id;
        for (const candidate of candidates) {
          if (read(candidate) === undefined) continue;
          if (walk.accept(candidate.dossierId)) cases.push(candidate.dossierId);
          below = Math.floor(candidate.id / blockSize) * blockSize;
          break;
        }
      }
      return { cases, next: below };
    },
    rowsOf: (dossierId, limit) => {
      const rows = [...(fresh.get(dossierId) ?? [])];
      for (const range of search.rangesOf(dossierId)) {
        let { below } = range;
        while (rows.length < limit) {
          const candidates = search.ask(grams(), { from: range.from, below }, batch);
          for (const candidate of candidates) {
            const row = rows.length < limit ? read(candidate) : undefined;
            if (row !== undefined && !rows.some((known) => known.place === row.place && known.key === row.key))
              rows.push(row);
            below = candidate.id;
          }
          if (candidates.length < batch) break;
        }
      }
      return rows;
    },
    unknownToIndex: () => [...fresh.keys()],
  };
}

/** Rows written since the index last took anything in, where it could not: a full disk, or a great many at once. */
function freshRows({ tables, cases }: OpenSession, asked: Asked): ReadonlyMap<DossierId, SourceRow[]> {
  const found = new Map<DossierId, SourceRow[]>();
  for (const { dossierId, place, key } of tables.search.due(fewRows)) {
    if (place === "case" || cases.isRestricted(dossierId)) continue;
    const row = tables.searchSource.read({ dossierId, place, key });
    if (row !== undefined && matches(tables.searchSource, row, asked))
      found.set(dossierId, [...(found.get(dossierId) ?? []), row]);
  }
  return found;
}

/** Blocks of the cases that the filters admit, the highest first. */
function allowedBlocks({ tables, person }: OpenSession, filters: SearchFilters): readonly number[] {
  const { kinds, states, depths, own } = filters;
  const hands = own ? tables.search.handsOf(person.id) : undefined;
  const has = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value);
  return tables.search
    .cases()
    .filter((row) => has(kinds, row.kind) && has(states, row.state) && has(depths, row.depth))
    .filter((row) => hands?.has(row.dossier_id) !== false)
    .map((row) => row.block);
}

/** The stretch of admitted blocks without a gap that lies highest below this number. */
function nextAllowed(allowed: readonly number[], below: number): DocRange | undefined {
  const first = lowestIndex(allowed, (block) => block * blockSize < below);
  const block = allowed[first];
  if (block === undefined) return undefined;
  let end = first;
  while (allowed[end + 1] === (allowed[end] ?? 0) - 1) end += 1;
  return { from: rangeOfBlock(allowed[end] ?? block).from, below: Math.min(below, rangeOfBlock(block).below) };
}

/** The first place in a list, false before and true from there on, by halving. */
function lowestIndex(list: readonly number[], isTrue: (value: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = list[middle];
    if (value !== undefined && isTrue(value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
