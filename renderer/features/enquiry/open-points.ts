import { backingOf, type ItemCase, missingFor } from "../../../shared/domain/checklist.ts";
import type { TemplateItem } from "../../../shared/domain/content/template.ts";
import type { TriggerId } from "../../../shared/domain/content/vocabulary.ts";

/** Why something is still open between us and the other side. */
export type PointKind = "pending" | "unconfirmed" | "corroboration" | "unheard" | "identity" | "mismatch";

/** One thing to ask about: an item, or a mismatch noted at triage. */
export interface OpenPoint {
  /** The item's id, or `triage`. */
  readonly key: string;
  readonly item: TemplateItem | undefined;
  readonly kinds: readonly PointKind[];
  /** Whether it belongs in the letter unless a person leaves it out. */
  readonly isAsked: boolean;
}

/** Reasons for which asking again would not help. */
const pointless: readonly (string | null)[] = ["declined", "timebox"];

/** Everything open, in the order of the checklist; a mismatch noted at triage comes first. */
export function openPoints(cases: readonly ItemCase[], triggers: readonly TriggerId[]): OpenPoint[] {
  const mismatch: OpenPoint[] = triggers.includes("unexplained_gap")
    ? [{ key: "triage", item: undefined, kinds: ["mismatch"], isAsked: true }]
    : [];
  const ofItems = cases.flatMap((one): OpenPoint[] => {
    const kinds = kindsOf(one);
    if (kinds.length === 0) return [];
    const isAsked = !(kinds.includes("unconfirmed") && pointless.includes(one.answer.unknownReason));
    return [{ key: one.item.id, item: one.item, kinds, isAsked }];
  });
  return [...mismatch, ...ofItems];
}

function kindsOf(one: ItemCase): PointKind[] {
  const { answer } = one;
  if (answer.answer === "unknown") return [answer.unknownReason === "pending_reply" ? "pending" : "unconfirmed"];
  const missing = missingFor(one).map((entry) => entry.code);
  const kinds: PointKind[] = [];
  if (backingOf(answer, one.evidence, one.policy).awaiting) kinds.push("corroboration");
  if (missing.includes("explanation")) kinds.push("unheard");
  if (missing.includes("identity")) kinds.push("identity");
  return kinds;
}
