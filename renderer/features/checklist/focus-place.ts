import type { MissingPlace } from "../../parts/enough/missing-words.ts";

/** Parts of an item that a key or a link can lead to. */
export type FocusTarget = MissingPlace | "next-source";

/** What takes the focus; buttons that only stand beside a field, as the one for its history, are passed by. */
const focusable = ["textarea", "input", "button"].map((tag) => `${tag}:not([disabled], [data-beside] *)`).join(", ");

/** Puts the focus into a part of the item, and brings the part into sight. */
export function focusPlace(root: HTMLElement | null, target: FocusTarget): void {
  const open = root?.querySelector("[data-place='sources'] [data-open]");
  const part =
    target === "next-source" || target === "sources"
      ? (open ?? root?.querySelector("[data-place='sources']"))
      : root?.querySelector(`[data-place='${target}']`);
  const chosen = part?.querySelector<HTMLElement>("input:checked");
  const field = chosen ?? part?.querySelector<HTMLElement>(focusable);
  field?.focus({ preventScroll: true });
  part?.scrollIntoView({ block: "nearest" });
}

/** Puts the focus on the item's heading, where a reader starts and every single key works. */
export function focusHeading(root: HTMLElement | null): void {
  const heading = root?.querySelector<HTMLElement>("[data-place='heading']");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "nearest" });
}
