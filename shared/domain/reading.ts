import { z } from "zod";
import { EvidenceId, ItemId, MarkId } from "./ids.ts";
import { text, textLimits } from "./text.ts";
import { Instant } from "./time.ts";

/** How a piece of evidence is shown: drawn pages, a picture, running text, tables, or a page made of markup. */
const readingForms = ["pdf", "image", "text", "table", "page"] as const;
export const ReadingForm = z.enum(readingForms);
export type ReadingForm = z.infer<typeof ReadingForm>;

/** Largest piece that is carried over in one call, in bytes. */
export const chunkLimitBytes = 1_048_576;

/** A stretch of a file's text, numbered from 1: a page, a slide, a sheet's rows, or some paragraphs. */
export const TextPart = z.strictObject({
  /** What the part is called where it has a name of its own, as a sheet has; otherwise empty. */
  label: z.string().max(textLimits.title),
  text: z.string(),
});
export type TextPart = z.infer<typeof TextPart>;

/** One sheet, every cell as text. */
export const ReadSheet = z.strictObject({
  name: z.string(),
  columns: z.int().nonnegative(),
  rows: z.array(z.array(z.string())),
});
export type ReadSheet = z.infer<typeof ReadSheet>;

/** What was left out of a page so that it can be shown safely; counts. */
export const LeftOut = z.strictObject({
  /** Pictures, styles, frames and media that lie elsewhere. */
  remote: z.int().nonnegative(),
  /** Scripts, forms, embedded objects and event handlers. */
  active: z.int().nonnegative(),
  /** Links, kept as words that lead nowhere. */
  links: z.int().nonnegative(),
  /** Embedded pictures beyond the limits on size or number. */
  pictures: z.int().nonnegative(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** A file that came with a mail; named, not opened. */
export const MailAttachment = z.strictObject({ name: z.string(), mediaType: z.string(), sizeBytes: z.int() });

/** The head of a mail, each field as it stands there or empty. */
export const MailHead = z.strictObject({
  subject: z.string(),
  from: z.string(),
  to: z.string(),
  date: z.string(),
  attachments: z.array(MailAttachment),
});
export type MailHead = z.infer<typeof MailHead>;

/** A file as it is read inside the app, where its bytes themselves are not what is shown. */
export const Reading = z.discriminatedUnion("form", [
  z.strictObject({
    form: z.literal("text"),
    /** Encoding a plain text was read with; empty for texts out of office files. */
    encoding: z.string(),
    /** The encoding is the likelier of several, or fitted in part only. */
    isUncertain: z.boolean(),
    /** The file goes on beyond what is shown. */
    isCut: z.boolean(),
    parts: z.array(TextPart),
  }),
  z.strictObject({
    form: z.literal("table"),
    encoding: z.string(),
    isUncertain: z.boolean(),
    isCut: z.boolean(),
    sheets: z.array(ReadSheet),
  }),
  z.strictObject({
    form: z.literal("page"),
    encoding: z.string(),
    isUncertain: z.boolean(),
    isCut: z.boolean(),
    /** Sanitised markup for the body of a frame without any rights. */
    markup: z.string(),
    parts: z.array(TextPart),
    leftOut: LeftOut,
    mail: MailHead.nullable(),
  }),
]);
export type Reading = z.infer<typeof Reading>;

const share = z.number().min(0).max(1);

/** A rectangle on a page or picture; each number is a share of its width or height, from the upper left. */
export const Box = z.strictObject({ x: share, y: share, width: share, height: share });
export type Box = z.infer<typeof Box>;

/** A place in a text: the part, from 1, and UTF-16 units from its beginning. */
const Point = z.strictObject({ part: z.int().positive().max(1_000_000), offset: z.int().nonnegative() });
/** A cell, counted from 0. */
const Cell = z.strictObject({ row: z.int().nonnegative(), column: z.int().nonnegative() });

/** Where in a piece of evidence something stands. */
export const MarkPlace = z.discriminatedUnion("kind", [
  /** One or more rectangles on a page of a PDF or on a picture, whose page is 1. */
  z.strictObject({
    kind: z.literal("boxes"),
    page: z.int().positive().max(1_000_000),
    boxes: z.array(Box).min(1).max(100),
  }),
  z.strictObject({ kind: z.literal("passage"), from: Point, to: Point }),
  /** Cells of one sheet, both ends included. */
  z.strictObject({ kind: z.literal("cells"), sheet: z.int().positive().max(10_000), from: Cell, to: Cell }),
]);
export type MarkPlace = z.infer<typeof MarkPlace>;

/** What a person highlights: the place, the words that stand there, and what they say about it. */
export const MarkInput = z.strictObject({
  place: MarkPlace,
  quote: text(2_000),
  note: text(textLimits.note),
});
export type MarkInput = z.infer<typeof MarkInput>;

/** A highlight as it is kept. */
export const EvidenceMark = MarkInput.extend({
  id: MarkId,
  evidenceId: EvidenceId,
  /** From 1 within one piece of evidence, never used again; papers cite `E3-2`. */
  number: z.int().positive(),
  madeAt: Instant,
  madeBy: z.string(),
  revision: z.int().positive(),
  /** Items whose answers cite it. */
  items: z.array(ItemId),
});
export type EvidenceMark = z.infer<typeof EvidenceMark>;

/** The page or part a mark begins on, from 1. */
export function pageOfMark(place: MarkPlace): number {
  if (place.kind === "boxes") return place.page;
  return place.kind === "passage" ? place.from.part : place.sheet;
}

/** Why a file's text could not be taken out. */
const textFaults = ["encrypted", "broken", "limit", "too-large", "damaged"] as const;
export const TextFault = z.enum(textFaults);
export type TextFault = z.infer<typeof TextFault>;

/** How far the text of one piece of evidence is ready for searching. */
export const TextState = z.discriminatedUnion("state", [
  z.strictObject({ evidenceId: EvidenceId, state: z.literal("waiting") }),
  z.strictObject({ evidenceId: EvidenceId, state: z.literal("done"), parts: z.int().positive(), isCut: z.boolean() }),
  /** Read, and there is no text in it, as in a picture or a scan. */
  z.strictObject({ evidenceId: EvidenceId, state: z.literal("none") }),
  z.strictObject({ evidenceId: EvidenceId, state: z.literal("failed"), reason: TextFault }),
]);
export type TextState = z.infer<typeof TextState>;
