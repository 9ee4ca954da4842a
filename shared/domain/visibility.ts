import type { ShownLeaf, ShownWhen } from "./content/shown-when.ts";
import { itemsOf, type TemplateFile, type TemplateItem } from "./content/template.ts";
import type { AccessLevel, Depth, TechTier, TemplateKind, TriggerId } from "./content/vocabulary.ts";
import { depthRank } from "./risk/depth.ts";

/** What conditions may look at. Answers nobody gave may be left out. */
export interface ShownContext {
  readonly answers: ReadonlyArray<{ readonly itemId: string; readonly answer: string }>;
  readonly depth: Depth;
  readonly techTier: TechTier | null;
  readonly access: AccessLevel | null;
  readonly triggers: readonly TriggerId[];
  readonly kind: TemplateKind;
}

/** Why a condition holds or not: the condition again, with what was found beside each leaf. */
export type ShownReason =
  | { readonly kind: "leaf"; readonly leaf: ShownLeaf; readonly actual: readonly string[]; readonly holds: boolean }
  | { readonly kind: "all" | "any"; readonly parts: readonly ShownReason[]; readonly holds: boolean }
  | { readonly kind: "not"; readonly part: ShownReason; readonly holds: boolean };

/** Whether an item is asked in this case. `reason` is missing where the item has no condition. */
export interface Visibility {
  readonly shown: boolean;
  readonly reason?: ShownReason;
}

type Sections = Pick<TemplateFile, "sections">;

/**
 * Which items of a template are asked in this case, and why. An item that is itself hidden counts as unanswered for the
 * conditions of others, so a chain closes from its beginning. A circle, which the check of a template refuses, is cut where
 * it closes, as if the item there were shown.
 */
export function visibilityOf(template: Sections, context: ShownContext): ReadonlyMap<string, Visibility> {
  const items = new Map<string, TemplateItem>(itemsOf(template).map((item) => [item.id, item]));
  const answers = new Map(context.answers.map((answer) => [answer.itemId, answer.answer]));
  const done = new Map<string, Visibility>();
  const underWay = new Set<string>();
  const answerOf = (itemId: string): string => {
    const asked = items.get(itemId);
    if (asked === undefined || !visibility(asked).shown) return "not_checked";
    return answers.get(itemId) ?? "not_checked";
  };
  const visibility = (item: TemplateItem): Visibility => {
    const known = done.get(item.id);
    if (known !== undefined) return known;
    if (item.shownWhen === undefined || underWay.has(item.id)) return { shown: true };
    underWay.add(item.id);
    const reason = reasonOf(item.shownWhen, { ...context, answerOf });
    underWay.delete(item.id);
    const found = { shown: reason.holds, reason };
    // Kept at once: many items may ask the same one, and their answers must not multiply.
    done.set(item.id, found);
    return found;
  };
  return new Map([...items.values()].map((item) => [item.id, visibility(item)]));
}

/** The items that are not asked in this case. */
export function hiddenItems(template: Sections, context: ShownContext): ReadonlySet<string> {
  if (!hasConditions(template)) return new Set();
  return new Set([...visibilityOf(template, context)].filter(([, one]) => !one.shown).map(([itemId]) => itemId));
}

/** Whether any item of a template is asked only under a condition. */
export function hasConditions(template: Sections): boolean {
  return itemsOf(template).some((item) => item.shownWhen !== undefined);
}

type Looked = ShownContext & { readonly answerOf: (itemId: string) => string };

function reasonOf(when: ShownWhen, looked: Looked): ShownReason {
  if ("all" in when) {
    const parts = when.all.map((part) => reasonOf(part, looked));
    return { kind: "all", parts, holds: parts.every((part) => part.holds) };
  }
  if ("any" in when) {
    const parts = when.any.map((part) => reasonOf(part, looked));
    return { kind: "any", parts, holds: parts.some((part) => part.holds) };
  }
  if ("not" in when) {
    const part = reasonOf(when.not, looked);
    return { kind: "not", part, holds: !part.holds };
  }
  return leafReason(when, looked);
}

function leafReason(leaf: ShownLeaf, looked: Looked): ShownReason {
  const found = (actual: readonly string[], holds: boolean): ShownReason => ({ kind: "leaf", leaf, actual, holds });
  if ("item" in leaf) {
    const answer = looked.answerOf(leaf.item);
    return found(
      [answer],
      leaf.answerIn.some((one) => one === answer),
    );
  }
  if ("depthFrom" in leaf) return found([looked.depth], depthRank(looked.depth) >= depthRank(leaf.depthFrom));
  if ("techTier" in leaf)
    return found(
      listed(looked.techTier),
      leaf.techTier.some((one) => one === looked.techTier),
    );
  if ("access" in leaf)
    return found(
      listed(looked.access),
      leaf.access.some((one) => one === looked.access),
    );
  if ("trigger" in leaf)
    return found(
      looked.triggers,
      leaf.trigger.some((one) => looked.triggers.includes(one)),
    );
  return found([looked.kind], leaf.kind.includes(looked.kind));
}

function listed(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}
