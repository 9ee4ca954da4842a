import type { Text } from "../../../shared/strings/text.ts";

const sectionIds = ["request", "conclusion", "outline", "value", "coverage", "law"] as const;

/** A prose section of the paper. */
export type SectionId = (typeof sectionIds)[number];

/** The section with this id, or undefined for one this page does not know. */
export function sectionOf(id: string): SectionId | undefined {
  return sectionIds.find((known) => known === id);
}

/** The section's number and name as on the paper. */
export function sectionName(text: Text, id: string): string {
  const known = sectionOf(id);
  return known === undefined ? id : text(`paperpage.section-${known}`);
}
