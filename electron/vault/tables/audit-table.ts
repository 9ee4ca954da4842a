import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { mustExist } from "../../../shared/assert.ts";
import {
  AuditDetails,
  AuditEntry,
  type AuditKind,
  genesisHash,
  type TrailVerdict,
} from "../../../shared/domain/audit.ts";
import { Sha256 } from "../../../shared/domain/ids.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";

interface AuditRow {
  readonly sequence: number;
  readonly at: number;
  readonly actor: string;
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
  readonly kind: AuditKind;
  readonly dossierId: string | null;
  readonly details: AuditDetails;
}

/** The hash-chained trail. Entries are only ever added, inside the transaction of what they record. */
export interface AuditTable {
  append(event: AuditEvent): void;
  head(): { count: number; head: Sha256 };
  /** Entries with a sequence below `before`, latest first. */
  list(query: { dossierId: string | null; before: number | null; limit: number }): AuditEntry[];
  /** Walks the chain from the first link; `anchor` is a head noted elsewhere that must still be part of it. */
  check(anchor?: { count: number; head: string }): TrailVerdict;
}

/** SHA-256 over the canonical JSON (RFC 8785) of every field but the hash itself. */
export function linkHash(link: Omit<AuditRow, "hash" | "details"> & { details: AuditDetails }): Sha256 {
  const body = mustExist(
    canonicalize({
      sequence: link.sequence,
      at: link.at,
      actor: link.actor,
      kind: link.kind,
      dossierId: link.dossier_id,
      details: link.details,
      previousHash: link.previous_hash,
    }),
    "an audit link has a canonical form",
  );
  return Sha256.parse(createHash("sha256").update(body, "utf8").digest("hex"));
}

function toEntry(row: AuditRow): AuditEntry {
  return AuditEntry.parse({
    sequence: row.sequence,
    at: row.at,
    actor: row.actor,
    kind: row.kind,
    dossierId: row.dossier_id,
    details: parseOrUndefined(row.details),
    previousHash: row.previous_hash,
    hash: row.hash,
  });
}

type Anchor = { readonly count: number; readonly head: string };

function walk(rows: Iterable<AuditRow>, anchor: Anchor | undefined): TrailVerdict {
  let count = 0;
  let head = genesisHash;
  const verdict = (kind: TrailVerdict["verdict"], brokenAt: number | null): TrailVerdict => ({
    verdict: kind,
    count,
    head: Sha256.parse(head),
    brokenAt,
  });
  for (const row of rows) {
    if (row.sequence !== count + 1) return verdict("gap", count + 1);
    const details = AuditDetails.safeParse(parseOrUndefined(row.details));
    if (!details.success || row.previous_hash !== head) return verdict("altered", row.sequence);
    if (linkHash({ ...row, details: details.data }) !== row.hash) return verdict("altered", row.sequence);
    count = row.sequence;
    head = row.hash;
    if (anchor?.count === count && anchor.head !== head) return verdict("altered", count);
  }
  if (anchor !== undefined && anchor.count > count) return verdict("cut", count + 1);
  return verdict("whole", null);
}

function parseOrUndefined(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export function createAuditTable(db: Database): AuditTable {
  const last = db.prepare<[], AuditRow>("SELECT * FROM audit ORDER BY sequence DESC LIMIT 1");
  const insert = db.prepare<[number, number, string, string, string | null, string, string, string]>(
    "INSERT INTO audit (sequence, at, actor, kind, dossier_id, details, previous_hash, hash) VALUES (?,?,?,?,?,?,?,?)",
  );
  const all = db.prepare<[number, number], AuditRow>(
    "SELECT * FROM audit WHERE sequence < ? ORDER BY sequence DESC LIMIT ?",
  );
  const ofDossier = db.prepare<[string, number, number], AuditRow>(
    "SELECT * FROM audit WHERE dossier_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?",
  );
  const everything = db.prepare<[], AuditRow>("SELECT * FROM audit ORDER BY sequence");
  return {
    append(event) {
      const previous = last.get();
      const link = {
        sequence: (previous?.sequence ?? 0) + 1,
        at: event.atMs,
        actor: event.actor,
        kind: event.kind,
        dossier_id: event.dossierId,
        details: AuditDetails.parse(event.details),
        previous_hash: previous?.hash ?? genesisHash,
      };
      const hash = linkHash(link);
      insert.run(
        link.sequence,
        link.at,
        link.actor,
        link.kind,
        link.dossier_id,
        toJson(link.details),
        link.previous_hash,
        hash,
      );
    },
    head() {
      const previous = last.get();
      return { count: previous?.sequence ?? 0, head: Sha256.parse(previous?.hash ?? genesisHash) };
    },
    list({ dossierId, before, limit }) {
      const below = before ?? Number.MAX_SAFE_INTEGER;
      const rows = dossierId === null ? all.all(below, limit) : ofDossier.all(dossierId, below, limit);
      return rows.map(toEntry);
    },
    check(anchor) {
      return walk(everything.iterate(), anchor);
    },
  };
}
