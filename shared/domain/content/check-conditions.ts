import type { Problem } from "./problem.ts";
import { itemsAskedBy, leavesOf } from "./shown-when.ts";
import { itemsOf, type TemplateFile } from "./template.ts";
import { AnswerId, SelfCheckAnswerId } from "./vocabulary.ts";

/**
 * What is wrong with the conditions of a template: an item that is not there, an answer that is not on its scale, or items
 * that wait for one another in a circle. Every item of a circle is named.
 */
export function checkConditions(template: Pick<TemplateFile, "id" | "sections" | "answerScale">): Problem[] {
  const where = `template.${template.id}`;
  const items = itemsOf(template);
  const known = new Set<string>(items.map((item) => item.id));
  const scale = new Set<string>(template.answerScale === "risk" ? AnswerId.options : SelfCheckAnswerId.options);
  const asks = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  for (const item of items) {
    if (item.shownWhen === undefined) continue;
    asks.set(item.id, itemsAskedBy(item.shownWhen));
    for (const leaf of leavesOf(item.shownWhen)) {
      if (!("item" in leaf)) continue;
      if (!known.has(leaf.item)) problems.push({ where: `${where}.${item.id}`, code: "unknown-id", id: leaf.item });
      const strange = leaf.answerIn.filter((answer) => !scale.has(answer));
      problems.push(...strange.map((id): Problem => ({ where: `${where}.${item.id}`, code: "wrong-scale", id })));
    }
  }
  return [...problems, ...circlesIn(asks).map((id): Problem => ({ where, code: "cycle", id }))];
}

/** The items that wait, by way of others or at once, for themselves. */
function circlesIn(asks: ReadonlyMap<string, readonly string[]>): string[] {
  return [...asks.keys()].filter((start) => {
    const seen = new Set<string>();
    const open = [...(asks.get(start) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === start) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(asks.get(next) ?? []));
    }
    return false;
  });
}
