import { clustersOf } from "../../pdf/fonts/clusters.ts";

/**
 * At most so many characters as a reader counts them, with an ellipsis where something was left out. Never cuts
 * between a character and its variation selector, because that would print another form of a name.
 */
export function clip(text: string, limit: number): string {
  const clusters = clustersOf(text);
  if (clusters.length <= limit) return text;
  return `${clusters
    .slice(0, Math.max(0, limit - 1))
    .map((cluster) => cluster.text)
    .join("")}…`;
}

/** A text on one line, for places that have no more. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
