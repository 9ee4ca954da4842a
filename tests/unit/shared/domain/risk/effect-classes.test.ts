import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Disposition, ListEffectClass } from "../../../../../shared/domain/content/vocabulary.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type { RatedHit } from "../../../../../shared/domain/risk/assessment.ts";
import { caseOf, itemFor, rules } from "./sample-cases.ts";

/** What a verdict that stands leads to: the gates it opens, those to consider, and the advice with and without a programme. */
interface Outcome {
  readonly open: readonly string[];
  readonly consider: readonly string[];
  readonly advice: string;
  readonly adviceInProgramme: string;
}

const nothing: Outcome = { open: [], consider: [], advice: "accept", adviceInProgramme: "accept" };
const held: Outcome = { ...nothing, advice: "pend", adviceInProgramme: "pend" };

/** By effect class of the list, for the subject itself or whoever it belongs to now; spec §12.1 and the gates' own words. */
const table: Readonly<
  Record<ListEffectClass, { readonly same: Partial<Outcome>; readonly related: Partial<Outcome> }>
> = {
  legal_prohibition: { same: { open: ["G1"], advice: "avoid" }, related: { consider: ["G1"] } },
  permit_trigger: {
    same: { open: ["G3"], consider: ["G2"], advice: "escalate" },
    related: { open: ["G3"], consider: ["G2"], advice: "escalate" },
  },
  funder_rule: {
    same: { consider: ["G6"], adviceInProgramme: "escalate" },
    related: { consider: ["G6"], adviceInProgramme: "escalate" },
  },
  risk_reference: { same: {}, related: {} },
};

type Confirmation = "waits" | "agreed";

function found(effectClass: ListEffectClass, disposition: Disposition, confirmation: Confirmation) {
  const hit: RatedHit = {
    hit: "H-1",
    effectClass,
    disposition,
    confirmed: confirmation === "agreed",
    relation: "subject",
  };
  const plain = assess(caseOf([itemFor()], { hits: [hit] }), rules);
  const funded = assess(caseOf([itemFor()], { hits: [hit], triggers: ["designated_programme"] }), rules);
  return {
    open: plain.facts.gatesOpen,
    consider: plain.gates.filter((gate) => gate.consider).map(({ gate }) => gate),
    advice: plain.advice.recommendation,
    adviceInProgramme: funded.advice.recommendation,
  };
}

function expected(effectClass: ListEffectClass, disposition: Disposition, confirmation: Confirmation): Outcome {
  if (disposition === "false_positive" && confirmation === "agreed") return nothing;
  if (disposition === "undecided" || confirmation === "waits") return held;
  const outcome = table[effectClass][disposition === "true_match" ? "same" : "related"];
  const advice = outcome.advice ?? "accept";
  return { open: [], consider: [], advice, adviceInProgramme: advice, ...outcome };
}

describe("what a verdict means by the effect class of the list", () => {
  for (const effectClass of ListEffectClass.options)
    for (const disposition of Disposition.options)
      for (const confirmation of ["waits", "agreed"] as const)
        it(`${effectClass}, ${disposition}, second person: ${confirmation}`, () => {
          const { open, consider, advice, adviceInProgramme } = found(effectClass, disposition, confirmation);
          assert.deepEqual(
            { open, consider, advice, adviceInProgramme },
            expected(effectClass, disposition, confirmation),
          );
        });
});
