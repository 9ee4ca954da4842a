import anyAscii from "any-ascii";
import Sqlite from "better-sqlite3";
import Fuse from "fuse.js";
import { token_sort_ratio } from "fuzzball";
import MiniSearch from "minisearch";
import { jaroWinkler } from "../../support/jaro-winkler.ts";

/** A general searcher over all listed names: numbers of the names it thinks nearest, the nearest first. */
export interface Searcher {
  readonly name: string;
  /** Names of a set asked of it at most: some take seconds for each. */
  readonly sample: number;
  search(text: string): readonly number[];
}

/** Names taken from each: enough for ten entities, since several names of one entity answer together. */
const first = 40;

function ascii(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

function sortedWords(plain: string): string {
  return plain.split(" ").sort().join(" ");
}

/**
 * The baselines that a name searcher has to be better than, all but one of them over names spelled in plain letters. None has
 * a cut-off of its own, so that each is seen at its best: what counts is whether the entity is among the first ten. Only the
 * two numbers that MiniSearch and Fuse.js cannot search without are set, to those of their documentation.
 */
export function generalSearchers(names: readonly string[]): readonly Searcher[] {
  const plain = names.map(ascii);
  const sorted = plain.map(sortedWords);
  const lower = names.map((name) => name.toLowerCase());
  return [
    { name: "MiniSearch, fuzzy 0.2", sample: 200, search: miniSearch(plain) },
    { name: "SQLite FTS5 trigram, any of them, bm25", sample: 200, search: trigramTable(plain) },
    { name: "Fuse.js, threshold 0.4", sample: 12, search: fuse(plain) },
    {
      name: "token sort, every name",
      sample: 40,
      search: (text) => nearest(sorted, tokenSort(sortedWords(ascii(text)))),
    },
    {
      name: "Jaro–Winkler of sorted words, every name",
      sample: 40,
      search: (text) => nearest(sorted, likeness(sortedWords(ascii(text)))),
    },
    {
      name: "Jaro–Winkler as written, every name",
      sample: 40,
      search: (text) => nearest(lower, likeness(text.toLowerCase())),
    },
  ];
}

type Search = Searcher["search"];

function miniSearch(plain: readonly string[]): Search {
  const searcher = new MiniSearch<{ id: number; name: string }>({ fields: ["name"] });
  searcher.addAll(plain.map((name, id) => ({ id, name })));
  return (text) =>
    searcher
      .search(ascii(text), { fuzzy: 0.2 })
      .slice(0, first)
      .map(({ id }) => Number(id));
}

function fuse(plain: readonly string[]): Search {
  const searcher = new Fuse(plain, { threshold: 0.4, ignoreLocation: true });
  return (text) => searcher.search(ascii(text), { limit: first }).map(({ refIndex }) => refIndex);
}

/** SQLite's own search of three letters at a time, in memory and not encrypted, which is its fastest. */
function trigramTable(plain: readonly string[]): Search {
  const database = new Sqlite(":memory:", { fileMustExist: false, timeout: 0 });
  database.exec("CREATE VIRTUAL TABLE names USING fts5(name, tokenize = 'trigram')");
  const insert = database.prepare("INSERT INTO names (rowid, name) VALUES (?, ?)");
  database.exec("BEGIN");
  for (const [at, name] of plain.entries()) insert.run(at, name);
  database.exec("COMMIT");
  const select = database.prepare(
    `SELECT rowid AS at FROM names WHERE names MATCH ? ORDER BY bm25(names) LIMIT ${first}`,
  );
  return (text) => {
    const letters = ascii(text);
    const trigrams = Array.from({ length: Math.max(0, letters.length - 2) }, (_, at) => letters.slice(at, at + 3));
    if (trigrams.length === 0) return [];
    const sought = [...new Set(trigrams)].map((one) => `"${one}"`).join(" OR ");
    // Safe: the one column selected is the number that was given as the row's id.
    return (select.all(sought) as { at: number }[]).map(({ at }) => at);
  };
}

/** The words of both sides stand sorted already, once for every name: what is left is the ratio. */
function tokenSort(ours: string): (name: string) => number {
  return (name) => token_sort_ratio(ours, name, { full_process: false });
}

function likeness(ours: string): (name: string) => number {
  return (name) => jaroWinkler(ours, name);
}

function nearest(names: readonly string[], nearness: (name: string) => number): readonly number[] {
  const best: { at: number; value: number }[] = [];
  for (const [at, name] of names.entries()) {
    const value = nearness(name);
    if (best.length === first && value <= (best.at(-1)?.value ?? 0)) continue;
    best.push({ at, value });
    best.sort((a, b) => b.value - a.value);
    best.length = Math.min(best.length, first);
  }
  return best.map(({ at }) => at);
}
