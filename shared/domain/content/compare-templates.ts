import type { Bilingual } from "./bilingual.ts";
import { itemsOf, type TemplateFile, type TemplateItem } from "./template.ts";
import { Depth } from "./vocabulary.ts";

/** Texts of an item that may be worded anew; the depths stand for how far to look. */
export const itemTexts = ["question", "why", "light", "standard", "enhanced", "stopRule"] as const;
export type ItemText = (typeof itemTexts)[number];

/** What an item asks for besides its words. */
const itemDemands = [
  "requiredFrom",
  "key",
  "sources",
  "evidence",
  "primary",
  "supporting",
  "externalRef",
  "shownWhen",
] as const;
export type ItemDemand = (typeof itemDemands)[number];

/** An item where a version has it. */
export interface PlacedItem {
  readonly item: TemplateItem;
  readonly sectionId: string;
  readonly isHidden: boolean;
}

/** How one item stands between two versions. */
export interface ItemChange {
  readonly itemId: string;
  readonly kind: "added" | "removed" | "hidden" | "shown" | "changed" | "same";
  /** It stands in another section, or its order among the items both versions ask is another. */
  readonly isMoved: boolean;
  readonly reworded: readonly ItemText[];
  readonly demands: readonly ItemDemand[];
  readonly before: PlacedItem | undefined;
  readonly after: PlacedItem | undefined;
}

export interface SectionChange {
  readonly sectionId: string;
  readonly kind: "added" | "removed" | "changed" | "same";
  readonly isMoved: boolean;
  readonly before: Bilingual | undefined;
  readonly after: Bilingual | undefined;
}

/** Two versions of a template side by side. */
export interface TemplateComparison {
  /** Texts of the template itself that differ. */
  readonly head: ReadonlyArray<{ field: "title" | "scopeNote"; before: Bilingual; after: Bilingual }>;
  readonly sections: readonly SectionChange[];
  /** Every item of either version once: in the order of the later version, then what only the earlier one has. */
  readonly items: readonly ItemChange[];
}

type File = Pick<TemplateFile, "title" | "scopeNote" | "sections" | "hidden">;

/** Compares two versions item by item. A version compared with itself has no change. */
export function compareTemplates(before: File, after: File): TemplateComparison {
  const [earlier, later] = [placedItems(before), placedItems(after)];
  const moved = movedItems(before, after);
  const ids = [...later.keys(), ...[...earlier.keys()].filter((id) => !later.has(id))];
  return {
    head: (["title", "scopeNote"] as const)
      .filter((field) => !isSame(before[field], after[field]))
      .map((field) => ({ field, before: before[field], after: after[field] })),
    sections: compareSections(before, after),
    items: ids.map((id) => compareItem(id, earlier.get(id), later.get(id), moved.has(id))),
  };
}

/** Whether anything at all differs. */
export function isUnchanged(one: ItemChange): boolean {
  return one.kind === "same" && !one.isMoved;
}

function placedItems(file: File): Map<string, PlacedItem> {
  const placed = new Map<string, PlacedItem>();
  for (const section of file.sections)
    for (const item of section.items) placed.set(item.id, { item, sectionId: section.id, isHidden: false });
  for (const { item, section } of file.hidden ?? [])
    placed.set(item.id, { item, sectionId: section.id, isHidden: true });
  return placed;
}

function compareItem(
  itemId: string,
  before: PlacedItem | undefined,
  after: PlacedItem | undefined,
  isMoved: boolean,
): ItemChange {
  const both = before !== undefined && after !== undefined;
  const reworded = both ? itemTexts.filter((text) => !isSame(textOf(before.item, text), textOf(after.item, text))) : [];
  const demands = both
    ? itemDemands.filter((demand) => !isSame(demandOf(before.item, demand), demandOf(after.item, demand)))
    : [];
  return { itemId, kind: kindOf(), isMoved, reworded, demands, before, after };

  function kindOf(): ItemChange["kind"] {
    if (before === undefined) return "added";
    if (after === undefined) return "removed";
    if (before.isHidden !== after.isHidden) return after.isHidden ? "hidden" : "shown";
    return reworded.length + demands.length > 0 ? "changed" : "same";
  }
}

/** One text of an item. */
export function textOf(item: TemplateItem, text: ItemText): Bilingual {
  if (text === "question" || text === "why" || text === "stopRule") return item[text];
  return item.howFar[text].text;
}

/** One demand of an item, as data that can be compared. */
export function demandOf(item: TemplateItem, demand: ItemDemand): unknown {
  switch (demand) {
    case "sources":
      return Depth.options.map((depth) => item.howFar[depth].sources);
    case "primary":
    case "supporting":
      return item.factors[demand];
    default:
      return Object.getOwnPropertyDescriptor(item, demand)?.value;
  }
}

function compareSections(before: File, after: File): SectionChange[] {
  const titles = (file: File): Map<string, Bilingual> =>
    new Map(file.sections.map((section) => [section.id, section.title]));
  const [earlier, later] = [titles(before), titles(after)];
  const moved = outOfOrder([...earlier.keys()], [...later.keys()]);
  const ids = [...later.keys(), ...[...earlier.keys()].filter((id) => !later.has(id))];
  return ids.map((sectionId): SectionChange => {
    const [was, is] = [earlier.get(sectionId), later.get(sectionId)];
    const kind = was === undefined ? "added" : is === undefined ? "removed" : isSame(was, is) ? "same" : "changed";
    return { sectionId, kind, isMoved: moved.has(sectionId), before: was, after: is };
  });
}

function movedItems(before: File, after: File): Set<string> {
  const sectionOf = (file: File): Map<string, string> =>
    new Map(file.sections.flatMap((section) => section.items.map((item) => [item.id, section.id] as const)));
  const [earlier, later] = [sectionOf(before), sectionOf(after)];
  const ids = (file: File): string[] => itemsOf(file).map((item) => item.id);
  const elsewhere = [...later].filter(([id, section]) => earlier.has(id) && earlier.get(id) !== section);
  const gone = new Set(elsewhere.map(([id]) => id));
  // Within a section only: a section that moves as a whole does not move its items.
  const within = after.sections.flatMap((section) => {
    const was = before.sections.find((one) => one.id === section.id);
    if (was === undefined) return [];
    const stays = (id: string): boolean => !gone.has(id);
    return [
      ...outOfOrder(
        ids({ ...before, sections: [was] }).filter(stays),
        ids({ ...after, sections: [section] }).filter(stays),
      ),
    ];
  });
  return new Set([...gone, ...within]);
}

/** Which of the ids in both lists changed their order: all but a longest run that kept it. */
function outOfOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(after.map((id, at) => [id, at]));
  const common = before.filter((id) => places.has(id));
  const kept = longestRise(common.map((id) => places.get(id) ?? 0));
  return new Set(common.filter((_, at) => !kept.has(at)));
}

/** Positions of a longest rising subsequence. */
function longestRise(values: readonly number[]): Set<number> {
  const best: { length: number; from: number }[] = [];
  for (const value of values) {
    let [length, from] = [1, -1];
    for (const [earlier, one] of best.entries())
      if ((values[earlier] ?? 0) < value && one.length + 1 > length) [length, from] = [one.length + 1, earlier];
    best.push({ length, from });
  }
  let at = best.reduce((top, one, index) => (one.length > (best[top]?.length ?? 0) ? index : top), -1);
  const kept = new Set<number>();
  while (at >= 0) {
    kept.add(at);
    at = best[at]?.from ?? -1;
  }
  return kept;
}

/** Whether two pieces of a template say the same; the order of an object's fields does not count. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const fields = (value: object): [string, unknown][] =>
    Object.entries(value).filter(([, part]: [string, unknown]) => part !== undefined);
  const [left, right] = [fields(one), new Map(fields(other))];
  return left.length === right.size && left.every(([key, part]) => right.has(key) && isSame(part, right.get(key)));
}
