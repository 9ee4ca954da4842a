import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { type Day, Instant } from "../../../shared/domain/time.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { Clock } from "../../ports.ts";
import { enterCase } from "../enter-case.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "../session.ts";

interface DueDay {
  readonly dossierId: DossierId;
  readonly dueDay: Day | null;
}

/** Sets due days of several cases together. */
export interface DueDayService {
  setDueDays(input: {
    readonly changes: readonly DueDay[];
  }): Result<{ before: DueDay[]; refused: { dossierId: DossierId; code: string }[] }, Locked | NotPermitted>;
}

interface Parts {
  readonly session: Session;
  readonly clock: Clock;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createDueDayService({ session, clock, onChange }: Parts): DueDayService {
  function change(open: OpenSession, { dossierId, dueDay }: DueDay): Result<DueDay, { readonly code: string }> {
    const entered = enterCase(session, "work-on-cases", dossierId);
    if (!entered.ok) return entered;
    const { record } = entered.value;
    if (!isOpenForWork(record.state)) return { ok: false, error: { code: "dossier-decided" } };
    open.note("dossier-changed", dossierId, { field: "due-day" });
    open.tables.dossiers.save({ ...record, dueDay, updatedAt: Instant.parse(clock.nowMs()) });
    return ok({ dossierId, dueDay: record.dueDay });
  }
  return {
    setDueDays: ({ changes }) => {
      const entered = session.enter("work-on-cases");
      if (!entered.ok) return entered;
      const open = entered.value;
      const outcomes = open.write(() =>
        changes.map((one) => ({ dossierId: one.dossierId, outcome: change(open, one) })),
      );
      const before = outcomes.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
      const refused = outcomes.flatMap(({ dossierId, outcome }) =>
        outcome.ok ? [] : [{ dossierId, code: outcome.error.code }],
      );
      for (const { dossierId } of before) onChange(dossierId);
      return ok({ before, refused });
    },
  };
}
