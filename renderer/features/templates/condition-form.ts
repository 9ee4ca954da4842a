import type { ShownLeaf, ShownWhen } from "../../../shared/domain/content/shown-when.ts";

/** One part of a condition as the editor shows it. */
export interface ConditionPart {
  readonly leaf: ShownLeaf;
  /** The part holds where the leaf does not. */
  readonly isNot: boolean;
}

/** A condition as the editor shows it: parts side by side, of which all or any must hold. No part: asked always. */
export interface ConditionForm {
  readonly join: "all" | "any";
  readonly parts: readonly ConditionPart[];
}

/** The form for a condition; undefined for one whose parts have parts themselves, which a file may bring. */
export function conditionForm(when: ShownWhen | undefined): ConditionForm | undefined {
  if (when === undefined) return { join: "all", parts: [] };
  const join = "any" in when ? "any" : "all";
  const inner = "all" in when ? when.all : "any" in when ? when.any : [when];
  const parts = inner.map(partOf);
  return parts.every((part) => part !== undefined) ? { join, parts } : undefined;
}

/** The condition a form stands for; one part needs no joining. */
export function conditionOf({ join, parts }: ConditionForm): ShownWhen | undefined {
  const [first, ...more] = parts.map(({ leaf, isNot }): ShownWhen => (isNot ? { not: leaf } : leaf));
  if (first === undefined || more.length === 0) return first;
  return join === "all" ? { all: [first, ...more] } : { any: [first, ...more] };
}

function partOf(when: ShownWhen): ConditionPart | undefined {
  if ("not" in when) return isLeaf(when.not) ? { leaf: when.not, isNot: true } : undefined;
  return isLeaf(when) ? { leaf: when, isNot: false } : undefined;
}

function isLeaf(when: ShownWhen): when is ShownLeaf {
  return !("all" in when || "any" in when || "not" in when);
}
