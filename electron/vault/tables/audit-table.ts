import { AuditDetails, AuditEntry, type AuditKind, genesisHash, type TrailHead } from "../../../shared/domain/audit.ts";
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
  readonly kinds?: readonly AuditKind[] | null | undefined;
  readonly actorId?: string | null | undefined;
  /** Part of a case's number, as typed. */
  readonly caseNumber?: string | null | undefined;
  /** Epoch milliseconds; the first moment that counts and the first that no longer does. */
  readonly fromMs?: number | null | undefined;
  readonly untilMs?: number | null | undefined;
}

/** The hash-chained trail. Entries are only ever added, inside the transaction of what they record. */
export interface AuditTable {
  append(event: AuditEvent): void;
  head(): TrailHead;
  /** Entries that fit, latest first. */
  list(query: AuditQuery): AuditEntry[];
  /** The latest entry of one of these kinds. */
  findLatest(kinds: readonly AuditKind[]): AuditEntry | undefined;
  /** Every link as it is stored, first to last, nothing claimed of it. No other statement may run meanwhile. */
  links(): Iterable<StoredLink>;
  /** Numbers of the cases that entries name. */
  caseNumbers(ids: readonly string[]): Record<string, string>;
  /** Everybody the trail names, by id, under the name they used last. */
  actors(): { id: string; name: string; key: string | null }[];
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

function parametersOf(query: AuditQuery): FittingParameters {
  return {
    before: query.before ?? Number.MAX_SAFE_INTEGER,
    limit: query.limit,
    dossierId: query.dossierId,
    actorId: query.actorId ?? null,
    fromMs: query.fromMs ?? null,
    untilMs: query.untilMs ?? null,
    kinds: query.kinds == null ? null : toJson(query.kinds),
    caseNumber: query.caseNumber ?? null,
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
  const latest = db.prepare<[string], AuditRow>(
    "SELECT * FROM audit WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY sequence DESC LIMIT 1",
  );
  const everything = db.prepare<[], AuditRow>("SELECT * FROM audit ORDER BY sequence");
  const numbers = db.prepare<[string], { id: string; number: string }>(
    "SELECT id, number FROM dossier WHERE id IN (SELECT value FROM json_each(?))",
  );
  const people = db.prepare<[], { id: string; name: string; key: string | null }>(
    `SELECT actor_id AS id, actor AS name, actor_key AS key, max(sequence) AS latest FROM audit
     WHERE actor_id IS NOT NULL GROUP BY actor_id ORDER BY latest DESC`,
  );
  return {
    list: (query) => listed.all(parametersOf(query)).map((row) => AuditEntry.parse(toLink(row))),
    findLatest: (kinds) => {
      const row = latest.get(toJson(kinds));
      return row === undefined ? undefined : AuditEntry.parse(toLink(row));
    },
    links: function* () {
      for (const row of everything.iterate()) yield toLink(row);
    },
    caseNumbers: (ids) => Object.fromEntries(numbers.all(toJson(ids)).map(({ id, number }) => [id, number])),
    actors: () => people.all().map(({ id, name, key }) => ({ id, name, key })),
  };
}
