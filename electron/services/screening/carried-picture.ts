import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { ChangedOnly, Edition, Hit } from "../../../shared/domain/screening.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { Clock } from "../../ports.ts";
import type { RunQuery } from "../../vault/tables/screening-table.ts";
import type { OpenSession } from "../session.ts";
import { type ChangedList, type EditionChange, soleChange } from "./changed-list.ts";
import { queriesOf } from "./find-hits.ts";
import { hashOf } from "./kept-verdicts.ts";

/** What a case's candidates rest on: of an open case its last run, of a decided one what was found since. */
interface Picture {
  readonly editions: readonly Edition[];
  readonly matcherVersion: string;
  /** Fingerprint of the subjects whose names were searched; empty where it was not kept. */
  readonly namesHash: string;
  readonly at: Instant;
  readonly changedOnly: ChangedOnly | undefined;
}

/** A case whose candidates stand if nothing that changed concerns it. */
export interface Standing extends EditionChange {
  readonly picture: Picture;
  readonly queries: readonly RunQuery[];
}

/** The share of all entries that may have changed since everything was last compared, before everything is compared again. */
const changedAtMost = 0.1;

/**
 * The case's picture, if one list changed since and nothing else: neither its names nor the rules of matching. Undefined where
 * everything has to be compared.
 */
export function standingOf(open: OpenSession, dossierId: DossierId, matcherVersion: string): Standing | undefined {
  const picture = pictureOf(open, dossierId);
  if (picture === undefined || picture.matcherVersion !== matcherVersion) return undefined;
  const subjects = open.tables.subjects.list(dossierId);
  if (picture.namesHash !== hashOf(subjects)) return undefined;
  const change = soleChange(picture.editions, open.tables.lists.current());
  return change === undefined ? undefined : { ...change, picture, queries: queriesOf(subjects) };
}

function pictureOf({ tables }: OpenSession, dossierId: DossierId): Picture | undefined {
  const record = tables.dossiers.find(dossierId);
  const run = tables.screening.lastRun(dossierId);
  if (record === undefined || run === undefined) return undefined;
  const watch = isOpenForWork(record.state) ? undefined : tables.rescreening.watch(dossierId);
  const { editions, matcherVersion, namesHash, at, changedOnly } = watch ?? run;
  return { editions, matcherVersion, namesHash, at, changedOnly };
}

/**
 * What the picture rests on once this change has been compared. Undefined where so much has changed since everything was last
 * compared that words may weigh otherwise by now.
 */
export function restingOn(
  open: OpenSession,
  { picture }: Standing,
  { before, after, come, gone }: ChangedList,
): ChangedOnly | undefined {
  const { wholeAt, wholeEditions, steps } = picture.changedOnly ?? {
    wholeAt: picture.at,
    wholeEditions: picture.editions.map(({ id }) => id),
    steps: [],
  };
  const step = { title: after.title, before: before.id, after: after.id, compared: come.length, gone };
  const changed = [...steps, step].reduce((total, one) => total + one.compared + one.gone, 0);
  const entries = open.tables.lists.current().reduce((total, edition) => total + edition.entries, 0);
  return changed > entries * changedAtMost ? undefined : { wholeAt, wholeEditions, steps: [...steps, step] };
}

/** A hit of the changed list as the later edition has it, where its entry says the same. */
export function inLaterEdition(hit: Hit, { after }: EditionChange): Hit {
  return hit.listTitle === after.title ? { ...hit, editionId: after.id, edition: after.edition } : hit;
}

/** Whether a hit lies on an entry that is gone or says something else. */
export function hasLeft(hit: Hit, { after, left }: ChangedList): boolean {
  return hit.listTitle === after.title && left.has(hit.entryKey);
}

/**
 * Keeps the case's candidates as they are, now resting on the later edition, and writes down what was compared. False, and
 * nothing is written, where the case is no longer what was looked at or a hit of it concerns what left: it has to be searched.
 * Inside the transaction of the caller.
 */
export function carryPicture(
  { clock }: { readonly clock: Clock },
  open: OpenSession,
  { dossierId, list, matcherVersion }: CarriedCase,
): boolean {
  const { tables } = open;
  const record = tables.dossiers.find(dossierId);
  const standing = standingOf(open, dossierId, matcherVersion);
  if (record === undefined || record.state === "closed" || standing === undefined) return false;
  if (standing.before.id !== list.before.id || standing.after.id !== list.after.id) return false;
  const changedOnly = restingOn(open, standing, list);
  if (changedOnly === undefined) return false;
  const isOpen = isOpenForWork(record.state);
  const watch = isOpen ? undefined : tables.rescreening.watch(dossierId);
  const stored = tables.screening.hits(dossierId);
  const hits = watch?.hits ?? stored.map(({ hit }) => hit);
  if (hits.some((hit) => hasLeft(hit, list))) return false;
  const at = Instant.parse(clock.nowMs());
  const editions = tables.lists.current();
  const run = tables.screening.lastRun(dossierId);
  if (isOpen && run !== undefined) {
    const records = stored.map(({ hit, entryHash }) => ({ hit: inLaterEdition(hit, list), entryHash }));
    const next = { ...run, at, by: open.person.displayName, editions, automatic: true, changedOnly };
    tables.screening.putRun(dossierId, next, records);
  } else {
    const { namesHash } = standing.picture;
    const now = hits.map((hit) => inLaterEdition(hit, list));
    tables.rescreening.putWatch(dossierId, { editions, matcherVersion, hits: now, namesHash, at, changedOnly });
  }
  tables.rescreening.settle(dossierId);
  const counts = { names: standing.queries.length, editions: editions.length, hits: hits.length };
  open.note("rescreened", dossierId, { ...counts, added: 0, gone: 0, changed: 0, compared: list.come.length });
  return true;
}

/** A case for which nothing was found among what changed in a list. */
export interface CarriedCase {
  readonly dossierId: DossierId;
  readonly list: ChangedList;
  readonly matcherVersion: string;
}
