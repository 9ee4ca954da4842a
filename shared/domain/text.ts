import { z } from "zod";

/** Control characters that no field may hold: all but tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the forbidden control characters is the point.
const forbiddenControls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;

/** Says whether a string may be stored: no unpaired surrogate, no control character but tab and line feed. */
export function isStorable(value: string): boolean {
  return value.isWellFormed() && !forbiddenControls.test(value);
}

/**
 * A text field of at most `limit` UTF-16 units. Kept exactly as typed: never normalised, because NFC and NFKC
 * change the form of surnames. Refusals: `too_big` becomes `text-too-long`, the rest `text-invalid`.
 */
export function text(limit: number): z.ZodString {
  return z
    .string()
    .max(limit)
    .refine(isStorable, { params: { code: "text-invalid" } });
}

/** A single line: as `text`, but without line feeds or tabs. */
export function line(limit: number): z.ZodString {
  return z
    .string()
    .max(limit)
    .refine((value) => isStorable(value) && !/[\n\t]/.test(value), { params: { code: "text-invalid" } });
}

/** Limits in UTF-16 units, so that a row stays on few pages and a field stays readable. */
export const textLimits = {
  name: 400,
  title: 200,
  shortNote: 500,
  note: 4_000,
  longText: 20_000,
  reasonMinimum: 20,
} as const;
