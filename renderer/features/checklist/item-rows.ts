import { backingOf, type ItemCase, isAnswered, missingFor, shownItems } from "../../../shared/domain/checklist.ts";
import type { Template, TemplateItem } from "../../../shared/domain/content/template.ts";
import type { Depth } from "../../../shared/domain/content/vocabulary.ts";
import type { ShownReason, Visibility } from "../../../shared/domain/visibility.ts";

/** How one item stands, for its mark in the list. */
export type ItemMark = "open" | "deferred" | "incomplete" | "awaiting" | "unknown" | "enough";

/** One line of the list. */
export interface ItemRow {
  readonly item: TemplateItem;
  readonly sectionId: string;
  readonly isRequired: boolean;
  readonly mark: ItemMark;
  /** Not asked in this case; what was entered stays. */
  readonly isHidden: boolean;
  /** Why it is asked or not, where the checklist has a condition for it. */
  readonly reason: ShownReason | undefined;
}

/** How an item stands. `awaiting`: a finding that weighs but is not yet backed up. */
export function markOf(one: ItemCase, isDeferred: boolean): ItemMark {
  if (!isAnswered(one.answer)) return isDeferred ? "deferred" : "open";
  if (one.scale === "risk" && backingOf(one.answer, one.evidence, one.policy).awaiting) return "awaiting";
  if (one.scale === "risk" && one.answer.answer === "unknown") return "unknown";
  return missingFor(one).length > 0 ? "incomplete" : "enough";
}

/**
 * Every line: what is required at this depth in the order of the template, then what may be looked at besides, then what is
 * not asked in this case.
 */
export function rowsOf(
  template: Pick<Template, "sections">,
  depth: Depth,
  markOfItem: (item: TemplateItem) => ItemMark,
  shown: ReadonlyMap<string, Visibility> = new Map(),
): ItemRow[] {
  const rows = shownItems(template, depth).map(({ item, sectionId, required }): ItemRow => {
    const visibility = shown.get(item.id);
    const isHidden = visibility?.shown === false;
    const reason = visibility?.reason;
    return { item, sectionId, isRequired: required && !isHidden, mark: markOfItem(item), isHidden, reason };
  });
  const besides = rows.filter((row) => !row.isRequired && !row.isHidden);
  return [...rows.filter((row) => row.isRequired), ...besides, ...rows.filter((row) => row.isHidden)];
}

/** Whether nobody has answered an item yet. */
export function isOpen(row: Pick<ItemRow, "mark">): boolean {
  return row.mark === "open" || row.mark === "deferred";
}

/** The line after or before one; at the ends, and for an unknown id, undefined or the first. */
export function neighbour(rows: readonly ItemRow[], itemId: string, step: 1 | -1): ItemRow | undefined {
  const at = rows.findIndex((row) => row.item.id === itemId);
  return at < 0 ? rows[0] : rows[at + step];
}

/**
 * The next required item without an answer, looking on from one and then from the top; optional ones too where a person asked
 * for them. Items put off come last; the item looked on from is never the answer.
 */
export function nextOpen(
  rows: readonly ItemRow[],
  afterItemId?: string,
  isOptionalToo: boolean = false,
): ItemRow | undefined {
  const start = rows.findIndex((row) => row.item.id === afterItemId) + 1;
  const open = [...rows.slice(start), ...rows.slice(0, start)].filter(
    (row) => (row.isRequired || (isOptionalToo && !row.isHidden)) && isOpen(row) && row.item.id !== afterItemId,
  );
  return open.find((row) => row.mark === "open") ?? open[0];
}
