import { z } from "zod";
import type { Answer } from "./answer.ts";
import { Bilingual } from "./content/bilingual.ts";
import { findItem, type TemplateFile } from "./content/template.ts";
import { DossierId, ImportId, ItemId, QuestionnaireId, ReplyId, Sha256 } from "./ids.ts";
import { isStorable, line, text, textLimits } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** The parts of an answer that somebody outside may fill in. */
const replyFields = ["explanation", "fact"] as const;
export const ReplyField = z.enum(replyFields);
export type ReplyField = z.infer<typeof ReplyField>;

/** Most items one sheet asks. */
export const questionnaireItemLimit = 200;

/** What is asked of whom. */
export const QuestionnaireInput = z.strictObject({
  itemIds: z.array(ItemId).min(1).max(questionnaireItemLimit),
  locale: z.enum(["ja", "en"]),
  /** Who is asked, as the host unit or the partner; stands in the sheet and in the note of origin. */
  recipient: line(textLimits.title).min(1),
  /** A few words at the head of the sheet. */
  note: text(textLimits.note),
  dueDay: Day.nullable(),
});
export type QuestionnaireInput = z.infer<typeof QuestionnaireInput>;

/** What the hidden sheet says, and what the seal over it covers. */
export const QuestionnaireBinding = z.strictObject({
  form: z.literal("kura-questionnaire"),
  version: z.literal(1),
  questionnaireId: QuestionnaireId,
  dossierId: DossierId,
  templateHash: Sha256,
  locale: z.enum(["ja", "en"]),
  itemIds: z.array(ItemId).min(1).max(questionnaireItemLimit),
});
export type QuestionnaireBinding = z.infer<typeof QuestionnaireBinding>;

/** An answer's open fields at the moment the sheet left. */
export const AskedItem = z.object({
  itemId: ItemId,
  question: Bilingual,
  explanation: z.string(),
  fact: z.string(),
});
export type AskedItem = z.infer<typeof AskedItem>;

/** A sheet that was sent out. */
export const Questionnaire = QuestionnaireInput.extend({
  id: QuestionnaireId,
  templateHash: Sha256,
  asked: z.array(AskedItem),
  exportedAt: Instant,
  exportedBy: z.string(),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/** One filled line as it came in. */
export interface ReplyLine {
  /** Row in the sheet, from 1. */
  readonly row: number;
  readonly itemId: string;
  readonly question: string;
  readonly explanation: string;
  readonly fact: string;
}

/**
 * How one field of a reply stands to the case: `same` is there already, `new` fills an empty field, `changed` finds what
 * stood there when the sheet left, `conflict` finds that the case has changed meanwhile.
 */
export const ReplyState = z.enum(["same", "new", "changed", "conflict"]);
export type ReplyState = z.infer<typeof ReplyState>;

/** What to do with one field. */
export const ReplyTake = z.enum(["replace", "append", "skip"]);
export type ReplyTake = z.infer<typeof ReplyTake>;

/** One field of a reply beside what the case holds. */
export const ReplyDifference = z.object({
  itemId: ItemId,
  field: ReplyField,
  question: z.string(),
  asked: z.string(),
  now: z.string(),
  reply: z.string(),
  /** Revision of the answer that `now` was read from. */
  revision: z.int().nonnegative(),
  state: ReplyState,
  /** Null where only a person can say. */
  suggested: ReplyTake.nullable(),
});
export type ReplyDifference = z.infer<typeof ReplyDifference>;

/** Why a line of a reply cannot go into an answer; its text is kept with the reply. */
export const ReplyRemark = z.object({
  code: z.enum([
    "not-asked",
    "item-gone",
    "item-reworded",
    "question-altered",
    "line-twice",
    "line-missing",
    "text-too-long",
    "text-invalid",
  ]),
  itemId: z.string().max(40),
  row: z.int().positive().nullable(),
  /** What was written, where it has no answer to go to. */
  text: z.string(),
});
export type ReplyRemark = z.infer<typeof ReplyRemark>;

/** A reply read and compared; nothing is stored yet. */
export const ReplyPreview = z.object({
  importId: ImportId,
  fileName: z.string(),
  questionnaireId: QuestionnaireId,
  recipient: z.string(),
  exportedAt: Instant,
  /** The case has gone on with another version of its template since the sheet left. */
  isOtherVersion: z.boolean(),
  /** This very file has been taken in before. */
  isRepeated: z.boolean(),
  differences: z.array(ReplyDifference),
  remarks: z.array(ReplyRemark),
  /** Fields left empty. */
  empty: z.int().nonnegative(),
});
export type ReplyPreview = z.infer<typeof ReplyPreview>;

/** One choice of the person who merges. */
export const ReplyChoice = z.strictObject({ itemId: ItemId, field: ReplyField, take: ReplyTake });
export type ReplyChoice = z.infer<typeof ReplyChoice>;

/** One field that a reply changed. */
export const MergedField = z.object({
  itemId: ItemId,
  field: ReplyField,
  take: z.enum(["replace", "append"]),
  before: z.string(),
  after: z.string(),
  /** The answer's revision after the change. */
  revision: z.int().positive(),
});
export type MergedField = z.infer<typeof MergedField>;

/** A reply that was taken in. */
export const QuestionnaireReply = z.object({
  id: ReplyId,
  questionnaireId: QuestionnaireId,
  fileSha256: Sha256,
  merged: z.array(MergedField),
  remarks: z.array(ReplyRemark),
  mergedAt: Instant,
  mergedBy: z.string(),
  undoneAt: Instant.nullable(),
});
export type QuestionnaireReply = z.infer<typeof QuestionnaireReply>;

/** A text as it is compared: line ends and blanks at the ends do not count, nothing else is changed. */
function plain(value: string): string {
  return value.replace(/\r\n?/gu, "\n").trim();
}

/** What a merge rests on. */
export interface MergeCase {
  readonly questionnaire: Pick<Questionnaire, "asked" | "locale">;
  readonly lines: readonly ReplyLine[];
  readonly template: Pick<TemplateFile, "sections">;
  readonly answers: readonly Answer[];
}

/** Compares a reply with the case. Every filled field is a difference or a remark: nothing that was written is dropped. */
export function compareReply(one: MergeCase): Pick<ReplyPreview, "differences" | "remarks" | "empty"> {
  const { questionnaire, lines } = one;
  const asked = new Map<string, AskedItem>(questionnaire.asked.map((item) => [item.itemId, item]));
  const seen = new Set<string>();
  const differences: ReplyDifference[] = [];
  const remarks: ReplyRemark[] = [];
  let empty = 0;
  for (const reply of lines) {
    const item = asked.get(reply.itemId);
    const refused = item === undefined ? "not-asked" : seen.has(reply.itemId) ? "line-twice" : undefined;
    if (item === undefined || refused !== undefined) {
      remarks.push(...kept(refused ?? "not-asked", reply));
      continue;
    }
    seen.add(reply.itemId);
    const found = compareLine(one, item, reply);
    differences.push(...found.differences);
    remarks.push(...found.remarks);
    empty += found.empty;
  }
  for (const item of questionnaire.asked)
    if (!seen.has(item.itemId)) remarks.push({ code: "line-missing", itemId: item.itemId, row: null, text: "" });
  return { differences, remarks, empty };
}

/** Everything written in a line that has no answer to go to. */
function kept(code: ReplyRemark["code"], reply: ReplyLine): ReplyRemark[] {
  const text = [reply.explanation, reply.fact]
    .map(plain)
    .filter((part) => part !== "")
    .join("\n");
  const itemId = /^[A-Za-z0-9_.-]{1,40}$/u.test(reply.itemId) ? reply.itemId : "";
  return text === "" ? [] : [{ code, itemId, row: reply.row, text }];
}

function compareLine(
  { questionnaire, template, answers }: MergeCase,
  item: AskedItem,
  reply: ReplyLine,
): Pick<ReplyPreview, "differences" | "remarks" | "empty"> {
  const current = findItem(template, item.itemId);
  const question = item.question[questionnaire.locale];
  if (current === undefined) return { differences: [], remarks: kept("item-gone", reply), empty: 0 };
  const remarks: ReplyRemark[] = [];
  const remark = (code: ReplyRemark["code"], text = ""): void => {
    remarks.push({ code, itemId: item.itemId, row: reply.row, text });
  };
  if (current.question[questionnaire.locale] !== question) remark("item-reworded");
  if (plain(reply.question) !== plain(question)) remark("question-altered", plain(reply.question));
  const answer = answers.find((one) => one.itemId === item.itemId);
  let empty = 0;
  const differences = replyFields.flatMap((field): ReplyDifference[] => {
    const written = plain(reply[field]);
    if (written === "") {
      empty += 1;
      return [];
    }
    const fault = faultOf(written);
    if (fault !== undefined) {
      remark(fault, written);
      return [];
    }
    const now = answer?.[field] ?? "";
    const state = stateOf(written, now, item[field]);
    return [
      {
        itemId: item.itemId,
        field,
        question,
        asked: item[field],
        now,
        reply: written,
        revision: answer?.revision ?? 0,
        state,
        suggested: suggestions[state],
      },
    ];
  });
  return { differences, remarks, empty };
}

function faultOf(written: string): "text-too-long" | "text-invalid" | undefined {
  if (!isStorable(written)) return "text-invalid";
  // Room for the note of origin, and for what stands there where it is appended.
  return written.length > textLimits.longText - textLimits.shortNote ? "text-too-long" : undefined;
}

const suggestions: Readonly<Record<ReplyState, ReplyTake | null>> = {
  same: "skip",
  new: "replace",
  changed: "append",
  conflict: null,
};

function stateOf(reply: string, now: string, asked: string): ReplyState {
  const present = plain(now);
  if (present === reply || present.endsWith(`\n${reply}`)) return "same";
  if (present === "") return "new";
  return present === plain(asked) ? "changed" : "conflict";
}

/** The field after a choice: the note of origin, and under it what was written; above it what stood there, where it stays. */
export function mergedText(now: string, reply: string, take: "replace" | "append", origin: string): string {
  const written = `${origin}\n${reply}`;
  return take === "append" && plain(now) !== "" ? `${now}\n\n${written}` : written;
}
