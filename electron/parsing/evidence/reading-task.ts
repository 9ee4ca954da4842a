import type { Reading, TextPart } from "../../../shared/domain/reading.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { ParserContext } from "../serve-parser.ts";
import { decodeMarkup, decodePlain } from "./decode.ts";
import { type ImageSize, sizeToDecode } from "./image-size.ts";
import { ReadingFault, type ReadingFaultCode } from "./reading-fault.ts";
import type { ReadingLimits } from "./reading-limits.ts";
import { cleanText, cutText, partsOf } from "./text-parts.ts";

/** What the worker is asked to do with a file: show it, take its text out, or say how large a picture it is. */
export interface ReadingTask {
  readonly task: "show" | "text" | "measure";
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly limits: ReadingLimits;
}

/** The text of a file in parts. */
export interface TakenText {
  readonly parts: readonly TextPart[];
  readonly isCut: boolean;
}

/** What comes back: a reading as UTF-8 JSON, text in parts, or the size of a picture. */
export type ReadingOutcome = Result<Uint8Array | TakenText | ImageSize, ReadingFaultCode>;

const office = "application/vnd.openxmlformats-officedocument.";

/** Does one task; runs inside the worker. Libraries are loaded as a file needs them. */
export async function performReadingTask(task: ReadingTask, context: ParserContext): Promise<ReadingOutcome> {
  try {
    if (task.task === "measure") return ok(sizeToDecode(task.bytes, task.limits));
    if (task.task === "text") return ok(await textOf(task, context));
    return ok(new TextEncoder().encode(JSON.stringify(await reading(task))));
  } catch (thrown) {
    if (thrown instanceof ReadingFault) return err(thrown.code);
    throw thrown;
  }
}

async function textOf(task: ReadingTask, context: ParserContext): Promise<TakenText> {
  if (task.mediaType === "application/pdf") {
    const { readPdfText } = await import("./pdf-text.ts");
    return readPdfText(task.bytes, task.limits, (progress) => context.progress(progress));
  }
  if (task.mediaType.startsWith("image/")) return { parts: [], isCut: false };
  return textOfReading(await reading(task));
}

/** Rows that stand in one part of a table's text. */
const rowsPerPart = 200;

function textOfReading(read: Reading): TakenText {
  if (read.form !== "table") {
    const head = read.form === "page" && read.mail !== null ? [headPart(read.mail)] : [];
    return { parts: [...head, ...read.parts], isCut: read.isCut };
  }
  const parts = read.sheets.flatMap(({ name, rows }) => {
    const count = Math.ceil(rows.length / rowsPerPart);
    return Array.from({ length: count }, (_, at): TextPart => {
      const some = rows.slice(at * rowsPerPart, (at + 1) * rowsPerPart);
      return { label: name, text: some.map((row) => row.join("\t")).join("\n") };
    });
  });
  return { parts, isCut: read.isCut };
}

function headPart(mail: { subject: string; from: string; to: string; date: string }): TextPart {
  return { label: "", text: [mail.subject, mail.from, mail.to, mail.date].filter((line) => line !== "").join("\n") };
}

async function reading({ mediaType, bytes, limits }: ReadingTask): Promise<Reading> {
  switch (mediaType) {
    case "text/plain":
      return plainReading(bytes, limits);
    case "text/csv":
    case `${office}spreadsheetml.sheet`: {
      const { readCsv, readWorkbook } = await import("./table-reading.ts");
      const tables = mediaType === "text/csv" ? readCsv(bytes, limits) : await readWorkbook(bytes, limits);
      return { form: "table", ...tables, sheets: [...tables.sheets] };
    }
    case "text/html": {
      const { safePage } = await import("./markup.ts");
      const { text, encoding, isUncertain } = decodeMarkup(bytes);
      const page = safePage(text, limits);
      return { form: "page", ...page, parts: [...page.parts], encoding, isUncertain, mail: null };
    }
    case "multipart/related":
    case "message/rfc822": {
      const { readMail } = await import("./mail.ts");
      const page = await readMail(bytes, limits);
      return { form: "page", ...page, parts: [...page.parts], encoding: "", isUncertain: false };
    }
    case `${office}wordprocessingml.document`:
    case `${office}presentationml.presentation`: {
      const { documentText, presentationText } = await import("./office-text.ts");
      const read = mediaType.includes("presentation") ? presentationText : documentText;
      const { parts, isCut } = read(bytes, limits);
      return { form: "text", encoding: "", isUncertain: false, isCut, parts: [...parts] };
    }
    default:
      throw new ReadingFault("unsupported");
  }
}

function plainReading(bytes: Uint8Array, limits: ReadingLimits): Reading {
  const { text, encoding, isUncertain } = decodePlain(bytes);
  const cut = cutText(cleanText(text), limits.textUnits);
  return { form: "text", encoding, isUncertain, isCut: cut.isCut, parts: partsOf(cut.text) };
}
