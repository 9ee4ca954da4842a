import type { TextPart } from "../../../shared/domain/reading.ts";

/** About how long a stretch of running text is, in UTF-16 units: what a screen shows at a time. */
const partUnits = 4_000;

/** Text with characters that no database or paper can hold taken out or replaced; line ends become one line feed. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?/gu, "\n").toWellFormed();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control characters is the point.
  return lines.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, " ");
}

/** A text cut after `limit` units, never inside a character; and whether it was cut. */
export function cutText(text: string, limit: number): { readonly text: string; readonly isCut: boolean } {
  if (text.length <= limit) return { text, isCut: false };
  return { text: text.slice(0, limit).replace(/[\ud800-\udbff]$/u, ""), isCut: true };
}

/** Running text in stretches that end at line ends; nothing is lost, and joined they are the text again. */
export function partsOf(text: string, label = ""): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  while (from < text.length) {
    const to = endOfPart(text, from);
    parts.push({ label, text: text.slice(from, to) });
    from = to;
  }
  return parts;
}

function endOfPart(text: string, from: number): number {
  const near = from + partUnits;
  if (near >= text.length) return text.length;
  const lineEnd = text.indexOf("\n", near);
  if (lineEnd !== -1 && lineEnd - from < partUnits * 2) return lineEnd + 1;
  // A line of enormous length is cut where it must be, but never inside a character.
  const end = Math.min(text.length, from + partUnits * 2);
  return /[\ud800-\udbff]/u.test(text.charAt(end - 1)) && end < text.length ? end + 1 : end;
}
