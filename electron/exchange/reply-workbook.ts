import readExcelFile, { type CellValue, type Sheet } from "read-excel-file/universal";
import { QuestionnaireBinding, questionnaireItemLimit, type ReplyLine } from "../../shared/domain/questionnaire.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type ArchiveStop, openArchive, replyArchiveLimits } from "./archive.ts";
import { bindingSheetName, lineMark, sheetColumns, unguarded } from "./sheet-layout.ts";

/** A filled questionnaire as it was read; nothing in it is trusted yet. */
export interface ReadReply {
  readonly binding: QuestionnaireBinding;
  readonly seal: string;
  readonly lines: readonly ReplyLine[];
}

/** Why a workbook is no reply. */
export type ReplyStop = ArchiveStop | "unreadable" | "no-binding" | "no-lines" | "too-many-lines" | "too-slow";

/** Rows looked at for the heading of the lines, and lines read at most: an office may insert some, not thousands. */
const headingRows = 200;
const lineLimit = questionnaireItemLimit * 5;

/** Longest text of one cell that is kept, in UTF-16 units: the most a spreadsheet holds. */
const cellLimit = 32_767;

/** Reads a workbook under limits: archive first, then cells, binding and lines. */
export async function readReplyWorkbook(bytes: Uint8Array): Promise<Result<ReadReply, ReplyStop>> {
  const opened = openArchive(bytes, replyArchiveLimits);
  if (!opened.ok) return opened;
  const sheets = await readSheets(opened.value);
  if (sheets === undefined) return err("unreadable");
  const bound = readBinding(sheets);
  if (bound === undefined) return err("no-binding");
  const lines = readLines(sheets.filter(({ sheet }) => sheet !== bindingSheetName));
  if (lines === undefined) return err("no-lines");
  return lines.length > lineLimit ? err("too-many-lines") : ok({ ...bound, lines });
}

async function readSheets(bytes: Uint8Array): Promise<Sheet[] | undefined> {
  try {
    // A copy of exactly these bytes: the reader takes whole buffers.
    return await readExcelFile(new Blob([Uint8Array.from(bytes)]), { trim: false });
  } catch {
    return undefined;
  }
}

function readBinding(sheets: readonly Sheet[]): Pick<ReadReply, "binding" | "seal"> | undefined {
  const rows = sheets.find(({ sheet }) => sheet === bindingSheetName)?.data ?? [];
  const values = (name: string): string[] => rows.filter((row) => row[0] === name).map((row) => textOf(row[1]));
  const [seal = ""] = values("seal");
  try {
    const binding = QuestionnaireBinding.safeParse(JSON.parse(values("binding").join("")));
    return binding.success ? { binding: binding.data, seal: seal.slice(0, 64) } : undefined;
  } catch {
    return undefined;
  }
}

function readLines(sheets: readonly Sheet[]): ReplyLine[] | undefined {
  for (const { data } of sheets) {
    const heading = data.slice(0, headingRows).findIndex((row) => textOf(row[sheetColumns.itemId]).trim() === lineMark);
    if (heading === -1) continue;
    return data
      .slice(heading + 1)
      .map((row, index) => toLine(row, heading + index + 2))
      .filter((line) => [line.itemId, line.explanation, line.fact].some((text) => text.trim() !== ""));
  }
  return undefined;
}

function toLine(row: readonly (CellValue | null)[], number: number): ReplyLine {
  const cell = (column: number): string => unguarded(textOf(row[column]));
  return {
    row: number,
    itemId: cell(sheetColumns.itemId).trim().slice(0, 80),
    question: cell(sheetColumns.question),
    explanation: cell(sheetColumns.explanation),
    fact: cell(sheetColumns.fact),
  };
}

/** A cell as text: numbers as they are written, days as year, month and day. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value.replace(/\r\n?/gu, "\n").slice(0, cellLimit);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
