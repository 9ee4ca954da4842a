import type { Rarity } from "../match/rarity.ts";
import { createRecent } from "../readings/recent.ts";
import { searchName } from "./compare-found.ts";
import { createListRarity } from "./list-rarity.ts";
import { createNameIndex, type NameIndex } from "./name-index.ts";
import type { ScreeningRefusal, ScreeningReplies, ScreeningRequest } from "./screening-protocol.ts";
import { openSegment, type Segment, type SegmentColumns } from "./segment.ts";
import { createSegmentAssembly, type SegmentAssembly, SegmentDamaged, segmentBlocks } from "./segment-blocks.ts";
import { createSegmentBuilder, EntryBeyondLimits, type SegmentBuilder } from "./segment-builder.ts";
import { createSubjectIndex, type SubjectIndex } from "./subject-index.ts";

type Reply = ScreeningReplies[keyof ScreeningReplies];

/** Why a request failed, as the engine is told. */
export function refusalOf(thrown: unknown): ScreeningRefusal {
  if (thrown instanceof SegmentDamaged) return "index-damaged";
  return thrown instanceof EntryBeyondLimits ? "index-limits" : "index-failed";
}

function built<T>(made: Map<string, T>, editionId: string, make: () => T): T {
  const known = made.get(editionId) ?? make();
  made.set(editionId, known);
  return known;
}

function searchEach(
  searched: Parameters<typeof searchName>[0],
  { queries, editionIds }: Extract<ScreeningRequest, { ask: "search" }>,
): Reply {
  const within = new Set(editionIds);
  return queries.map((query) => searchName(searched, query, within));
}

/** Sets of editions whose rarity is kept; a case as it stood on an earlier day asks for others. */
const raritiesKept = 4;

/** What words say in the editions that are asked for together, whatever else is held; learned anew when editions come or go. */
function createRarities(index: NameIndex): { in(editionIds: readonly string[]): Rarity; forget(): void } {
  const learned = createRecent<string, Rarity>(raritiesKept);
  return {
    in: (editionIds) => {
      const key = [...editionIds].sort().join(" ");
      const known = learned.get(key);
      if (known !== undefined) return known;
      const rarity = createListRarity(index, new Set(editionIds));
      learned.set(key, rarity);
      return rarity;
    },
    forget: () => learned.clear(),
  };
}

/** What the worker holds and how it answers; a failed edition leaves nothing of itself behind. */
export function createScreening(): { answer(request: ScreeningRequest): Reply } {
  const index = createNameIndex();
  const rarities = createRarities(index);
  const builders = new Map<string, SegmentBuilder>();
  const assemblies = new Map<string, SegmentAssembly>();
  const segments = new Map<string, Segment>();
  let subjects: SubjectIndex | undefined;
  let keeping:
    | { readonly editionId: string; readonly blocks: Iterator<Uint8Array<ArrayBuffer>, undefined> }
    | undefined;

  const forget = (editionId: string): null => {
    builders.delete(editionId);
    assemblies.delete(editionId);
    segments.delete(editionId);
    index.remove(editionId);
    rarities.forget();
    if (keeping?.editionId === editionId) keeping = undefined;
    return null;
  };
  const open = (editionId: string, columns: SegmentColumns): { names: number } => {
    forget(editionId);
    const segment = openSegment(editionId, columns);
    segments.set(editionId, segment);
    index.put(segment);
    rarities.forget();
    return { names: segment.nameCount };
  };
  const perform = (request: ScreeningRequest): Reply => {
    switch (request.ask) {
      case "gather": {
        const builder = built(builders, request.editionId, createSegmentBuilder);
        for (const entry of request.entries) builder.add(entry);
        return { names: builder.nameCount };
      }
      case "finish":
        return open(request.editionId, built(builders, request.editionId, createSegmentBuilder).finish());
      case "take-block":
        built(assemblies, request.editionId, createSegmentAssembly).take(request.block);
        return null;
      case "finish-blocks":
        return open(request.editionId, built(assemblies, request.editionId, createSegmentAssembly).finish());
      case "next-block": {
        const segment = segments.get(request.editionId);
        if (segment === undefined) return null;
        if (request.first || keeping?.editionId !== request.editionId)
          keeping = { editionId: request.editionId, blocks: segmentBlocks(segment.columns) };
        return keeping.blocks.next().value ?? null;
      }
      case "drop":
        return forget(request.editionId);
      case "turn-round":
        subjects = createSubjectIndex(request.queries, rarities.in(request.editionIds));
        return null;
      case "meet":
        return request.entries.flatMap((entry) => subjects?.meet(entry) ?? []);
      case "search":
        return searchEach({ index, rarity: rarities.in(request.editionIds) }, request);
    }
  };
  return {
    answer: (request) => {
      try {
        return perform(request);
      } catch (thrown) {
        if ("editionId" in request) forget(request.editionId);
        throw thrown;
      }
    },
  };
}
