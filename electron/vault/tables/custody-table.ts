import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { mustExist } from "../../../shared/assert.ts";
import { type CustodyAct, CustodyBody, type CustodyChain, CustodyTouch } from "../../../shared/domain/custody.ts";
import type { DossierId, EvidenceId, Sha256 } from "../../../shared/domain/ids.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** A touch before it has its number and hash. */
export interface TouchWrite {
  readonly dossierId: DossierId;
  readonly evidenceId: EvidenceId;
  readonly atMs: number;
  readonly actor: string;
  readonly actorId: string;
  readonly act: CustodyAct;
  readonly body: CustodyBody;
}

/** Every touch of every piece of evidence; never changed, never removed. */
export interface CustodyTable {
  /** Adds a touch at the end of the case's chain and answers its hash. */
  add(touch: TouchWrite): Sha256;
  /** Touches of one piece, first to last. */
  of(dossierId: DossierId, evidenceId: EvidenceId): CustodyTouch[];
  /** Touches of the whole case, first to last. */
  list(dossierId: DossierId): CustodyTouch[];
  /** Whether the touches of a case follow one another. */
  verify(dossierId: DossierId): CustodyChain;
}

interface Row {
  readonly dossier_id: string;
  readonly number: number;
  readonly evidence_id: string;
  readonly at: number;
  readonly actor: string;
  readonly actor_id: string;
  readonly act: string;
  readonly body: string;
  readonly hash: string;
}

/** What stands before the first touch of a case. */
const beginning = "0".repeat(64);

export function createCustodyTable(db: Database, seals: CaseSeals): CustodyTable {
  const rows = sealedRows(seals, sealedTables.evidenceTouch);
  const insert = db.prepare<[Row]>(
    `INSERT INTO evidence_touch (dossier_id, number, evidence_id, at, actor, actor_id, act, body, hash)
     VALUES (@dossier_id, @number, @evidence_id, @at, @actor, @actor_id, @act, @body, @hash)`,
  );
  const last = db.prepare<[string], Row>(
    "SELECT * FROM evidence_touch WHERE dossier_id = ? ORDER BY number DESC LIMIT 1",
  );
  const all = db.prepare<[string], Row>("SELECT * FROM evidence_touch WHERE dossier_id = ? ORDER BY number");
  const one = db.prepare<[string, string], Row>(
    "SELECT * FROM evidence_touch WHERE evidence_id = ? AND dossier_id = ? ORDER BY number",
  );
  const read = (dossierId: string, stored: readonly Row[]): CustodyTouch[] =>
    stored.map((row) => toTouch(rows.open(dossierId, row)));
  return {
    add: (touch) => {
      const before = last.get(touch.dossierId);
      const previous = before === undefined ? beginning : rows.open(touch.dossierId, before).hash;
      const row = {
        dossier_id: touch.dossierId,
        number: (before?.number ?? 0) + 1,
        evidence_id: touch.evidenceId,
        at: touch.atMs,
        actor: touch.actor,
        actor_id: touch.actorId,
        act: touch.act,
        body: toJson(CustodyBody.parse(touch.body)),
      };
      const hash = hashOf(previous, row);
      insert.run(rows.close(touch.dossierId, { ...row, hash }));
      return hash;
    },
    of: (dossierId, evidenceId) => read(dossierId, one.all(evidenceId, dossierId)),
    list: (dossierId) => read(dossierId, all.all(dossierId)),
    verify: (dossierId) => {
      let previous: string = beginning;
      const stored = all.all(dossierId);
      for (const [index, sealed] of stored.entries()) {
        const row = rows.open(dossierId, sealed);
        if (row.number !== index + 1 || hashOf(previous, row) !== row.hash)
          return { count: stored.length, brokenAt: index + 1 };
        previous = row.hash;
      }
      return { count: stored.length, brokenAt: null };
    },
  };
}

function toTouch(row: Row): CustodyTouch {
  return CustodyTouch.parse({
    number: row.number,
    evidenceId: row.evidence_id,
    at: row.at,
    actor: row.actor,
    actorId: row.actor_id,
    act: row.act,
    body: anyJson(row.body),
    hash: row.hash,
  });
}

/** Covers every column in its stored words, so that a change of any of them shows. */
function hashOf(previous: string, row: Omit<Row, "hash">): Sha256 {
  const { dossier_id, number, evidence_id, at, actor, actor_id, act, body } = row;
  const said = canonicalize([previous, dossier_id, number, evidence_id, at, actor, actor_id, act, body]);
  const digest = createHash("sha256").update(mustExist(said, "a touch has a canonical form")).digest("hex");
  // Safe: 64 hex digits of SHA-256 are what the brand says.
  return digest as Sha256;
}
