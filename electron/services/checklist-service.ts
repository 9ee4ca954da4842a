import type { Answer, AnswerBody, AnswerPatch } from "../../shared/domain/answer.ts";
import { isInScale } from "../../shared/domain/checklist.ts";
import { findItem, type Template } from "../../shared/domain/content/template.ts";
import type { SourceType } from "../../shared/domain/content/vocabulary.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import type { DossierId, ItemId } from "../../shared/domain/ids.ts";
import { mayExtend } from "../../shared/domain/stop-rules.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import { templateOf } from "./case-file.ts";
import { type Entered, type EntryRefusal, enterCase } from "./enter-case.ts";
import type { OpenSession, Session } from "./session.ts";

type RecordRefusal =
  | EntryRefusal
  | {
      readonly code:
        | "dossier-decided"
        | "unknown-question"
        | "answer-not-in-scale"
        | "extension-refused"
        | "stale-revision";
    };
type RunRefusal = EntryRefusal | { readonly code: "dossier-decided" | "run-refused" };

/** Answers, and what the checklist asks. */
export interface ChecklistService {
  open(input: { dossierId: DossierId }): Result<{ template: Template; answers: Answer[] }, EntryRefusal>;
  /** Writes the changed fields and the audit entry together, or neither. */
  record(input: {
    dossierId: DossierId;
    itemId: ItemId;
    baseRevision: number;
    patch: AnswerPatch;
    reason?: string | undefined;
  }): Result<{ revision: number; savedAt: Instant }, RecordRefusal>;
  /** Says in the trail that a run under one statement on the sources begins; it records no look by itself. */
  beginRun(input: { dossierId: DossierId; sources: readonly SourceType[] }): Result<Nothing, RunRefusal>;
  history(input: { dossierId: DossierId; itemId: ItemId }): Result<{ answers: Answer[] }, EntryRefusal>;
}

export interface ChecklistServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  /** Called inside the transaction after an answer changed: the depth that the rules give may have moved. */
  readonly afterAnswer: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createChecklistService(parts: ChecklistServiceParts): ChecklistService {
  const { session } = parts;
  return {
    open: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      if (!entered.ok) return entered;
      const { open, record } = entered.value;
      return ok({ template: templateOf(open, record), answers: open.tables.answers.list(dossierId) });
    },
    record: (input) => {
      const entered = enterCase(session, "work-on-cases", input.dossierId);
      if (!entered.ok) return entered;
      const outcome = entered.value.open.write(() => recordAnswer(parts, entered.value, input));
      if (outcome.ok) parts.onChange(input.dossierId);
      return outcome;
    },
    beginRun: ({ dossierId, sources }) => {
      const entered = enterCase(session, "work-on-cases", dossierId);
      if (!entered.ok) return entered;
      const { open, record } = entered.value;
      if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
      // Deeper enquiries rest on looks taken for the very item.
      if (record.depth !== "light") return err({ code: "run-refused" });
      if (sources.includes("list_pack") && !open.tables.screening.isScreened(dossierId))
        return err({ code: "run-refused" });
      open.write(() => open.note("fast-run-begun", dossierId, { sources: new Set(sources).size }));
      return ok({});
    },
    history: ({ dossierId, itemId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? ok({ answers: entered.value.open.tables.answers.history(dossierId, itemId) }) : entered;
    },
  };
}

interface AnswerChange {
  readonly dossierId: DossierId;
  readonly itemId: ItemId;
  readonly baseRevision: number;
  readonly patch: AnswerPatch;
  readonly reason?: string | undefined;
}

function recordAnswer(
  { clock, afterAnswer }: ChecklistServiceParts,
  { open, record }: Entered,
  { dossierId, itemId, baseRevision, patch, reason = "" }: AnswerChange,
): Result<{ revision: number; savedAt: Instant }, RecordRefusal> {
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const template = templateOf(open, record);
  const item = findItem(template, itemId);
  if (item === undefined) return err({ code: "unknown-question" });
  if (patch.answer !== undefined && !isInScale(template, patch.answer)) return err({ code: "answer-not-in-scale" });
  if (!isExtensionFit(patch, mayExtend(item, record.triage.techTier))) return err({ code: "extension-refused" });
  const before = open.tables.answers.get(dossierId, itemId);
  if (before.revision !== baseRevision) return err({ code: "stale-revision" });
  const savedAt = Instant.parse(clock.nowMs());
  const body = merge(before, patch);
  const by = open.person.displayName;
  const revision = open.tables.answers.put({ dossierId, itemId, body, atMs: savedAt, by, reason });
  const reasoned = reason === "" ? {} : { reasoned: true };
  open.note("answer-recorded", dossierId, { item: itemId, revision, answer: body.answer, ...reasoned });
  if (patch.answer !== undefined || patch.confirmedBySubject !== undefined) afterAnswer(open, dossierId);
  return ok({ revision, savedAt });
}

function isExtensionFit({ extension }: AnswerPatch, isAllowed: boolean): boolean {
  return extension === undefined || extension === null || (isAllowed && extension.reason.trim() !== "");
}

/** The answer with the changed fields in place, without the columns that the table keeps itself. */
function merge(before: Answer, patch: AnswerPatch): AnswerBody {
  const { itemId: _item, revision: _revision, updatedAt: _at, updatedBy: _by, ...body } = before;
  // A field left out keeps its value; zod's `partial` types it as possibly undefined, which never arrives as JSON.
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return { ...body, ...given };
}
