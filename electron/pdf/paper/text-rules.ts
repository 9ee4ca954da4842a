import { z } from "zod";
import { clustersOf } from "../fonts/clusters.ts";

/** Words of a schema issue that tell why a text was refused; they are codes, never shown. */
export const textIssue = {
  invalid: "text-invalid",
  incomplete: "paper-incomplete",
  overLimit: "paper-over-limit",
} as const;

/**
 * Characters that change what a reader sees without being seen: controls, bidirectional and zero-width marks, tags,
 * and halves of surrogate pairs. A paper in which the data and the page could differ is refused, not repaired.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Counts characters as a reader does: a base with its variation selector and marks is one. */
export function countCharacters(text: string): number {
  return clustersOf(text).length;
}

/** One line of text: nothing unseen, no line feed, at most so many UTF-16 units. */
export function lineOf(maxUnits: number): z.ZodString {
  return z
    .string()
    .max(maxUnits, textIssue.overLimit)
    .refine((text) => !unseen.test(text), textIssue.invalid);
}

/** One line that must hold something besides spaces. */
export function filledLineOf(maxUnits: number): z.ZodString {
  return lineOf(maxUnits).refine((text) => text.trim() !== "", textIssue.incomplete);
}

/** Text that may have line feeds, at most so many UTF-16 units and so many lines. */
export function proseOf(maxUnits: number, maxLines: number): z.ZodString {
  return z
    .string()
    .max(maxUnits, textIssue.overLimit)
    .refine((text) => !unseen.test(text.replaceAll("\n", "")), textIssue.invalid)
    .refine((text) => text.split("\n").length <= maxLines, textIssue.overLimit);
}
