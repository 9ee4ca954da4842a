import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Clock } from "../../ports.ts";
import type { NameQuery } from "../../screening/match/candidate.ts";
import { breathe } from "../lists/stage-list.ts";
import type { NameSearch } from "../name-search.ts";
import type { OpenSession, Session } from "../session.ts";
import { carryPicture, restingOn, type Standing, standingOf } from "./carried-picture.ts";
import { type ChangedList, changedList } from "./changed-list.ts";
import { cutOff, toNameQuery } from "./find-hits.ts";

/** Cases that are looked through, or written, before others are let through. */
const casesAtOnce = 20;

/** Different names that changed entries are held against at once. */
const namesAtOnce = 10_000;

/** Changed entries for each name up to which comparing them alone costs less than searching the names. */
const entriesForName = 2;

/** What it is built from. */
export interface ChangeParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly search: NameSearch;
}

/** What the pass over due cases is told and tells. */
export interface ChangePass {
  readonly due: readonly DossierId[];
  /** False once it has to stop: what is left stays due. */
  goesOn(): boolean;
  /** This case is done. */
  onDone(dossierId: DossierId): void;
}

interface StandingCase {
  readonly dossierId: DossierId;
  readonly standing: Standing;
}

/**
 * Where one list changed, holds what changed in it against the names of all due cases, and settles those that nothing of it
 * concerns. Answers the cases that have to be searched in everything, in their order.
 */
export async function screenChanges(
  parts: ChangeParts,
  open: OpenSession,
  pass: ChangePass,
): Promise<readonly DossierId[]> {
  const settled = new Set<DossierId>();
  for (const group of await groupsOf(parts, open, pass)) {
    const [first] = group;
    const list = first && pass.goesOn() ? await changedList(parts.session, open, first.standing) : undefined;
    if (list === undefined) continue;
    const cases = group.filter(({ standing }) => restingOn(open, standing, list) !== undefined);
    if (list.come.length > entriesForName * namesOf(cases).size) continue;
    for (const some of byNames(cases)) {
      if (!pass.goesOn()) break;
      const touched = await touchedBy(parts, open, { cases: some, list });
      const untouched = some.filter(({ dossierId }) => !touched.has(dossierId));
      await settleAll(parts, open, { pass, list, cases: untouched, settled });
    }
  }
  return pass.due.filter((dossierId) => !settled.has(dossierId));
}

/** Due cases whose picture stands but for the change of one list, those of the same change together. */
async function groupsOf(
  { search }: ChangeParts,
  open: OpenSession,
  { due, goesOn }: ChangePass,
): Promise<readonly (readonly StandingCase[])[]> {
  const groups = new Map<string, StandingCase[]>();
  for (const [at, dossierId] of due.entries()) {
    if (at % casesAtOnce === 0) await breathe();
    if (!goesOn()) return [];
    const standing = open.cases.isShut(dossierId) ? undefined : standingOf(open, dossierId, search.matcherVersion);
    if (standing === undefined) continue;
    const key = `${standing.before.id} ${standing.after.id}`;
    const group = groups.get(key) ?? [];
    group.push({ dossierId, standing });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One name of one kind, whoever has it: it is held against an entry once. */
function nameKey({ name, type }: Pick<NameQuery, "name" | "type">): string {
  return `${type} ${name}`;
}

function namesOf(cases: readonly StandingCase[]): Map<string, NameQuery> {
  const queries = cases.flatMap(({ standing }) => standing.queries.map(toNameQuery));
  return new Map(queries.map(({ name, type }) => [nameKey({ name, type }), { name, type }]));
}

function* byNames(cases: readonly StandingCase[]): Generator<readonly StandingCase[]> {
  let some: StandingCase[] = [];
  let names = 0;
  for (const one of cases) {
    some.push(one);
    names += one.standing.queries.length;
    if (names < namesAtOnce) continue;
    yield some;
    [some, names] = [[], 0];
  }
  if (some.length > 0) yield some;
}

interface Asked {
  readonly cases: readonly StandingCase[];
  readonly list: ChangedList;
}

/** The cases of which a name resembles an entry that is new or says something else. */
async function touchedBy(
  { search }: ChangeParts,
  open: OpenSession,
  { cases, list }: Asked,
): Promise<ReadonlySet<DossierId>> {
  const names = namesOf(cases);
  const changed = { editionId: list.after.id, entryKeys: list.come };
  const { found } =
    list.come.length === 0 ? { found: [] } : await search.searchChanged(open, changed, [...names.values()]);
  const met = new Set(
    [...names.keys()].filter((_key, at) => (found[at] ?? []).some(({ candidate }) => candidate.score >= cutOff)),
  );
  const isTouched = ({ standing }: StandingCase): boolean => standing.queries.some((query) => met.has(nameKey(query)));
  return new Set(cases.filter(isTouched).map(({ dossierId }) => dossierId));
}

interface Settling extends Asked {
  readonly pass: ChangePass;
  readonly settled: Set<DossierId>;
}

async function settleAll(
  parts: ChangeParts,
  open: OpenSession,
  { pass, list, cases, settled }: Settling,
): Promise<void> {
  const { matcherVersion } = parts.search;
  for (let at = 0; at < cases.length; at += casesAtOnce) {
    await breathe();
    if (!pass.goesOn()) return;
    const done = open.write(() =>
      cases
        .slice(at, at + casesAtOnce)
        .map(({ dossierId }) => dossierId)
        .filter((dossierId) => !open.cases.isShut(dossierId) && open.tables.rescreening.isDue(dossierId))
        .filter((dossierId) => carryPicture(parts, open, { dossierId, list, matcherVersion })),
    );
    for (const dossierId of done) {
      settled.add(dossierId);
      pass.onDone(dossierId);
    }
  }
}
