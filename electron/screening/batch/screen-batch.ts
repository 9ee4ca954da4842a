import { compareCandidates } from "../../../shared/domain/judging/candidate-order.ts";
import { searchName } from "../index/compare-found.ts";
import { createListRarity } from "../index/list-rarity.ts";
import { createNameIndex } from "../index/name-index.ts";
import { openSegment } from "../index/segment.ts";
import { createSegmentBuilder } from "../index/segment-builder.ts";
import type { ListEntry } from "../lists/list-entry.ts";
import { compareAttributes } from "../match/attributes.ts";
import type { Candidate, NameQuery } from "../match/candidate.ts";
import type { NameRow } from "./name-rows.ts";

/** One candidate of a batch with the entry it stands for. */
export interface BatchCandidate {
  readonly candidate: Candidate;
  readonly entry: ListEntry;
}

/** The entries of one list file; `editionId` is the hash of its bytes. */
export interface BatchEdition {
  readonly editionId: string;
  readonly entries: readonly ListEntry[];
}

/** Lists that many names are searched in, without any vault. */
export interface BatchScreening {
  /** Listed names in the index. */
  readonly nameCount: number;
  /** Entries at or above the cut-off, in the order of `compareCandidates`. */
  search(row: NameRow, cutOff: number): readonly BatchCandidate[];
}

/** Entries put into the index between two reports. */
const entriesPerReport = 2_000;

/** Builds the index over these lists in memory; the same index and the same rules as in a vault. */
export function createBatchScreening(
  editions: readonly BatchEdition[],
  onProgress: (done: number, total: number) => void = () => undefined,
): BatchScreening {
  const index = createNameIndex();
  const entries = new Map<string, ListEntry>();
  const total = editions.reduce((sum, edition) => sum + edition.entries.length, 0);
  for (const { editionId, entries: own } of editions) {
    const builder = createSegmentBuilder();
    for (const entry of own) {
      const { entryKey, type, names } = entry;
      builder.add({ entryKey, type, names: names.map(({ text }) => text) });
      entries.set(keyOf({ editionId, entryKey }), entry);
      if (entries.size % entriesPerReport === 0) onProgress(entries.size, total);
    }
    index.put(openSegment(editionId, builder.finish()));
  }
  const rarity = createListRarity(index);
  return {
    nameCount: index.nameCount,
    search: (row, cutOff) => {
      const best = new Map<string, BatchCandidate>();
      for (const query of queriesOf(row)) {
        for (const found of searchName({ index, rarity }, query)) {
          const key = keyOf(found);
          const entry = entries.get(key);
          if (entry === undefined || found.score < cutOff) continue;
          if ((best.get(key)?.candidate.score ?? 0) >= found.score) continue;
          const { against, inFavour } = compareAttributes(query, entry);
          const candidate = { ...found, queryName: query.name, against: [...against, ...found.against], inFavour };
          best.set(key, { candidate, entry });
        }
      }
      return [...best.values()].sort((a, b) => compareCandidates(a.candidate, b.candidate));
    },
  };
}

function keyOf({ editionId, entryKey }: { readonly editionId: string; readonly entryKey: string }): string {
  return `${editionId}:${entryKey}`;
}

/** A name that may be either is searched as either. */
function queriesOf(row: NameRow): readonly NameQuery[] {
  const types = row.type === "unknown" ? (["person", "organisation"] as const) : [row.type];
  return types.map((type) => ({
    name: row.name,
    type,
    countries: row.countries,
    identifiers: row.identifiers,
    ...(row.birthYear === null ? {} : { birthYear: row.birthYear }),
  }));
}
