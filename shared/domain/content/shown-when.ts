import { z } from "zod";
import {
  AccessLevel,
  AnswerId,
  Depth,
  OpenId,
  SelfCheckAnswerId,
  TechTier,
  TemplateKind,
  TriggerId,
} from "./vocabulary.ts";

/** An answer of either scale; the check of a template says which scale an item has. */
export const AnyAnswerId = z.union([AnswerId, SelfCheckAnswerId]);
export type AnyAnswerId = z.infer<typeof AnyAnswerId>;

/** A condition without parts: an answer of another item, the depth in force or deeper, what triage set, or the kind of case. */
export const ShownLeaf = z.union([
  z.strictObject({ item: OpenId, answerIn: z.array(AnyAnswerId).min(1).max(10) }),
  z.strictObject({ depthFrom: Depth }),
  z.strictObject({ techTier: z.array(TechTier).min(1) }),
  z.strictObject({ access: z.array(AccessLevel).min(1) }),
  z.strictObject({ trigger: z.array(TriggerId).min(1) }),
  z.strictObject({ kind: z.array(TemplateKind).min(1) }),
]);
export type ShownLeaf = z.infer<typeof ShownLeaf>;

/** When an item is asked: a leaf, all or any of others, or the opposite of one. */
export type ShownWhen = ShownLeaf | { all: ShownWhen[] } | { any: ShownWhen[] } | { not: ShownWhen };

/** Parts one condition may have side by side, and levels it may have inside one another: more nobody could read. */
export const shownWhenLimits = { parts: 20, levels: 4 } as const;

/** A condition of at most so many levels; written out level by level, so that a hostile file cannot exhaust the stack. */
function shownWhenOf(levels: number): z.ZodType<ShownWhen> {
  if (levels === 0) return ShownLeaf;
  const part = shownWhenOf(levels - 1);
  const parts = z.array(part).min(1).max(shownWhenLimits.parts);
  return z.union([
    ShownLeaf,
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    z.strictObject({ not: part }),
  ]);
}

/** Parses a condition for showing an item. */
export const ShownWhen: z.ZodType<ShownWhen> = shownWhenOf(shownWhenLimits.levels);

/** Every leaf of a condition, in the order written. */
export function leavesOf(when: ShownWhen): ShownLeaf[] {
  if ("all" in when) return when.all.flatMap(leavesOf);
  if ("any" in when) return when.any.flatMap(leavesOf);
  if ("not" in when) return leavesOf(when.not);
  return [when];
}

/** The items whose answers a condition looks at, each once. */
export function itemsAskedBy(when: ShownWhen): string[] {
  return [...new Set(leavesOf(when).flatMap((leaf) => ("item" in leaf ? [leaf.item] : [])))];
}
