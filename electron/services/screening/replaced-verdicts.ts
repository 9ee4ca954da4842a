import type { DossierId, HitId } from "../../../shared/domain/ids.ts";
import { subjectFacts } from "../../../shared/domain/judging/pair-facts.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import type { SaidOfHit } from "../../vault/tables/screening-table.ts";
import type { OpenSession } from "../session.ts";
import { factsHash } from "./kept-verdicts.ts";

interface Replaced {
  readonly said: SaidOfHit;
  /** What the hit, its entry and its subject said once the verdict was given or taken back. */
  readonly left: string;
}

/** What had been said of hits before it was replaced, while the vault stays open, so that the replacing can be undone. */
export interface ReplacedVerdicts {
  /** Looks at hits before verdicts on them change; call what it answers after, inside the same transaction. */
  watch(open: OpenSession, dossierId: DossierId, hitIds: readonly HitId[]): () => void;
  /** What had been said of the hit; undefined where anybody has said or changed anything since. */
  find(open: OpenSession, dossierId: DossierId, hitId: HitId): SaidOfHit | undefined;
  forget(open: OpenSession, hitIds: readonly HitId[]): void;
}

export function createReplacedVerdicts(): ReplacedVerdicts {
  // What was held of a vault goes with it.
  const held = new WeakMap<OpenSession["vault"], Map<HitId, Replaced>>();
  const of = ({ vault }: OpenSession): Map<HitId, Replaced> => {
    const known = held.get(vault) ?? new Map<HitId, Replaced>();
    held.set(vault, known);
    return known;
  };
  return {
    watch: (open, dossierId, hitIds) => {
      const before = hitIds.map((hitId) => [hitId, open.tables.screening.findHit(dossierId, hitId)?.hit] as const);
      return () => {
        for (const [hitId, hit] of before)
          if (hit !== undefined) of(open).set(hitId, { said: saidOf(hit), left: stateOf(open, dossierId, hitId) });
      };
    },
    find: (open, dossierId, hitId) => {
      const replaced = of(open).get(hitId);
      return replaced?.left === stateOf(open, dossierId, hitId) ? replaced.said : undefined;
    },
    forget: (open, hitIds) => {
      for (const hitId of hitIds) of(open).delete(hitId);
    },
  };
}

function saidOf(hit: Hit): SaidOfHit {
  const { judgement, judgedAt, judgedBy, judgedById, awaitsSecondPerson, second, reopened } = hit;
  return { judgement, judgedAt, judgedBy, judgedById, awaitsSecondPerson, second, reopened };
}

/** Everything a verdict is bound to, and what is said of the hit now. */
function stateOf({ tables }: OpenSession, dossierId: DossierId, hitId: HitId): string {
  const record = tables.screening.findHit(dossierId, hitId);
  const subject = tables.subjects.list(dossierId).find((one) => one.id === record?.hit.subjectId);
  if (record === undefined || subject === undefined) return "";
  return JSON.stringify([record.entryHash, factsHash(subjectFacts(subject)), saidOf(record.hit)]);
}
