import type { Answer, AnswerBody } from "../../../shared/domain/answer.ts";
import { findItem } from "../../../shared/domain/content/template.ts";
import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import { type DossierId, type ItemId, ReplyId } from "../../../shared/domain/ids.ts";
import {
  type MergedField,
  mergedText,
  type QuestionnaireReply,
  type ReplyChoice,
  type ReplyDifference,
} from "../../../shared/domain/questionnaire.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { dayOf, Instant } from "../../../shared/domain/time.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { createText } from "../../../shared/strings/text.ts";
import { templateOf } from "../case-file.ts";
import { type Entered, enterCase } from "../enter-case.ts";
import { keepPoint } from "../history/points.ts";
import { newId } from "../new-id.ts";
import type { OpenSession } from "../session.ts";
import type { QuestionnaireParts, QuestionnaireService } from "./questionnaire-parts.ts";
import type { PendingReply } from "./read-reply.ts";

type MergeInput = Parameters<QuestionnaireService["merge"]>[0];

/** What one answer becomes. */
interface Change {
  readonly itemId: ItemId;
  readonly body: AnswerBody;
  readonly fields: readonly Omit<MergedField, "revision">[];
}

/** Writes the chosen fields of a reply into the answers and keeps the reply with what it changed, all or none. */
export function mergeReply(
  parts: QuestionnaireParts,
  pending: PendingReply | undefined,
  { dossierId, choices }: MergeInput,
): ReturnType<QuestionnaireService["merge"]> {
  const entered = enterCase(parts.session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  if (pending === undefined || pending.dossierId !== dossierId) return err({ code: "unknown-import" });
  const changes = planChanges(parts, entered.value, pending, choices);
  if (!changes.ok) return changes;
  const reply = open.write(() => {
    const at = Instant.parse(parts.clock.nowMs());
    keepPoint(open, parts.clock, { dossierId, kind: "before-import", name: "" });
    const merged = changes.value.flatMap((change) => writeChange(open, dossierId, change, at));
    const whole: QuestionnaireReply = {
      id: newId(ReplyId, parts.random),
      questionnaireId: pending.questionnaire.id,
      fileSha256: pending.fileSha256,
      merged,
      remarks: pending.preview.remarks,
      mergedAt: at,
      mergedBy: open.person.displayName,
      undoneAt: null,
    };
    open.tables.questionnaires.addReply(dossierId, whole);
    open.note("questionnaire-merged", dossierId, {
      questionnaire: whole.questionnaireId,
      reply: whole.id,
      fields: merged.length,
      left: pending.preview.differences.length - merged.length,
      file: pending.fileSha256,
    });
    parts.afterAnswer(open, dossierId);
    return whole;
  });
  return ok({ reply });
}

function planChanges(
  { clock }: QuestionnaireParts,
  { open, record }: Entered,
  { preview, questionnaire }: PendingReply,
  choices: readonly ReplyChoice[],
): Result<Change[], { readonly code: "unknown-question" | "stale-revision" | "text-too-long" }> {
  const text = createText(questionnaire.locale);
  const { recipient } = questionnaire;
  const origin = text("questionnaire.origin", { recipient, day: dayOf(clock.nowMs()) });
  const template = templateOf(open, record);
  const taken = choices.filter((choice) => choice.take !== "skip");
  const changes = new Map<ItemId, Change>();
  for (const choice of taken) {
    const difference = differenceFor(preview.differences, choice);
    if (difference === undefined || findItem(template, choice.itemId) === undefined)
      return err({ code: "unknown-question" });
    const answer = open.tables.answers.get(record.id, choice.itemId);
    // The person chose by what the page showed; whatever changed since is shown before anything is written.
    if (answer.revision !== difference.revision) return err({ code: "stale-revision" });
    const before = answer[choice.field];
    const take = choice.take === "append" ? "append" : "replace";
    const after = mergedText(before, difference.reply, take, origin);
    if (after.length > textLimits.longText) return err({ code: "text-too-long" });
    const sofar = changes.get(choice.itemId) ?? { itemId: choice.itemId, body: bodyOf(answer), fields: [] };
    changes.set(choice.itemId, {
      ...sofar,
      body: { ...sofar.body, [choice.field]: after },
      fields: [...sofar.fields, { itemId: choice.itemId, field: choice.field, take, before, after }],
    });
  }
  return ok([...changes.values()]);
}

function differenceFor(differences: readonly ReplyDifference[], choice: ReplyChoice): ReplyDifference | undefined {
  return differences.find((one) => one.itemId === choice.itemId && one.field === choice.field);
}

function bodyOf({ itemId: _item, revision: _revision, updatedAt: _at, updatedBy: _by, ...body }: Answer): AnswerBody {
  return body;
}

function writeChange(open: OpenSession, dossierId: DossierId, change: Change, at: Instant): MergedField[] {
  const { itemId, body, fields } = change;
  const revision = open.tables.answers.put({ dossierId, itemId, body, atMs: at, by: open.person.displayName });
  open.note("answer-recorded", dossierId, { item: itemId, revision, answer: body.answer });
  return fields.map((field) => ({ ...field, revision }));
}

/** Puts back what a reply changed. An answer that somebody has changed since is left as it is. */
export function undoReply(
  { session, clock, afterAnswer }: QuestionnaireParts,
  { dossierId, replyId }: Parameters<QuestionnaireService["undo"]>[0],
): ReturnType<QuestionnaireService["undo"]> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const reply = open.tables.questionnaires.replies(dossierId).find((one) => one.id === replyId);
  if (reply === undefined || reply.undoneAt !== null) return err({ code: "unknown-reply" });
  return open.write(() => {
    const at = Instant.parse(clock.nowMs());
    let restored = 0;
    for (const [itemId, fields] of Map.groupBy(reply.merged, (field) => field.itemId)) {
      const answer = open.tables.answers.get(dossierId, itemId);
      const still = fields.filter((one) => answer[one.field] === one.after);
      if (still.length === 0) continue;
      const before = Object.fromEntries(still.map((one) => [one.field, one.before]));
      const change = { itemId, body: { ...bodyOf(answer), ...before }, fields: [] };
      writeChange(open, dossierId, change, at);
      restored += still.length;
    }
    open.tables.questionnaires.setUndone(dossierId, replyId, at);
    const left = reply.merged.length - restored;
    open.note("questionnaire-undone", dossierId, { reply: replyId, restored, left });
    afterAnswer(open, dossierId);
    return ok({ restored, left });
  });
}
