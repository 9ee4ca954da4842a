import {
  AuditDetails,
  AuditEntry,
  type AuditKind,
  genesisHash,
  type TrailFilter,
  type TrailHead,
} from "../../../shared/domain/audit.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { Sha256 } from "../../../shared/domain/ids.ts";
import { linkHash, type StoredLink } from "../../trail/link.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";

interface AuditRow {
  readonly sequence: number;
  readonly at: number;
  readonly actor: string;
  readonly actor_id: string | null;
  readonly actor_key: string | null;
  readonly kind: string;
  readonly dossier_id: string | null;
  readonly details: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** One thing that happened, before it becomes a link. */
export interface AuditEvent {
  readonly atMs: number;
  readonly actor: string;
  readonly actorId: string | null;
  readonly actorKey: string | null;
  readonly kind: AuditKind;
  readonly dossierId: string | null;
  readonly details: AuditDetails;
}

/** What to list; null means that it does not matter. */
export interface AuditQuery {
  readonly dossierId: DossierId | null;
  /** Only entries with a lower sequence. */
  readonly before: number | null;
  readonly limit: number;
  readonly filter?: TrailFilter | undefined;
}

/** The hash-chained trail. Entries are only ever added, inside the transaction of what they record. */
export interface AuditTable {
  append(event: AuditEvent): void;
  head(): TrailHead;
  /** The hash of the link with this sequence; undefined where there is none. */
  hashAt(sequence: number): string | undefined;
  /** Entries that fit, latest first. */
  list(query: AuditQuery): AuditEntry[];
  /** The latest entry that says how the trail stood: that it fell short of an anchor, or that it was checked. */
  latestMark(): AuditEntry | undefined;
  /** Every link as it is stored, first to last, nothing claimed of it. No other statement may run meanwhile. */
  links(): Iterable<StoredLink>;
  /** So many links from this sequence on, first to last. */
  linksFrom(sequence: number, limit: number): StoredLink[];
  /** Numbers of the cases that entries name. */
  caseNumbers(ids: readonly string[]): Record<string, string>;
  /** Everybody the trail names, by id, under the name they used last. */
  actors(): { id: string; name: string; key: string | null }[];
  /** Ids of those who left an event of this kind in the case. */
  actorsIn(dossierId: DossierId, kind: AuditKind): Set<string>;
}

function toLink(row: AuditRow): StoredLink {
  return {
    sequence: row.sequence,
    at: row.at,
    actor: row.actor,
    actorId: row.actor_id,
    actorKey: row.actor_key,
    kind: row.kind,
    dossierId: row.dossier_id,
    details: detailsIn(row.details),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

function detailsIn(json: string): AuditDetails | undefined {
  try {
    return AuditDetails.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

const fitting = `SELECT * FROM audit WHERE sequence < @before
  AND (@dossierId IS NULL OR dossier_id = @dossierId)
  AND (@actorId IS NULL OR actor_id = @actorId)
  AND (@fromMs IS NULL OR at >= @fromMs)
  AND (@untilMs IS NULL OR at < @untilMs)
  AND (@kinds IS NULL OR kind IN (SELECT value FROM json_each(@kinds)))
  AND (@caseNumber IS NULL OR dossier_id IN (SELECT id FROM dossier WHERE instr(upper(number), upper(@caseNumber)) > 0))
  ORDER BY sequence DESC LIMIT @limit`;

type FittingParameters = Readonly<
  Record<
    "before" | "dossierId" | "actorId" | "fromMs" | "untilMs" | "kinds" | "caseNumber" | "limit",
    string | number | null
  >
>;

function parametersOf({ filter, ...query }: AuditQuery): FittingParameters {
  return {
    before: query.before ?? Number.MAX_SAFE_INTEGER,
    limit: query.limit,
    dossierId: query.dossierId,
    actorId: filter?.actorId ?? null,
    fromMs: filter?.from ?? null,
    untilMs: filter?.until ?? null,
    kinds: filter?.kinds == null ? null : toJson(filter.kinds),
    caseNumber: filter?.caseNumber ?? null,
  };
}

export function createAuditTable(db: Database): AuditTable {
  const last = db.prepare<[], AuditRow>("SELECT * FROM audit ORDER BY sequence DESC LIMIT 1");
  const insert = db.prepare<[AuditRow]>(
    `INSERT INTO audit (sequence, at, actor, actor_id, actor_key, kind, dossier_id, details, previous_hash, hash)
     VALUES (@sequence, @at, @actor, @actor_id, @actor_key, @kind, @dossier_id, @details, @previous_hash, @hash)`,
  );
  return { append: (event) => append(last, insert, event), head: () => headOf(last.get()), ...reading(db) };
}

type Last = { get(): AuditRow | undefined };
type Insert = { run(row: AuditRow): unknown };

function headOf(row: AuditRow | undefined): TrailHead {
  return { count: row?.sequence ?? 0, head: Sha256.parse(row?.hash ?? genesisHash) };
}

function append(last: Last, insert: Insert, event: AuditEvent): void {
  const { count, head } = headOf(last.get());
  const link = {
    sequence: count + 1,
    at: event.atMs,
    actor: event.actor,
    actorId: event.actorId,
    actorKey: event.actorKey,
    kind: event.kind,
    dossierId: event.dossierId,
    details: AuditDetails.parse(event.details),
    previousHash: head,
  };
  insert.run({
    sequence: link.sequence,
    at: link.at,
    actor: link.actor,
    actor_id: link.actorId,
    actor_key: link.actorKey,
    kind: link.kind,
    dossier_id: link.dossierId,
    details: toJson(link.details),
    previous_hash: head,
    hash: linkHash(link),
  });
}

function reading(db: Database): Omit<AuditTable, "append" | "head"> {
  const listed = db.prepare<[FittingParameters], AuditRow>(fitting);
  // The same words as the index's own condition, or the index is not used.
  const latest = db.prepare<[], AuditRow>(
    "SELECT * FROM audit WHERE kind IN ('trail-behind-anchor', 'trail-checked') ORDER BY sequence DESC LIMIT 1",
  );
  const everything = db.prepare<[], AuditRow>("SELECT * FROM audit ORDER BY sequence");
  const hash = db.prepare<[number], { hash: string }>("SELECT hash FROM audit WHERE sequence = ?");
  const following = db.prepare<[number, number], AuditRow>(
    "SELECT * FROM audit WHERE sequence >= ? ORDER BY sequence LIMIT ?",
  );
  const numbers = db.prepare<[string], { id: string; number: string }>(
    "SELECT id, number FROM dossier WHERE id IN (SELECT value FROM json_each(?))",
  );
  const people = db.prepare<[], { id: string; name: string; key: string | null }>(
    `SELECT actor_id AS id, actor AS name, actor_key AS key, max(sequence) AS latest FROM audit
     WHERE actor_id IS NOT NULL GROUP BY actor_id ORDER BY latest DESC`,
  );
  const inCase = db.prepare<[string, string], { id: string }>(
    "SELECT DISTINCT actor_id AS id FROM audit WHERE dossier_id = ? AND kind = ? AND actor_id IS NOT NULL",
  );
  return {
    list: (query) => listed.all(parametersOf(query)).map((row) => AuditEntry.parse(toLink(row))),
    latestMark: () => {
      const row = latest.get();
      return row === undefined ? undefined : AuditEntry.parse(toLink(row));
    },
    hashAt: (sequence) => hash.get(sequence)?.hash,
    linksFrom: (sequence, limit) => following.all(sequence, limit).map(toLink),
    links: function* () {
      for (const row of everything.iterate()) yield toLink(row);
    },
    caseNumbers: (ids) => Object.fromEntries(numbers.all(toJson(ids)).map(({ id, number }) => [id, number])),
    actors: () => people.all().map(({ id, name, key }) => ({ id, name, key })),
    actorsIn: (dossierId, kind) => new Set(inCase.all(dossierId, kind).map(({ id }) => id)),
  };
}
