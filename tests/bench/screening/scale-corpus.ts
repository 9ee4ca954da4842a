import type { IndexedEntry } from "../../../electron/screening/index/segment-builder.ts";
import type { NameQuery } from "../../../electron/screening/match/candidate.ts";
import { createNameMaker, type NameParts, readJapaneseNames } from "./name-maker.ts";
import { noRealLists, readClean, readMangled, readRealLists } from "./real-lists.ts";

/** What names are made from, the entries of the real lists where they are here, and the names that are searched. */
export interface Corpus {
  readonly parts: NameParts;
  readonly entries: readonly IndexedEntry[];
  readonly queries: readonly NameQuery[];
}

/** Parts of real names where the lists are here; invented syllables elsewhere. At most so many names are searched. */
export async function readCorpus(mostQueries: number): Promise<Corpus> {
  const japanese = await readJapaneseNames(60_000);
  if (noRealLists !== false) return inventedCorpus(japanese, mostQueries);
  const lists = readRealLists();
  const words = (type: "person" | "organisation"): readonly string[] => [
    ...new Set(
      lists.entities
        .filter((entity) => entity.type === type)
        .flatMap(({ names }) => names.filter((name) => /^[\p{ASCII}]*$/u.test(name)))
        .flatMap((name) => name.split(/[\s,]+/))
        .filter((word) => word.length > 2),
    ),
  ];
  const asked: readonly NameQuery[] = [
    ...readClean().map((name) => ({ name, type: "person" as const })),
    ...readMangled().map(({ mangled }) => ({ name: mangled, type: "person" as const })),
    ...lists.queries.filter((_, at) => at % 5 === 0).map(({ text, type }) => ({ name: text, type })),
  ];
  return {
    parts: { personWords: words("person"), organisationWords: words("organisation"), japanese },
    entries: lists.entities.map(({ id, type, names }) => ({ entryKey: id, type, names })),
    queries: spread(asked, mostQueries),
  };
}

function inventedCorpus(japanese: readonly string[], mostQueries: number): Corpus {
  const syllables = "ka mi ro ten sul var dor nal pe zhe lin gra bo stu fel".split(" ");
  const words = Array.from({ length: 3_000 }, (_, at) =>
    [at % 15, (at >> 2) % 15, (at >> 5) % 15].map((one) => syllables[one] ?? "").join(""),
  );
  const parts = { personWords: words, organisationWords: words, japanese };
  const make = createNameMaker(parts, 99);
  const queries = Array.from({ length: mostQueries }, () => make()).map(({ text, type }) => ({ name: text, type }));
  return { parts, entries: [], queries };
}

/** At most so many, taken evenly from the whole. */
export function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, at) => at % step === 0).slice(0, most);
}

/** Entries until so many names are reached: those of the real lists first, then made up. */
export function* entriesUpTo({ entries, parts }: Corpus, names: number): Generator<IndexedEntry> {
  let count = 0;
  for (const entry of entries) {
    if (count >= names) return;
    count += entry.names.length;
    yield entry;
  }
  const make = createNameMaker(parts, 7);
  for (let at = 0; count < names; at += 1) {
    const { text, type } = make();
    count += 1;
    yield { entryKey: at.toString(16).padStart(32, "0"), type, names: [text] };
  }
}
