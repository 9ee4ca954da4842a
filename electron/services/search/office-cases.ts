import type { DossierId } from "../../../shared/domain/ids.ts";
import type { SearchFilters } from "../../../shared/domain/search.ts";
import { gramsToAsk } from "../../search/grams.ts";
import type { SourceRow } from "../../vault/tables/search-columns.ts";
import { type AskedGrams, allDocs, blockSize, type DocRange, rangeOfBlock } from "../../vault/tables/search-table.ts";
import type { OpenSession } from "../session.ts";
import { fewRows } from "./index-keeper.ts";
import { headGram, placeGram } from "./place-gram.ts";
import { type Asked, matches, narrowsCases, placesLeft } from "./row-match.ts";

/** Candidates asked of the index at a time: a question costs more than what it answers. */
const batch = 256;

/** How far a walk through the cases goes. */
export interface Walk {
  /** Rows with a lower number alone. */
  readonly below: number;
  /** Cases at most. */
  readonly limit: number;
  /** Rows of each case at most. */
  readonly perCase: number;
  /** Looks at names of cases and subjects alone. */
  readonly namesOnly?: boolean;
  /** Whether time is up. */
  readonly isOver: () => boolean;
  /** Whether a case may be shown at all, and has not been already. */
  readonly accept: (dossierId: DossierId) => boolean;
}

/** A case with rows that hold what was asked for. */
export interface FoundCase {
  readonly dossierId: DossierId;
  readonly rows: readonly SourceRow[];
}

/** Cases found, and where the walk goes on; null at the end. */
export interface Walked {
  readonly cases: readonly FoundCase[];
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
  const grams: AskedGrams = { all, any: (placesLeft(asked.filters) ?? []).map(placeGram) };
  const ofNames: AskedGrams = { all: all.map(headGram), any: [] };
  const fresh = freshRows(open, asked);
  const read = (id: number): SourceRow | undefined => {
    const doc = search.docOf(id);
    const row = doc && searchSource.read(doc);
    return row !== undefined && matches(searchSource, row, asked) ? row : undefined;
  };
  const allowed = narrowsCases(asked.filters) ? allowedBlocks(open, asked.filters) : undefined;
  return {
    walk: (walk) =>
      walkCases({
        ask: (range) => search.ask(walk.namesOnly === true ? ofNames : grams, range, batch),
        read,
        allowed,
        walk,
      }),
    rowsOf: (dossierId, limit) => {
      const rows = [...(fresh.get(dossierId) ?? [])];
      for (const range of search.rangesOf(dossierId)) {
        const docs = search.docsIn(range, fewDocs + 1);
        if (docs.length <= fewDocs) {
          for (const id of docs) addRow(rows, rows.length < limit ? read(id) : undefined);
          continue;
        }
        let { below } = range;
        for (let isMore = true; isMore && rows.length < limit; ) {
          const ids = search.ask(grams, { from: range.from, below }, batch);
          for (const id of ids) {
            addRow(rows, rows.length < limit ? read(id) : undefined);
            below = id;
          }
          isMore = ids.length === batch;
        }
      }
      return rows;
    },
    unknownToIndex: () => [...fresh.keys()],
  };
}

/** The index goes through all there is to reach one case; one with so few rows is read sooner than asked for. */
const fewDocs = 250;

/** Adds a row that is there and not yet among them. */
function addRow(rows: SourceRow[], row: SourceRow | undefined): void {
  if (row !== undefined && !rows.some((known) => known.place === row.place && known.key === row.key)) rows.push(row);
}

interface Walking {
  readonly ask: (range: DocRange) => readonly number[];
  readonly read: (id: number) => SourceRow | undefined;
  readonly allowed: readonly number[] | undefined;
  readonly walk: Walk;
}

const blockOf = (id: number): number => Math.floor(id / blockSize);

/** Goes through the candidates from the highest number down, block by block, and reads as few of each case as it may. */
function walkCases({ ask, read, allowed, walk }: Walking): Walked {
  const admitted = allowed && new Set(allowed);
  const cases: FoundCase[] = [];
  let { below } = walk;
  let group: { readonly block: number; readonly dossierId: DossierId; readonly rows: SourceRow[] } | undefined;
  let done: number | undefined;
  const close = (): void => {
    if (group !== undefined) cases.push(group);
    group = undefined;
  };
  for (;;) {
    const range = allowed === undefined ? { ...allDocs, below } : nextAllowed(allowed, below);
    const ids = range === undefined ? [] : ask(range);
    if (range === undefined || (ids.length === 0 && allowed === undefined)) break;
    for (const id of ids) {
      const block = blockOf(id);
      if (group !== undefined && group.block !== block) close();
      if (cases.length >= walk.limit) return { cases, next: (block + 1) * blockSize };
      if (block === done || admitted?.has(block) === false) continue;
      // A case begun is read to its end, so that none is shown with less than it holds.
      if (group === undefined && walk.isOver()) return { cases, next: id + 1 };
      const row = read(id);
      if (row === undefined) continue;
      if (group === undefined && !walk.accept(row.dossierId)) done = block;
      else {
        group ??= { block, dossierId: row.dossierId, rows: [] };
        if (group.rows.push(row) >= walk.perCase) done = block;
      }
    }
    const last = ids.at(-1);
    below = last === undefined ? range.from : blockOf(last) === done ? blockOf(last) * blockSize : last;
  }
  close();
  return { cases, next: null };
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
