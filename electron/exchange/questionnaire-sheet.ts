import { createHmac, timingSafeEqual } from "node:crypto";
import canonicalize from "canonicalize";
import writeExcelFile, { type Cell, type Row } from "write-excel-file/node";
import type { QuestionnaireBinding } from "../../shared/domain/questionnaire.ts";
import { bindingSheetName, guarded, lineMark } from "./sheet-layout.ts";

/** Everything the sheet says, in the language of who fills it in. */
export interface SheetWords {
  readonly sheet: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly number: string;
  readonly question: string;
  readonly explanation: string;
  readonly fact: string;
}

export interface SheetLine {
  readonly itemId: string;
  readonly question: string;
}

/** A questionnaire ready to be written. */
export interface QuestionnaireSheet {
  readonly words: SheetWords;
  readonly lines: readonly SheetLine[];
  readonly binding: QuestionnaireBinding;
  /** 32 bytes in hex. */
  readonly sealKey: string;
}

/** The seal over a binding: HMAC-SHA-256 over its canonical JSON, in hex. */
function sealBinding(binding: QuestionnaireBinding, sealKey: string): string {
  return createHmac("sha256", Buffer.from(sealKey, "hex"))
    .update(canonicalize(binding) ?? "")
    .digest("hex");
}

/** Whether the seal is the one this key gives for this binding. */
export function isSealed(binding: QuestionnaireBinding, sealKey: string, seal: string): boolean {
  const [given, right] = [Buffer.from(seal, "utf8"), Buffer.from(sealBinding(binding, sealKey), "utf8")];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Writes the workbook: a sheet for people, and a hidden one that says what it belongs to. */
export async function writeQuestionnaire({ words, lines, binding, sealKey }: QuestionnaireSheet): Promise<Buffer> {
  const head: Row[] = [
    [{ value: guarded(words.title), type: String, fontWeight: "bold", fontSize: 14 }],
    ...words.lead.map((line): Row => [{ value: guarded(line), type: String }]),
    [],
  ];
  const titles: Row = [words.number, lineMark, words.question, words.explanation, words.fact].map(titleCell);
  const body = lines.map(
    (line, index): Row => [
      { value: index + 1, type: Number, alignVertical: "top" },
      { value: line.itemId, type: String, alignVertical: "top" },
      textCell(line.question, "#f3f4f6"),
      textCell("", "#ffffff"),
      textCell("", "#ffffff"),
    ],
  );
  const sheets = [
    {
      sheet: words.sheet,
      data: [...head, titles, ...body],
      columns: [{ width: 5 }, { width: 9 }, { width: 56 }, { width: 56 }, { width: 48 }],
      stickyRowsCount: head.length + 1,
      orientation: "landscape" as const,
    },
    { sheet: bindingSheetName, data: bindingRows(binding, sealKey) },
  ];
  return writeExcelFile(sheets, {
    fontFamily: "Yu Gothic",
    fontSize: 11,
    features: [{ files: { transform: { "xl/workbook.xml": { transformElementAttributes: hidden } } } }],
  }).toBuffer();
}

function titleCell(value: string): Cell {
  return {
    value: guarded(value),
    type: String,
    fontWeight: "bold",
    backgroundColor: "#dbe4f0",
    borderStyle: "thin",
    wrap: true,
  };
}

function textCell(value: string, backgroundColor: string): Cell {
  return {
    value: guarded(value),
    type: String,
    wrap: true,
    alignVertical: "top",
    backgroundColor,
    borderStyle: "thin",
    borderColor: "#8a8f98",
  };
}

/** Longest text one cell can hold; the binding may need several. */
const cellLimit = 30_000;

function bindingRows(binding: QuestionnaireBinding, sealKey: string): Row[] {
  const text = canonicalize(binding) ?? "";
  const parts = Array.from({ length: Math.ceil(text.length / cellLimit) }, (_, at) =>
    text.slice(at * cellLimit, (at + 1) * cellLimit),
  );
  const row = (name: string, value: string): Row => [
    { value: name, type: String },
    { value, type: String },
  ];
  return [row("seal", sealBinding(binding, sealKey)), ...parts.map((part) => row("binding", part))];
}

/** Hides the second sheet so that the menu of a spreadsheet does not bring it up either. */
function hidden(tagName: string, attributes: Record<string, string | number>): Record<string, string | number> {
  const isBinding = tagName === "sheet" && attributes["name"] === bindingSheetName;
  return isBinding ? { ...attributes, state: "veryHidden" } : attributes;
}
