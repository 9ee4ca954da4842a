import { assertNever } from "../assert.ts";
import { LevelFact } from "../domain/content/condition.ts";
import type { Namer } from "../domain/content/names.ts";
import { type ChangeOf, Facts, type LeafResult, type Outcome, type Step } from "../domain/risk/assessment.ts";
import { stepArguments } from "../domain/risk/step.ts";
import type { Locale, Text } from "./text.ts";

/** What every sentence about a risk needs: words, names, and how a list is joined. */
export interface Speaker {
  readonly text: Text;
  readonly nameOf: Namer;
  readonly locale: Locale;
}

/** Between the members of a list, as each language writes it. */
export function listSeparator(locale: Locale): string {
  return locale === "ja" ? "、" : ", ";
}

/** One step of the arithmetic as a sentence. Items and measures stand in it by their ids. */
export function stepSentence({ text, nameOf, locale }: Speaker, step: Step): string {
  return text(`risk.step.${step.code}`, stepArguments(step, nameOf, listSeparator(locale)));
}

/** The first half of "what would change this": if this one thing were so. */
export function changeSentence({ text, nameOf }: Speaker, change: ChangeOf): string {
  switch (change.kind) {
    case "answer": {
      const [from, to] = [nameOf("answer", change.from), nameOf("answer", change.to)];
      return text("risk.changeAnswer", { item: change.item, from, to });
    }
    case "corroboration":
      return text(change.to ? "risk.changeCorroborated" : "risk.changeUncorroborated", { item: change.item });
    case "measure":
      return text(measureKeys[change.to], { measure: nameOf("measure", change.measure) });
    case "gate":
      return text(change.to ? "risk.changeGateOpened" : "risk.changeGateShut", { gate: nameOf("gate", change.gate) });
    case "hit":
      return text("risk.changeHit", { to: nameOf("disposition", change.to) });
    case "identity":
      return text("risk.changeIdentity", { to: nameOf("identity", change.to) });
    default:
      return assertNever(change);
  }
}

const measureKeys = {
  proposed: "risk.changeMeasureLost",
  agreed: "risk.changeMeasureAgreed",
  implemented: "risk.changeMeasureImplemented",
  overdue: "risk.changeMeasureLost",
  withdrawn: "risk.changeMeasureLost",
} as const;

/** The second half: what would move, and from where to where. Empty when nothing does. */
export function effectSentences({ text, nameOf }: Speaker, before: Outcome, after: Outcome): string[] {
  const moves = [
    ["risk.effectRecommendation", "recommendation", before.recommendation, after.recommendation],
    ["risk.effectInherent", "band", before.inherent, after.inherent],
    ["risk.effectPlanned", "band", before.planned, after.planned],
    ["risk.effectActual", "band", before.actual, after.actual],
  ] as const;
  return moves
    .filter(([, , from, to]) => from !== to)
    .map(([key, word, from, to]) => text(key, { from: nameOf(word, from), to: nameOf(word, to) }));
}

/** One part of a condition: what was looked at, and how it was found. */
export function leafSentence(speaker: Speaker, leaf: LeafResult): { subject: string; finding: string } {
  const { text, nameOf, locale } = speaker;
  const fact = Facts.keyof().parse(leaf.subject);
  const named = (values: LeafResult["actual"]): string =>
    values.length === 0
      ? text("common.none")
      : values.map((value) => nameOf(wordOf(fact), String(value))).join(listSeparator(locale));
  const [actual, expected] = [named(leaf.actual), named(leaf.expected)];
  const finding = text(`risk.op.${leaf.op}`, { actual, expected, count: leaf.expected.length });
  return { subject: text(`risk.fact.${fact}`), finding };
}

/** The kind of word a fact's values are; counts are no words and stay as they are. */
function wordOf(fact: keyof Facts): string {
  if (LevelFact.safeParse(fact).success) return "band";
  if (fact === "gatesOpen") return "gate";
  return fact === "subjectIdentity" ? "identity" : fact;
}
