import { z } from "zod";
import type { AnswerBody } from "./answer.ts";
import type { Bilingual } from "./content/bilingual.ts";
import type { ScoringPolicy } from "./content/scoring-policy.ts";
import { itemsOf, type Template, type TemplateFile, type TemplateItem } from "./content/template.ts";
import type { Vocabulary } from "./content/vocabulary.ts";
import {
  AnswerId,
  Depth,
  EvidenceType,
  type IdentityCertainty,
  SelfCheckAnswerId,
  SourceType,
} from "./content/vocabulary.ts";
import type { Evidence } from "./evidence.ts";
import { isStale } from "./evidence-age.ts";
import { type Corroboration, corroborationOf } from "./risk/corroboration.ts";
import { depthRank } from "./risk/depth.ts";
import { isIdentityBelow } from "./risk/severity.ts";
import type { Day } from "./time.ts";

/** An answer with the item it belongs to; items nobody touched may be left out. */
export type ItemAnswer = { readonly itemId: string } & Readonly<Pick<AnswerBody, "answer" | "minutes">>;

type Sections = Pick<TemplateFile, "sections">;

/** Whether an item must be checked at a depth. */
export function isRequired(item: TemplateItem, depth: Depth): boolean {
  return depthRank(item.requiredFrom) <= depthRank(depth);
}

/** No item is hidden. */
const nothingHidden: ReadonlySet<string> = new Set();

/** Items that must be checked at a depth; each depth includes the lighter ones, and `hidden` ones are never among them. */
export function requiredItems(
  template: Sections,
  depth: Depth,
  hidden: ReadonlySet<string> = nothingHidden,
): TemplateItem[] {
  return itemsOf(template).filter((item) => isRequired(item, depth) && !hidden.has(item.id));
}

/** Every item that is asked, in order, with its section and whether it must be checked; the others may be. */
export function shownItems(
  template: Sections,
  depth: Depth,
  hidden: ReadonlySet<string> = nothingHidden,
): Array<{ item: TemplateItem; sectionId: string; required: boolean }> {
  return template.sections.flatMap((section) =>
    section.items
      .filter((item) => !hidden.has(item.id))
      .map((item) => ({ item, sectionId: section.id, required: isRequired(item, depth) })),
  );
}

/** How far to look: one step per depth up to the one in force, and each source once with the depth that asks for it. */
export interface HowFarAtDepth {
  readonly steps: ReadonlyArray<{ depth: Depth; text: Bilingual; sources: readonly SourceType[] }>;
  readonly sources: ReadonlyArray<{ source: SourceType; from: Depth }>;
}

/** What to look at for an item at a depth, including all that lighter depths ask for. */
export function howFarAt(item: TemplateItem, depth: Depth): HowFarAtDepth {
  const depths = Depth.options.filter((one) => depthRank(one) <= depthRank(depth));
  const from = new Map<SourceType, Depth>();
  for (const one of depths) {
    for (const source of item.howFar[one].sources) if (!from.has(source)) from.set(source, one);
  }
  return {
    steps: depths.map((one) => ({ depth: one, text: item.howFar[one].text, sources: item.howFar[one].sources })),
    sources: [...from].map(([source, first]) => ({ source, from: first })),
  };
}

/** When to stop looking: the item's own rule, then those that hold for every item. */
export function stopRulesFor(item: TemplateItem, policy: ScoringPolicy): { own: Bilingual; always: Bilingual[] } {
  return { own: item.stopRule, always: policy.stopRules };
}

/** Whether an answer has been chosen, whatever the scale; "could not confirm" and "not applicable" are answers. */
export function isAnswered(answer: Pick<ItemAnswer, "answer"> | undefined): boolean {
  return answer !== undefined && answer.answer !== "not_checked";
}

/** How far a section, or the whole, has come. `percent` is rounded down, so that 100 means all. */
export interface Progress {
  readonly required: number;
  readonly requiredAnswered: number;
  readonly answered: number;
  readonly total: number;
  readonly percent: number;
}

/** Progress of each section and of the whole checklist at a depth; `hidden` items are left out altogether. */
export function progressOf(
  template: Sections,
  depth: Depth,
  answers: readonly ItemAnswer[],
  hidden: ReadonlySet<string> = nothingHidden,
): { whole: Progress; sections: Array<Progress & { sectionId: string }> } {
  const byItem = answersByItem(answers);
  const asked = (items: readonly TemplateItem[]): TemplateItem[] => items.filter((item) => !hidden.has(item.id));
  const sections = template.sections.map((section) => ({
    sectionId: section.id,
    ...progressOfItems(asked(section.items), depth, byItem),
  }));
  return { whole: progressOfItems(asked(itemsOf(template)), depth, byItem), sections };
}

function answersByItem(answers: readonly ItemAnswer[]): Map<string, ItemAnswer> {
  return new Map(answers.map((answer) => [answer.itemId, answer]));
}

function progressOfItems(
  items: readonly TemplateItem[],
  depth: Depth,
  byItem: ReadonlyMap<string, ItemAnswer>,
): Progress {
  const answered = items.filter((item) => isAnswered(byItem.get(item.id)));
  const required = items.filter((item) => isRequired(item, depth)).length;
  const requiredAnswered = answered.filter((item) => isRequired(item, depth)).length;
  const percent = required === 0 ? 100 : Math.floor((requiredAnswered * 100) / required);
  return { required, requiredAnswered, answered: answered.length, total: items.length, percent };
}

/** Minutes planned for the required items at a depth, minutes used, and the budget of the depth. */
export function minutesOf(
  template: Sections,
  depth: Depth,
  answers: readonly ItemAnswer[],
  vocabulary: Pick<Vocabulary, "depths">,
  hidden: ReadonlySet<string> = nothingHidden,
): { plannedMinutes: number; usedMinutes: number; budgetMinutes: number } {
  const entry = vocabulary.depths.find((candidate) => candidate.id === depth);
  if (entry === undefined) throw new Error(`Vocabulary has no depth ${depth}`);
  return {
    plannedMinutes: requiredItems(template, depth, hidden).length * entry.planningMinutesPerItem,
    usedMinutes: answers.reduce((sum, answer) => sum + answer.minutes, 0),
    budgetMinutes: entry.timeBudgetMinutes,
  };
}

/** Whether an answer belongs to the scale of the template. */
export function isInScale(template: Pick<Template, "answerScale">, answer: string): boolean {
  const scale = template.answerScale === "risk" ? AnswerId : SelfCheckAnswerId;
  return scale.safeParse(answer).success;
}

/** A piece of evidence as far as an item's sufficiency goes. */
export type EvidenceBehind = Readonly<
  Pick<Evidence, "evidenceType" | "reliability" | "origin" | "integrity"> & Partial<Pick<Evidence, "standing">>
>;

/** Severity of a case answer as the policy sets it; zero for everything that is no finding. */
export function weightOf(answer: string, policy: ScoringPolicy): number {
  const weights: Readonly<Record<string, number>> = policy.severity.byAnswer;
  return weights[answer] ?? 0;
}

/** Whether a finding is backed up. `awaiting`: it would weigh fully, but not yet. Damaged evidence backs up nothing. */
export function backingOf(
  answer: Readonly<Pick<AnswerBody, "answer" | "confirmedBySubject">>,
  evidence: readonly EvidenceBehind[],
  policy: ScoringPolicy,
): Corroboration & { needed: boolean; awaiting: boolean } {
  const sound = evidence.filter((one) => one.integrity === "intact");
  const corroboration = corroborationOf(sound, answer.confirmedBySubject, policy);
  const needed = weightOf(answer.answer, policy) >= policy.severity.corroborationNeededFrom;
  return { ...corroboration, needed, awaiting: needed && !corroboration.corroborated };
}

/** What an item still lacks before it is enough at a depth. */
export const Missing = z.union([
  z.strictObject({
    code: z.enum(["answer", "unknown-reason", "reason", "fact", "assessment", "explanation", "identity"]),
  }),
  z.strictObject({ code: z.literal("sources"), sources: z.array(SourceType).readonly() }),
  z.strictObject({ code: z.literal("evidence"), evidenceTypes: z.array(EvidenceType).readonly() }),
  z.strictObject({ code: z.literal("stale-evidence"), count: z.int().positive() }),
  z.strictObject({ code: z.literal("corroboration"), have: z.int(), need: z.int() }),
]);
export type Missing = z.infer<typeof Missing>;

/** Everything that bears on whether one item is enough. */
export interface ItemCase {
  readonly item: TemplateItem;
  readonly scale: Template["answerScale"];
  readonly answer: AnswerBody;
  readonly evidence: readonly EvidenceBehind[];
  readonly depth: Depth;
  readonly subjectIdentity: IdentityCertainty;
  readonly policy: ScoringPolicy;
  /** The day on which it is asked; left out, no evidence counts as old. */
  readonly today?: Day;
}

/** What is missing before an item is enough at this depth; empty when nothing is. Most pressing first. */
export function missingFor(one: ItemCase): Missing[] {
  const { answer } = one;
  if (!isAnswered(answer)) return [{ code: "answer" }];
  if (answer.answer === "na") return answer.reason.trim() === "" ? [{ code: "reason" }] : [];
  const missing: Missing[] = [];
  if (one.scale === "risk" && answer.answer === "unknown" && answer.unknownReason === null) {
    missing.push({ code: "unknown-reason" });
  }
  const sources = uncheckedSources(one);
  if (sources.length > 0) missing.push({ code: "sources", sources });
  if (one.scale === "risk") missing.push(...missingForFinding(one));
  if (needsEvidence(one)) missing.push({ code: "evidence", evidenceTypes: one.item.evidence });
  const stale = staleBehind(one);
  if (stale > 0) missing.push({ code: "stale-evidence", count: stale });
  return missing;
}

/**
 * How many pieces are too old for what rests on them: with them the item has its evidence and its backing, without them it
 * would not. Old pieces beside fresh ones that suffice are no concern.
 */
function staleBehind(one: ItemCase): number {
  const { today, evidence, answer, policy } = one;
  if (today === undefined) return 0;
  const isOld = (piece: EvidenceBehind): boolean => piece.standing !== undefined && isStale(piece.standing, today);
  const old = evidence.filter((piece) => piece.integrity === "intact" && isOld(piece));
  if (old.length === 0) return 0;
  const fresh = evidence.filter((piece) => !isOld(piece));
  const lacksPiece = !needsEvidence(one) && needsEvidence({ ...one, evidence: fresh });
  const isBacked = one.scale === "risk" && !backingOf(answer, evidence, policy).awaiting;
  const lacksBacking = isBacked && backingOf(answer, fresh, policy).awaiting;
  return lacksPiece || lacksBacking ? old.length : 0;
}

function missingForFinding({ answer, evidence, subjectIdentity, policy }: ItemCase): Missing[] {
  const weight = weightOf(answer.answer, policy);
  if (weight === 0) return [];
  const missing: Missing[] = [];
  if (answer.fact.trim() === "") missing.push({ code: "fact" });
  if (answer.assessment.trim() === "") missing.push({ code: "assessment" });
  const certainty = answer.identity ?? subjectIdentity;
  if (isIdentityBelow(certainty, policy.identity.countedFrom, policy)) missing.push({ code: "identity" });
  const backing = backingOf(answer, evidence, policy);
  // A finding that weighs must not stand without the other side having been heard.
  if (backing.needed && answer.explanation.trim() === "") missing.push({ code: "explanation" });
  if (backing.awaiting) {
    missing.push({ code: "corroboration", have: backing.independentSources, need: backing.neededSources });
  }
  return missing;
}

/** Sources this depth asks for that nobody has looked into yet, whatever the stop rules say. */
export function unlookedSources({ item, answer, depth }: Pick<ItemCase, "item" | "answer" | "depth">): SourceType[] {
  const checked = new Set(answer.sources.map((check) => check.sourceType));
  return howFarAt(item, depth)
    .sources.map(({ source }) => source)
    .filter((source) => !checked.has(source));
}

function uncheckedSources(one: ItemCase): SourceType[] {
  const { answer, policy } = one;
  if (answer.unknownReason === "timebox" && answer.answer === "unknown") return [];
  // A finding stands although the time ran out; a clean answer would claim a look that nobody took.
  if (answer.stopped === "time" && weightOf(answer.answer, policy) > 0) return [];
  return isSaturated(answer.sources, policy) ? [] : unlookedSources(one);
}

/** Whether the latest sources, in a row, brought nothing new: reason enough to stop. */
export function isSaturated(sources: AnswerBody["sources"], policy: ScoringPolicy): boolean {
  const row = sources.slice(-policy.saturation.sourcesInARow);
  return row.length === policy.saturation.sourcesInARow && row.every((check) => check.result === "nothing");
}

// At the lightest depth a clean answer rests on the ticked sources alone; anything else rests on a document.
function needsEvidence({ item, scale, answer, evidence, depth, policy }: ItemCase): boolean {
  if (item.evidence.length === 0 || answer.answer === "unknown") return false;
  const finding = scale === "risk" && weightOf(answer.answer, policy) > 0;
  const claimed = scale === "risk" || answer.answer !== "none";
  if (!finding && !(claimed && depth !== "light")) return false;
  return !evidence.some((one) => one.integrity === "intact" && item.evidence.includes(one.evidenceType));
}
