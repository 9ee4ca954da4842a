import type { AgainstCode, Candidate, NameQuery } from "../match/candidate.ts";
import { createEqualityRoute } from "../match/equality-route.ts";
import { weighComparison } from "../match/name-weight.ts";
import { scoreOf } from "../match/score.ts";
import { parseName } from "../names/parse-name.ts";
import type { NameIndex } from "./name-index.ts";
import { indexName } from "./name-words.ts";

/** A listed entry that a name resembles, before the attributes of the entry are compared. */
export type FoundListed = Omit<Candidate, "queryName" | "inFavour">;

type Judged = Pick<Candidate, "kind" | "steps" | "score" | "against" | "pieces">;

const route = createEqualityRoute();

/** Searches one name and compares what is found; the nearest first, one for each entry of each edition. */
export function searchName(index: NameIndex, query: NameQuery, within?: ReadonlySet<string>): readonly FoundListed[] {
  const compare = createComparison(query);
  const best = new Map<string, FoundListed>();
  for (const { segment, name } of index.candidates(indexName(query.name, query.type), within)) {
    const matchedName = segment.nameText(name);
    const judged = compare(matchedName);
    if (judged === undefined) continue;
    const { editionId } = segment;
    const entryKey = segment.entryKey(name);
    const key = `${editionId}:${entryKey}`;
    if ((best.get(key)?.score ?? -1) >= judged.score) continue;
    const unclear: readonly AgainstCode[] = segment.typeOf(name) === "unknown" ? ["type-unclear"] : [];
    best.set(key, { editionId, entryKey, matchedName, ...judged, against: [...judged.against, ...unclear] });
  }
  return markNamesakes([...best.values()], query.type).sort((a, b) => b.score - a.score);
}

/** Judges listed texts against one name; each distinct text once, since lists repeat names by the hundred. */
function createComparison(query: NameQuery): (text: string) => Judged | undefined {
  const ours = parseName(query.name, query.type);
  const judged = new Map<string, Judged | undefined>();
  return (text) => {
    if (!judged.has(text)) judged.set(text, judge(ours, text));
    return judged.get(text);
  };
}

function judge(ours: ReturnType<typeof parseName>, text: string): Judged | undefined {
  const comparison = route.compare(ours, parseName(text, ours.type));
  if (comparison === undefined) return undefined;
  const care = weighComparison(comparison, ours.type);
  if (care === undefined) return undefined;
  const { kind, steps, pieces } = comparison;
  return { kind, steps, score: scoreOf(steps, care), against: care, pieces };
}

/** A person's name that several entries of one edition share says little about which of them is meant. */
function markNamesakes(found: readonly FoundListed[], type: NameQuery["type"]): FoundListed[] {
  const sharing = new Map<string, number>();
  for (const { editionId } of found) sharing.set(editionId, (sharing.get(editionId) ?? 0) + 1);
  return found.map((one) =>
    type === "person" && (sharing.get(one.editionId) ?? 0) > 1
      ? { ...one, against: [...one.against, "common-name" as const] }
      : one,
  );
}
