import anyAscii from "any-ascii";
import Fuse from "fuse.js";
import { token_sort_ratio } from "fuzzball";
import MiniSearch from "minisearch";

/** A general searcher over all listed names: numbers of the ten names it thinks nearest. */
export interface Searcher {
  readonly name: string;
  /** Names searched with it at most: some take seconds for each. */
  readonly sample: number;
  search(text: string): readonly number[];
}

const first = 10;

function ascii(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The baselines that a name searcher has to be better than, all of them over names spelled in plain letters. */
export function generalSearchers(names: readonly string[]): readonly Searcher[] {
  const plain = names.map(ascii);
  const mini = new MiniSearch<{ id: number; name: string }>({ fields: ["name"] });
  mini.addAll(plain.map((name, id) => ({ id, name })));
  const fuse = new Fuse(plain, { threshold: 0.4, ignoreLocation: true });
  const sorted = plain.map((name) => name.split(" ").sort().join(" "));
  return [
    {
      name: "MiniSearch, fuzzy 0.2",
      sample: 200,
      search: (text) =>
        mini
          .search(ascii(text), { fuzzy: 0.2 })
          .slice(0, first)
          .map(({ id }) => Number(id)),
    },
    {
      name: "Fuse.js, threshold 0.4",
      sample: 6,
      search: (text) => fuse.search(ascii(text), { limit: first }).map(({ refIndex }) => refIndex),
    },
    {
      name: "token sort, every name",
      sample: 12,
      search: (text) => nearest(plain, (name) => token_sort_ratio(ascii(text), name, { full_process: false })),
    },
    {
      name: "Jaro–Winkler of sorted words, every name",
      sample: 30,
      search: (text) => {
        const ours = ascii(text).split(" ").sort().join(" ");
        return nearest(sorted, (name) => jaroWinkler(ours, name));
      },
    },
  ];
}

function nearest(names: readonly string[], likeness: (name: string) => number): readonly number[] {
  const best: { at: number; value: number }[] = [];
  for (const [at, name] of names.entries()) {
    const value = likeness(name);
    if (best.length === first && value <= (best.at(-1)?.value ?? 0)) continue;
    best.push({ at, value });
    best.sort((a, b) => b.value - a.value);
    best.length = Math.min(best.length, first);
  }
  return best.map(({ at }) => at);
}

function jaroWinkler(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const ours: number[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const end = Math.min(b.length, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < end; other += 1) {
      if (taken[other] === 1 || a.charCodeAt(at) !== b.charCodeAt(other)) continue;
      taken[other] = 1;
      ours.push(a.charCodeAt(at));
      break;
    }
  }
  const shared = ours.length;
  if (shared === 0) return 0;
  let swapped = 0;
  for (let other = 0, at = 0; other < b.length; other += 1) {
    if (taken[other] !== 1) continue;
    if (ours[at] !== b.charCodeAt(other)) swapped += 1;
    at += 1;
  }
  const jaro = (shared / a.length + shared / b.length + (shared - swapped / 2) / shared) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}
