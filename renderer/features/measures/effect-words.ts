import { effectSentences, type Speaker } from "../../../shared/strings/risk-sentences.ts";
import { type Effect, type FactorEffect, isWithoutEffect } from "./effect.ts";

/** How one factor moved, as a sentence without its end. */
export function factorSentence({ text, nameOf }: Speaker, { factor, moment, before, after }: FactorEffect): string {
  return text("measures.effectFactor", {
    factor: nameOf("factor", factor),
    moment,
    before: before.score,
    beforeBand: nameOf("band", before.band),
    after: after.score,
    afterBand: nameOf("band", after.band),
  });
}

/** What matters most about an effect in few sentences: the outcome where it moved, else the factors, else that nothing did. */
export function effectSummary(speaker: Speaker, effect: Effect): string[] {
  if (isWithoutEffect(effect)) return [speaker.text("measures.effectNoneShort")];
  const overall = effectSentences(speaker, effect.before, effect.after);
  return overall.length > 0 ? overall : effect.factors.map((one) => factorSentence(speaker, one));
}
