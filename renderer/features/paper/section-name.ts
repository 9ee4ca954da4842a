import type { Text } from "../../../shared/strings/text.ts";

const sectionIds = ["request", "conclusion", "outline", "value", "coverage", "law"] as const;

/** A prose section of the paper. */
export type SectionId = (typeof sectionIds)[number];

/** Sections for which nothing can be drawn up: only people know what is lost by not going ahead, and what the law asks. */
const writtenOnly: readonly string[] = ["value", "law"];

/** Whether there is a text drawn up from the case to fall back to. */
export function canFallBack(id: string): boolean {
  return !writtenOnly.includes(id);
}

/** The section with this id, or undefined for one this page does not know. */
export function sectionOf(id: string): SectionId | undefined {
  return sectionIds.find((known) => known === id);
}

/** The section's number and name as on the paper. */
export function sectionName(text: Text, id: string): string {
  const known = sectionOf(id);
  return known === undefined ? id : text(`paperpage.section-${known}`);
}

/** Two sentences in a row; Japanese sets no space between them. */
export function sentences(first: string, second: string): string {
  return first.endsWith("。") ? first + second : `${first} ${second}`;
}
