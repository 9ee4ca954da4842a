import { createHash } from "node:crypto";
import { findItem, type Template } from "../../../shared/domain/content/template.ts";
import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import { QuestionnaireId } from "../../../shared/domain/ids.ts";
import type { AskedItem, QuestionnaireBinding, QuestionnaireInput } from "../../../shared/domain/questionnaire.ts";
import { dayOf, Instant } from "../../../shared/domain/time.ts";
import { err, ok } from "../../../shared/result.ts";
import { createText } from "../../../shared/strings/text.ts";
import { type SheetWords, writeQuestionnaire } from "../../exchange/questionnaire-sheet.ts";
import { safeFileName } from "../../security/display-name.ts";
import type { StoredQuestionnaire } from "../../vault/tables/questionnaire-table.ts";
import { templateOf } from "../case-file.ts";
import { type Entered, enterCase } from "../enter-case.ts";
import { newId } from "../new-id.ts";
import { saveOutside } from "../save-outside.ts";
import type { QuestionnaireParts, QuestionnaireService } from "./questionnaire-parts.ts";

/**
 * Writes a questionnaire and keeps what was asked. The workbook holds the questions and what the person typed for it, and
 * nothing of the answers, the assessment or the subject.
 */
export async function exportQuestionnaire(
  parts: QuestionnaireParts,
  input: Parameters<QuestionnaireService["export"]>[0],
): ReturnType<QuestionnaireService["export"]> {
  const first = enterCase(parts.session, "work-on-cases", input.dossierId);
  if (!first.ok) return first;
  const allowed = await first.value.open.vault.verifyPassphrase(input.passphrase);
  if (!allowed.ok) return allowed;
  // Deriving the key takes a second, in which the vault may have been locked.
  const entered = enterCase(parts.session, "work-on-cases", input.dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const template = templateOf(open, record);
  const asked = askedItems(entered.value, template, input.questionnaire);
  if (asked === undefined) return err({ code: "unknown-question" });
  const now = parts.clock.nowMs();
  const path = await parts.dialogs.saveFile("questionnaire", safeFileName(`${record.number}-${dayOf(now)}.xlsx`));
  if (path === undefined) return err({ code: "cancelled" });
  if (parts.session.current()?.vault !== open.vault) return err({ code: "vault-locked" });
  const stored = toStored(parts, { entered: entered.value, questionnaire: input.questionnaire, asked, now });
  const bytes = await writeQuestionnaire({
    words: wordsOf(input.questionnaire, record.number),
    lines: asked.map(({ itemId, question }) => ({ itemId, question: question[input.questionnaire.locale] })),
    binding: bindingOf(stored, input.dossierId),
    sealKey: stored.sealKey,
  });
  const saved = await saveOutside(path, [bytes]);
  if (!saved.ok) return saved;
  open.write(() => {
    open.tables.questionnaires.add(input.dossierId, stored);
    open.note("questionnaire-exported", input.dossierId, {
      questionnaire: stored.id,
      items: asked.length,
      purpose: input.purpose,
      file: createHash("sha256").update(bytes).digest("hex"),
    });
  });
  const { sealKey: _kept, ...questionnaire } = stored;
  return ok({ questionnaire });
}

/** What the hidden sheet of a questionnaire says. */
function bindingOf(one: StoredQuestionnaire, dossierId: QuestionnaireBinding["dossierId"]): QuestionnaireBinding {
  return {
    form: "kura-questionnaire",
    version: 1,
    questionnaireId: one.id,
    dossierId,
    templateHash: one.templateHash,
    locale: one.locale,
    itemIds: one.itemIds,
  };
}

/** The chosen items in the order of the checklist; undefined where one is not asked, or twice. */
function askedItems(
  { open, record }: Entered,
  template: Template,
  { itemIds }: QuestionnaireInput,
): AskedItem[] | undefined {
  if (new Set(itemIds).size !== itemIds.length) return undefined;
  const asked = itemIds.flatMap((itemId): AskedItem[] => {
    const item = findItem(template, itemId);
    if (item === undefined) return [];
    const { explanation, fact } = open.tables.answers.get(record.id, itemId);
    return [{ itemId, question: item.question, explanation, fact }];
  });
  return asked.length === itemIds.length ? asked : undefined;
}

interface Leaving {
  readonly entered: Entered;
  readonly questionnaire: QuestionnaireInput;
  readonly asked: AskedItem[];
  readonly now: number;
}

function toStored(
  { random }: QuestionnaireParts,
  { entered, questionnaire, asked, now }: Leaving,
): StoredQuestionnaire {
  return {
    ...questionnaire,
    id: newId(QuestionnaireId, random),
    templateHash: entered.record.templateHash,
    asked,
    sealKey: Buffer.from(random.bytes(32)).toString("hex"),
    exportedAt: Instant.parse(now),
    exportedBy: entered.open.person.displayName,
  };
}

function wordsOf({ locale, recipient, note, dueDay }: QuestionnaireInput, number: string): SheetWords {
  const text = createText(locale);
  const due = dueDay === null ? [] : [text("questionnaire.sheetDue", { day: dueDay })];
  return {
    sheet: text("questionnaire.sheetName"),
    title: text("questionnaire.sheetTitle"),
    lead: [
      text("questionnaire.sheetFor", { recipient, number }),
      ...due,
      ...note.split("\n").filter((line) => line.trim() !== ""),
      text("questionnaire.sheetHow"),
    ],
    number: text("questionnaire.sheetNumber"),
    question: text("questionnaire.sheetQuestion"),
    explanation: text("questionnaire.sheetExplanation"),
    fact: text("questionnaire.sheetFact"),
  };
}
