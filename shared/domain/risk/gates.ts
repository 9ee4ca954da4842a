import type { Gate, GateCause, ScoringPolicy } from "../content/scoring-policy.ts";
import type { GateId } from "../content/vocabulary.ts";
import type { AssessmentInput, GateState, RatedHit, Step } from "./assessment.ts";
import { step } from "./step.ts";

/** Whether a hit's verdict stands: judged, and confirmed by a second person where that is needed. */
export function isSettled(hit: RatedHit): boolean {
  return hit.disposition !== "undecided" && hit.confirmed;
}

/** Whether a hit is settled as being, or belonging to, the listed body. */
export function isConfirmedMatch(hit: RatedHit): boolean {
  return isSettled(hit) && (hit.disposition === "true_match" || hit.disposition === "related");
}

type Input = Pick<AssessmentInput, "items" | "hits" | "triggers" | "gatesOpen" | "gatesShut">;
type Opener = NonNullable<GateState["openedBy"]>;

/** Every gate of the policy: which are open, by what, and which people should consider. */
export function gatesOf(input: Input, policy: ScoringPolicy): GateState[] {
  return policy.gates.map((gate) => gateState(gate, input));
}

/** The ids of the gates that are open. */
export function openGates(states: readonly GateState[]): GateId[] {
  return states.filter((state) => state.open).map((state) => state.gate);
}

function gateState(gate: Gate, input: Input): GateState {
  const causes = gate.opensItself.map((cause) => causeFound(cause, input)).filter((one) => one !== undefined);
  const byPerson = input.gatesOpen.includes(gate.id);
  const shut = input.gatesShut.includes(gate.id) && !byPerson;
  const shutHolds = shut && gate.shutByHand;
  const open = !shutHolds && (byPerson || causes.length > 0);
  const words = { gate: gate.id };
  const steps: Step[] = causes.map((one) => openedStep(gate.id, one));
  if (byPerson) steps.push(step("gate-opened-by-person", { words }));
  if (shut && causes.length > 0) {
    steps.push(step(shutHolds ? "gate-shut-by-person" : "gate-cannot-be-shut", { words }));
  }
  const considered = open ? [] : gate.considerWhen.map((cause) => causeFound(cause, input));
  const toConsider = considered.filter((one) => one !== undefined);
  for (const { by, items, hits } of toConsider) {
    steps.push(step("gate-to-consider", { words: { ...words, because: by }, items, hits }));
  }
  return {
    gate: gate.id,
    open,
    openedBy: open ? (causes[0]?.by ?? "person") : null,
    consider: toConsider.length > 0,
    needsSecondPerson: gate.needsSecondPerson,
    steps,
  };
}

interface FoundCause {
  readonly by: Exclude<Opener, "person">;
  readonly items: string[];
  readonly hits: string[];
  readonly words: Record<string, string>;
}

function causeFound(cause: GateCause, input: Input): FoundCause | undefined {
  if ("trigger" in cause) {
    return input.triggers.includes(cause.trigger)
      ? { by: "trigger", items: [], hits: [], words: { trigger: cause.trigger } }
      : undefined;
  }
  if ("factor" in cause) {
    const items = input.items.filter((item) => item.answer === cause.answer && item.primary.includes(cause.factor));
    if (items.length === 0) return undefined;
    return { by: "answer", items: items.map((item) => item.item), hits: [], words: { factor: cause.factor } };
  }
  const hits = input.hits.filter(
    (hit) =>
      isSettled(hit) &&
      hit.effectClass === cause.effectClass &&
      cause.dispositions.includes(hit.disposition) &&
      cause.relations.includes(hit.relation),
  );
  if (hits.length === 0) return undefined;
  return { by: "hit", items: [], hits: hits.map((hit) => hit.hit), words: { effectClass: cause.effectClass } };
}

function openedStep(gate: GateId, cause: FoundCause): Step {
  const parts = { words: { gate, ...cause.words }, items: cause.items, hits: cause.hits };
  switch (cause.by) {
    case "hit":
      return step("gate-opened-by-hit", parts);
    case "trigger":
      return step("gate-opened-by-trigger", parts);
    case "answer":
      return step("gate-opened-by-answer", parts);
  }
}
