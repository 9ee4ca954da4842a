import type { GateSetting } from "../../../shared/contract/calls/risk.ts";
import type { Gate } from "../../../shared/domain/content/scoring-policy.ts";
import type { GateState } from "../../../shared/domain/risk/assessment.ts";

/** How a gate stands on the page. `awaiting`: set by one person where two are needed, so it has no effect yet. */
export type GateStanding = "open" | "awaiting" | "consider" | "shutByHand" | "shut";

/** One gate with its rule, what the model found and what people set. */
export interface GateRow {
  readonly gate: Gate;
  readonly state: GateState;
  readonly setting: GateSetting | undefined;
  readonly standing: GateStanding;
  /** Whether a person may open it now. */
  readonly mayOpen: boolean;
  /** Whether a person may shut it now; a cause that the policy protects must go first. */
  readonly mayShut: boolean;
  /** The name of the second person is what is missing. */
  readonly needsSecond: boolean;
}

/** Gates that matter now, and those that are quiet; each in the order of the policy. */
export interface GateRows {
  readonly pressing: readonly GateRow[];
  readonly quiet: readonly GateRow[];
}

const order: readonly GateStanding[] = ["open", "awaiting", "consider", "shutByHand", "shut"];

/** Sorts the gates: open ones first, then what waits for people, then the rest. */
export function gateRows(
  gates: readonly Gate[],
  states: readonly GateState[],
  settings: readonly GateSetting[],
): GateRows {
  const rows = gates
    .flatMap((gate) => {
      const state = states.find((one) => one.gate === gate.id);
      return state === undefined ? [] : [rowOf(gate, state, settings)];
    })
    .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  return {
    pressing: rows.filter((row) => row.standing !== "shut"),
    quiet: rows.filter((row) => row.standing === "shut"),
  };
}

function rowOf(gate: Gate, state: GateState, settings: readonly GateSetting[]): GateRow {
  const setting = settings.find((one) => one.gateId === gate.id);
  const needsSecond = gate.needsSecondPerson && setting !== undefined && setting.secondPerson.trim() === "";
  const isCaused = state.open && state.openedBy !== "person";
  return {
    gate,
    state,
    setting,
    standing: standingOf(state, setting, needsSecond),
    mayOpen: !state.open,
    mayShut: state.open && (!isCaused || gate.shutByHand),
    needsSecond: needsSecond && setting?.open !== state.open,
  };
}

function standingOf(state: GateState, setting: GateSetting | undefined, needsSecond: boolean): GateStanding {
  if (needsSecond && setting !== undefined && setting.open !== state.open) return "awaiting";
  if (state.open) return "open";
  if (setting?.open === false) return "shutByHand";
  return state.consider ? "consider" : "shut";
}
