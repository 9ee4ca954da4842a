import { createHash } from "node:crypto";
import { basename } from "node:path";
import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import { ImportId, Sha256 } from "../../../shared/domain/ids.ts";
import { compareReply, type ReplyPreview } from "../../../shared/domain/questionnaire.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { replyArchiveLimits } from "../../exchange/archive.ts";
import { isSealed } from "../../exchange/questionnaire-sheet.ts";
import type { ReadReply, ReplyStop } from "../../exchange/reply-workbook.ts";
import { displayName } from "../../security/display-name.ts";
import type { StoredQuestionnaire } from "../../vault/tables/questionnaire-table.ts";
import { templateOf } from "../case-file.ts";
import { type Entered, type EntryRefusal, enterCase } from "../enter-case.ts";
import { newId } from "../new-id.ts";
import { readBounded } from "../read-bounded.ts";
import type { QuestionnaireParts, QuestionnaireService } from "./questionnaire-parts.ts";

/** A reply between its comparison and its merge. Held in memory only. */
export interface PendingReply {
  readonly dossierId: Parameters<QuestionnaireService["beginImport"]>[0]["dossierId"];
  readonly fileSha256: Sha256;
  readonly questionnaire: StoredQuestionnaire;
  readonly preview: ReplyPreview;
}

type Refused<C extends string> = { readonly code: C; readonly details?: Readonly<Record<string, string>> };
type ReadRefusal =
  | EntryRefusal
  | Refused<
      "dossier-decided" | "cancelled" | "file-unreadable" | "reply-refused" | "reply-other-case" | "reply-tampered"
    >;

/** Asks for a workbook, reads it in a worker, makes sure that it answers this case, and compares it with what is there. */
export async function readReply(
  parts: QuestionnaireParts,
  { dossierId }: Parameters<QuestionnaireService["beginImport"]>[0],
): Promise<Result<PendingReply, ReadRefusal>> {
  const { session, dialogs, reader, random } = parts;
  const first = enterCase(session, "work-on-cases", dossierId);
  if (!first.ok) return first;
  if (!isOpenForWork(first.value.record.state)) return err({ code: "dossier-decided" });
  const path = await dialogs.openFile("questionnaire-reply");
  if (path === undefined) return err({ code: "cancelled" });
  const bytes = await readBounded(path, replyArchiveLimits.bytes);
  if (!bytes.ok) return bytes.error === "file-too-large" ? refusal("too-large") : err({ code: "file-unreadable" });
  const read = await reader.reply(bytes.value);
  if (!read.ok) return refusal(read.error);
  // Reading takes a while, in which the vault may have been locked or the case changed.
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const found = findQuestionnaire(entered.value, read.value);
  if (!found.ok) return found;
  const fileSha256 = Sha256.parse(createHash("sha256").update(bytes.value).digest("hex"));
  const facts = { importId: newId(ImportId, random), fileName: displayName(basename(path)), fileSha256 };
  return ok({
    dossierId,
    fileSha256,
    questionnaire: found.value,
    preview: previewOf(entered.value, { ...facts, questionnaire: found.value, read: read.value }),
  });
}

function refusal(reason: ReplyStop): Result<never, Refused<"reply-refused">> {
  return err({ code: "reply-refused", details: { reason: reason.replaceAll("-", "_") } });
}

/** The sheet that a reply answers, if it left this very case and its binding is as it was. */
function findQuestionnaire(
  { open, record }: Entered,
  { binding, seal }: ReadReply,
): Result<StoredQuestionnaire, Refused<"reply-other-case" | "reply-tampered">> {
  const stored = open.tables.questionnaires.list(record.id).find((one) => one.id === binding.questionnaireId);
  if (stored === undefined || binding.dossierId !== record.id) return err({ code: "reply-other-case" });
  return isSealed(binding, stored.sealKey, seal) ? ok(stored) : err({ code: "reply-tampered" });
}

interface Compared {
  readonly importId: ImportId;
  readonly fileName: string;
  readonly fileSha256: Sha256;
  readonly questionnaire: StoredQuestionnaire;
  readonly read: ReadReply;
}

function previewOf(
  { open, record }: Entered,
  { importId, fileName, fileSha256, questionnaire, read }: Compared,
): ReplyPreview {
  const compared = compareReply({
    questionnaire,
    lines: read.lines,
    template: templateOf(open, record),
    answers: open.tables.answers.list(record.id),
  });
  const replies = open.tables.questionnaires.replies(record.id);
  return {
    importId,
    fileName,
    questionnaireId: questionnaire.id,
    recipient: questionnaire.recipient,
    exportedAt: questionnaire.exportedAt,
    isOtherVersion: questionnaire.templateHash !== record.templateHash,
    isRepeated: replies.some((reply) => reply.undoneAt === null && reply.fileSha256 === fileSha256),
    ...compared,
  };
}
