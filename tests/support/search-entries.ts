import { searchName } from "../../electron/screening/index/compare-found.ts";
import { createListRarity } from "../../electron/screening/index/list-rarity.ts";
import { createNameIndex } from "../../electron/screening/index/name-index.ts";
import { openSegment } from "../../electron/screening/index/segment.ts";
import { createSegmentBuilder } from "../../electron/screening/index/segment-builder.ts";
import type { ListEntry } from "../../electron/screening/lists/list-entry.ts";
import { compareAttributes } from "../../electron/screening/match/attributes.ts";
import type { Candidate, NameQuery } from "../../electron/screening/match/candidate.ts";

/** Editions of entries, by their ids. */
export type Editions = Readonly<Record<string, readonly ListEntry[]>>;

/** Searches a name in entries as the app does, without a worker or a vault between. */
export function searchEntries(editions: Editions, query: NameQuery): readonly Candidate[] {
  const index = createNameIndex();
  for (const [editionId, entries] of Object.entries(editions)) {
    const builder = createSegmentBuilder();
    for (const { entryKey, type, names } of entries)
      builder.add({ entryKey, type, names: names.map(({ text }) => text) });
    index.put(openSegment(editionId, builder.finish()));
  }
  return searchName({ index, rarity: createListRarity(index) }, query).map((found) => {
    const entry = editions[found.editionId]?.find(({ entryKey }) => entryKey === found.entryKey);
    if (entry === undefined) throw new Error("an entry was found that was never filed");
    const attributes = compareAttributes(query, entry);
    return {
      ...found,
      queryName: query.name,
      against: [...attributes.against, ...found.against],
      inFavour: attributes.inFavour,
    };
  });
}
