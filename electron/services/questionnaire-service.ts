import type { ImportId } from "../../shared/domain/ids.ts";
import { ok } from "../../shared/result.ts";
import { enterCase } from "./enter-case.ts";
import { exportQuestionnaire } from "./questionnaire/export-sheet.ts";
import { mergeReply, undoReply } from "./questionnaire/merge-reply.ts";
import type { QuestionnaireParts, QuestionnaireService } from "./questionnaire/questionnaire-parts.ts";
import { type PendingReply, readReply } from "./questionnaire/read-reply.ts";

/** Replies read and not yet merged, kept at once; the oldest goes first. */
const pendingLimit = 3;

export function createQuestionnaireService(parts: QuestionnaireParts): QuestionnaireService {
  const { session, onChange } = parts;
  const pending = new Map<ImportId, PendingReply>();
  return {
    list: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      if (!entered.ok) return entered;
      const { questionnaires } = entered.value.open.tables;
      return ok({
        // The key of the seal stays in the vault.
        questionnaires: questionnaires.list(dossierId).map(({ sealKey: _kept, ...one }) => one),
        replies: questionnaires.replies(dossierId),
      });
    },
    export: async (input) => {
      const exported = await exportQuestionnaire(parts, input);
      if (exported.ok) onChange(input.dossierId);
      return exported;
    },
    beginImport: async (input) => {
      const read = await readReply(parts, input);
      if (!read.ok) return read;
      pending.set(read.value.preview.importId, read.value);
      for (const old of [...pending.keys()].slice(0, -pendingLimit)) pending.delete(old);
      return ok(read.value.preview);
    },
    merge: (input) => {
      const merged = mergeReply(parts, pending.get(input.importId), input);
      if (!merged.ok) return merged;
      pending.delete(input.importId);
      onChange(input.dossierId);
      return merged;
    },
    undo: (input) => {
      const undone = undoReply(parts, input);
      if (undone.ok) onChange(input.dossierId);
      return undone;
    },
    dropImport: ({ importId }) => {
      pending.delete(importId);
      return ok({});
    },
    forget: () => pending.clear(),
  };
}
