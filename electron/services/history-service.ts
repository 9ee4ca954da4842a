import type { z } from "zod";
import type { FieldChange, FieldName, KnownPart, NamedDifference } from "../../shared/contract/calls/history.ts";
import {
  type CaseParts,
  type Difference,
  differencesBetween,
  shownDifference,
} from "../../shared/domain/case-parts.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import type { Moment, RecoveryPoint } from "../../shared/domain/history.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import type { Assessment } from "../../shared/domain/risk/assessment.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { refreshDepth } from "./depth.ts";
import { type Entered, type EntryRefusal, enterCase } from "./enter-case.ts";
import { partsAt, reachOf } from "./history/case-parts.ts";
import { fieldChanges, partsInState } from "./history/field-changes.ts";
import { assessmentOf, knownCase } from "./history/known-case.ts";
import { keepPoint } from "./history/points.ts";
import { putBack } from "./history/restore.ts";
import { shownParts, titleIn } from "./history/shown.ts";
import type { OpenSession, Session } from "./session.ts";

type Refused<C extends string> = { readonly code: C };
type OfCase = { readonly dossierId: DossierId };
type NoPoint = Refused<"unknown-point">;
type Frozen = Refused<"dossier-decided">;
type Reasoned = { readonly reason?: string | undefined };

/** Looks back over a case, and puts back. */
export interface HistoryService {
  moments(input: OfCase): Result<{ beginsAt: Instant; minutes: Instant[]; points: RecoveryPoint[] }, EntryRefusal>;
  known(
    input: OfCase & { moment: Moment },
  ): Result<
    { at: Instant; parts: KnownPart[]; assessment: Assessment | null; differences: NamedDifference[] },
    EntryRefusal | NoPoint
  >;
  compare(
    input: OfCase & { from: Moment; to: Moment },
  ): Result<{ differences: NamedDifference[] }, EntryRefusal | NoPoint>;
  field(input: OfCase & { name: FieldName }): Result<{ changes: z.input<typeof FieldChange>[] }, EntryRefusal>;
  makePoint(input: OfCase & { name: string }): Result<RecoveryPoint, EntryRefusal | Frozen>;
  /** What is put back is a change like any other: it stands in the history, and can be taken back from there. */
  restore(
    input: OfCase & Reasoned & { moment: Moment; fields: "all" | readonly FieldName[] },
  ): Result<
    { restored: number; left: NamedDifference[]; point: RecoveryPoint | null },
    EntryRefusal | Frozen | NoPoint
  >;
  restoreState(
    input: OfCase & Reasoned & { name: FieldName; state: number },
  ): Result<{ restored: number }, EntryRefusal | Frozen | NoPoint>;
  giveReason(input: OfCase & { reason: string }): Result<Nothing, EntryRefusal>;
}

export interface HistoryServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly content: Content;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createHistoryService(parts: HistoryServiceParts): HistoryService {
  const { session } = parts;
  const read = <T, E = never>(
    dossierId: DossierId,
    work: (entered: Entered) => Result<T, E>,
  ): Result<T, E | EntryRefusal> => {
    const entered = enterCase(session, "read-cases", dossierId);
    return entered.ok ? work(entered.value) : entered;
  };
  return {
    moments: ({ dossierId }) => read(dossierId, ({ open, record }) => ok(momentsOf(open, record))),
    known: ({ dossierId, moment }) => read(dossierId, (entered) => known(parts, entered, moment)),
    compare: ({ dossierId, from, to }) =>
      read(dossierId, ({ open, record }) => {
        const before = partsOf(open, record, from);
        if (!before.ok) return before;
        const after = partsOf(open, record, to);
        if (!after.ok) return after;
        return ok({ differences: named(before.value, after.value) });
      }),
    field: ({ dossierId, name }) => read(dossierId, ({ open }) => ok({ changes: fieldChanges(open, dossierId, name) })),
    makePoint: ({ dossierId, name }) => {
      const entered = enterCase(session, "work-on-cases", dossierId);
      if (!entered.ok) return entered;
      const { open, record } = entered.value;
      if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
      return ok(open.write(() => keepPoint(open, parts.clock, { dossierId, kind: "named", name })));
    },
    restore: (input) => restore(parts, input),
    restoreState: (input) => restoreState(parts, input),
    giveReason: ({ dossierId, reason }) => {
      const entered = enterCase(session, "work-on-cases", dossierId);
      if (!entered.ok) return entered;
      entered.value.open.reasons.give(dossierId, reason);
      return ok({});
    },
  };
}

const minuteMs = 60_000;

function momentsOf(
  { tables }: OpenSession,
  record: DossierRecord,
): { beginsAt: Instant; minutes: Instant[]; points: RecoveryPoint[] } {
  const moments = [...tables.history.times(record.id), ...tables.answers.times(record.id)];
  // The end of the minute: what was known when it was over.
  const minutes = new Set(moments.map((atMs) => Math.floor(atMs / minuteMs) * minuteMs + minuteMs - 1));
  const sorted = [...minutes].filter((atMs) => atMs >= record.createdAt).sort((a, b) => a - b);
  return {
    beginsAt: record.createdAt,
    minutes: sorted.map((atMs) => Instant.parse(atMs)),
    points: tables.points.list(record.id),
  };
}

function partsOf({ tables }: OpenSession, record: DossierRecord, moment: Moment): Result<CaseParts, NoPoint> {
  const reach = reachOf(tables, record.id, moment);
  return reach.ok ? ok(partsAt(tables, record, reach.value)) : reach;
}

/** What differs, with the words that tell which row it is about, and masks over what is shown only on asking. */
function named(before: CaseParts, after: CaseParts): NamedDifference[] {
  return nameAll(differencesBetween(before, after), before, after);
}

function nameAll(differences: readonly Difference[], before: CaseParts, after: CaseParts): NamedDifference[] {
  return differences.map((one) => {
    const body = after.get(one.place)?.get(one.rowId) ?? before.get(one.place)?.get(one.rowId);
    return { ...shownDifference(one), title: titleIn(one.place, body) };
  });
}

function known(
  { content, clock }: HistoryServiceParts,
  { open, record }: Entered,
  moment: Moment,
): Result<{ at: Instant; parts: KnownPart[]; assessment: Assessment | null; differences: NamedDifference[] }, NoPoint> {
  const then = partsOf(open, record, moment);
  if (!then.ok) return then;
  const now = partsOf(open, record, { kind: "now" });
  if (!now.ok) return now;
  const point = moment.kind === "point" ? open.tables.points.find(record.id, moment.number)?.point.at : undefined;
  const at = moment.kind === "time" ? moment.at : (point ?? Instant.parse(clock.nowMs()));
  return ok({
    at,
    parts: shownParts(then.value),
    assessment: assessmentOf(knownCase(open, record, then.value), content),
    differences: named(then.value, now.value),
  });
}

function isNamed(fields: "all" | readonly FieldName[]): (difference: Difference) => boolean {
  if (fields === "all") return () => true;
  const wanted = new Set(fields.map(({ place, rowId, field }) => `${place}/${rowId}/${field}`));
  return ({ place, rowId, field }) => wanted.has(`${place}/${rowId}/${field}`);
}

function restore(
  { session, clock, content, onChange }: HistoryServiceParts,
  { dossierId, moment, fields, reason = "" }: Parameters<HistoryService["restore"]>[0],
): ReturnType<HistoryService["restore"]> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const then = partsOf(open, record, moment);
  if (!then.ok) return then;
  const now = partsOf(open, record, { kind: "now" });
  if (!now.ok) return now;
  const done = open.write(() => {
    const point = fields === "all" ? keepPoint(open, clock, { dossierId, kind: "before-restore", name: "" }) : null;
    const back = { open, record, past: then.value, now: now.value, atMs: clock.nowMs(), isWanted: isNamed(fields) };
    const { restored, left } = open.because({ reason, origin: "restore" }, () => putBack(back));
    refreshDepth(open, dossierId, content);
    open.note("state-restored", dossierId, { parts: restored.length });
    return { restored: restored.length, left: nameAll(left, now.value, then.value), point };
  });
  onChange(dossierId);
  return ok(done);
}

function restoreState(
  { session, clock, content, onChange }: HistoryServiceParts,
  { dossierId, name, state, reason = "" }: Parameters<HistoryService["restoreState"]>[0],
): ReturnType<HistoryService["restoreState"]> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const then = partsInState(open, dossierId, { name, state });
  if (then === undefined) return err({ code: "unknown-point" });
  const now = partsOf(open, record, { kind: "now" });
  if (!now.ok) return now;
  const restored = open.write(() => {
    const back = { open, record, past: then, now: now.value, atMs: clock.nowMs(), isWanted: isNamed([name]) };
    const done = open.because({ reason, origin: "restore" }, () => putBack(back));
    refreshDepth(open, dossierId, content);
    open.note("state-restored", dossierId, { parts: done.restored.length });
    return done.restored.length;
  });
  onChange(dossierId);
  return ok({ restored });
}
