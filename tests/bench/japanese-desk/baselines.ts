import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { jaroWinkler } from "../../support/jaro-winkler.ts";
import type { BenchPair } from "./bench-pair.ts";

/** Says of each pair whether a general searcher would have shown its second name to one who typed the first. */
export type Baseline = (pairs: readonly BenchPair[]) => readonly boolean[];

/** Answers that count as shown. */
const shown = 10;

/** MiniSearch over all second names of the set, spelling errors allowed, beginnings of words taken. */
export const miniSearch: Baseline = (pairs) => {
  const searcher = new MiniSearch<{ id: number; name: string }>({ fields: ["name"] });
  searcher.addAll(pairs.map(({ b }, id) => ({ id, name: b })));
  return pairs.map(({ a, b }) =>
    searcher
      .search(a, { fuzzy: 0.2, prefix: true })
      .slice(0, shown)
      .some(({ id }) => pairs[Number(id)]?.b === b),
  );
};

/** Fuse.js over all second names of the set, with the threshold of its documentation. */
export const fuse: Baseline = (pairs) => {
  const searcher = new Fuse(
    pairs.map(({ b }) => b),
    { threshold: 0.4, ignoreLocation: true },
  );
  return pairs.map(({ a, b }) => searcher.search(a, { limit: shown }).some(({ item }) => item === b));
};

/** Likeness of Jaro and Winkler, at or above the share that is usual for names. */
export const jaroWinklerAbove =
  (least: number): Baseline =>
  (pairs) =>
    pairs.map(({ a, b }) => jaroWinkler(a.toLowerCase(), b.toLowerCase()) >= least);
