import type { ItemCase } from "../../../shared/domain/checklist.ts";
import type { ScoringPolicy } from "../../../shared/domain/content/scoring-policy.ts";
import type { Template, TemplateItem } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import { ItemId } from "../../../shared/domain/ids.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { visibilityOf } from "../../../shared/domain/visibility.ts";
import { type Enough, enoughOf } from "./enough.ts";
import { type ItemRow, markOf, rowsOf } from "./item-rows.ts";
import { type ItemWork, shownAnswer, untouched } from "./item-work.ts";

/** All that the page shows of one item. */
export interface ItemView {
  readonly itemId: ItemId;
  readonly row: ItemRow;
  readonly work: ItemWork;
  readonly one: ItemCase;
  /** Evidence tied to the item. */
  readonly evidence: readonly Evidence[];
  readonly enough: Enough;
  readonly isReadOnly: boolean;
}

/** What the cases of all items are made from. */
export interface CaseParts {
  readonly template: Template;
  readonly items: Readonly<Record<string, ItemWork>>;
  readonly evidence: readonly Evidence[];
  readonly dossier: Pick<Dossier, "depth" | "subjectIdentity" | "triage" | "kind">;
  readonly policy: ScoringPolicy;
}

/** The template's id of an item, as calls take it. */
function itemIdOf(item: Pick<TemplateItem, "id">): ItemId {
  return ItemId.parse(item.id);
}

/** Everything that bears on whether one item is enough, as it stands on screen. */
export function caseOf({ template, items, evidence, dossier, policy }: CaseParts, item: TemplateItem): ItemCase {
  const itemId = itemIdOf(item);
  return {
    item,
    scale: template.answerScale,
    answer: shownAnswer(items[item.id] ?? untouched(itemId)),
    evidence: evidence.filter((one) => one.items.includes(itemId)),
    depth: dossier.depth,
    subjectIdentity: dossier.subjectIdentity,
    policy,
    today: dayOf(Date.now()),
  };
}

/** One item as the page shows it. */
export function viewOf(parts: CaseParts, row: ItemRow, isReadOnly: boolean): ItemView {
  const itemId = itemIdOf(row.item);
  const one = caseOf(parts, row.item);
  return {
    itemId,
    row,
    work: parts.items[row.item.id] ?? untouched(itemId),
    one,
    evidence: parts.evidence.filter((piece) => piece.items.includes(itemId)),
    enough: enoughOf(one),
    isReadOnly,
  };
}

/** Every line of the list, with what the checklist's conditions say of it. */
export function caseRows(parts: CaseParts, deferred: readonly string[]): ItemRow[] {
  const { template, items, dossier } = parts;
  const { techTier, access, triggers } = dossier.triage;
  const answers = Object.values(items).map((work) => shownAnswer(work));
  const context = { answers, depth: dossier.depth, techTier, access, triggers, kind: dossier.kind };
  const shown = visibilityOf(template, context);
  return rowsOf(template, dossier.depth, (item) => markOf(caseOf(parts, item), deferred.includes(item.id)), shown);
}
