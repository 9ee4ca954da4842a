import { z } from "zod";
import { OpenId, Recommendation } from "../../../shared/domain/content/vocabulary.ts";
import { type PersonId, PracticeId } from "../../../shared/domain/ids.ts";
import { PracticeAnswer } from "../../../shared/domain/practice.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { Seal } from "../crypto/seal.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";

const Body = z.object({ answers: z.array(PracticeAnswer), recommended: Recommendation.nullable() });

/** One attempt at a practice case. */
export const PracticeRecord = Body.extend({
  id: PracticeId,
  caseId: OpenId,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
});
export type PracticeRecord = z.infer<typeof PracticeRecord>;

/** Attempts at practice cases. Each is sealed under its own person's key: how somebody practises is nobody else's business. */
export interface PracticeTable {
  /** The person's own, latest first. `seal` is theirs; what it does not open is left out. */
  list(personId: PersonId, seal: Seal): PracticeRecord[];
  save(owner: { readonly personId: PersonId; readonly seal: Seal }, record: PracticeRecord): void;
  /** Answers whether there was one of theirs to drop. */
  drop(personId: PersonId, id: PracticeId): boolean;
}

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly case_id: string;
  readonly sealed_body: Uint8Array;
  readonly started_at: number;
  readonly finished_at: number | null;
}

export function createPracticeTable(db: Database): PracticeTable {
  const all = db.prepare<[string], Row>(
    "SELECT * FROM practice_attempt WHERE person_id = ? ORDER BY started_at DESC, id",
  );
  const upsert = db.prepare<[Row]>(
    `INSERT INTO practice_attempt (id, person_id, case_id, sealed_body, started_at, finished_at)
     VALUES (@id, @person_id, @case_id, @sealed_body, @started_at, @finished_at)
     ON CONFLICT (id) DO UPDATE SET sealed_body = excluded.sealed_body, finished_at = excluded.finished_at`,
  );
  const remove = db.prepare<[string, string]>("DELETE FROM practice_attempt WHERE person_id = ? AND id = ?");
  return {
    list: (personId, seal) =>
      all.all(personId).flatMap((row) => {
        const body = seal.unseal({ purpose: "practice", id: row.id }, row.sealed_body);
        if (body === undefined) return [];
        return [
          PracticeRecord.parse({
            ...Body.parse(JSON.parse(Buffer.from(body).toString("utf8"))),
            id: row.id,
            caseId: row.case_id,
            startedAt: row.started_at,
            finishedAt: row.finished_at,
          }),
        ];
      }),
    save: ({ personId, seal }, { id, caseId, startedAt, finishedAt, ...body }) => {
      upsert.run({
        id,
        person_id: personId,
        case_id: caseId,
        sealed_body: seal.seal({ purpose: "practice", id }, Buffer.from(toJson(body), "utf8")),
        started_at: startedAt,
        finished_at: finishedAt,
      });
    },
    drop: (personId, id) => remove.run(personId, id).changes > 0,
  };
}
