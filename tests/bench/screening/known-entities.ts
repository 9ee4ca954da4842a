import type { RealEntity, RealLists, RealQuery } from "./real-lists.ts";
import { readMangled } from "./real-lists.ts";

/** A query and every entity that answers it: lists name the same people, so equal names count as well. */
export interface Asked extends RealQuery {
  readonly answers: ReadonlySet<string>;
}

function plain(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** All queries with their answers, among them the mangled UN names whose original is on a list. */
export function askedNames({ entities, queries }: RealLists): readonly Asked[] {
  const byName = new Map<string, Set<string>>();
  const names = new Map<string, readonly string[]>();
  for (const { id, names: own } of entities as readonly RealEntity[]) {
    names.set(id, own.map(plain));
    for (const name of own.map(plain)) byName.set(name, (byName.get(name) ?? new Set()).add(id));
  }
  const answersOf = (ids: Iterable<string>): ReadonlySet<string> =>
    new Set([...ids].flatMap((id) => [id, ...(names.get(id) ?? []).flatMap((name) => [...(byName.get(name) ?? [])])]));
  const mangled = readMangled().flatMap(({ mangled: text, original }): readonly Asked[] => {
    const ids = byName.get(plain(original));
    if (ids === undefined) return [];
    const [entity = ""] = ids;
    return [{ set: "UN mangled", text, type: "person", entity, answers: answersOf(ids) }];
  });
  return [...mangled, ...queries.map((query) => ({ ...query, answers: answersOf([query.entity]) }))];
}
