import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { MeasureInput } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { host } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";
import { adoptRisk, riskStore } from "../../stores/risk-store.ts";
import { type Effect, effectBetween } from "./effect.ts";

/** A form that was changed and is not recorded yet. */
interface KeptForm {
  readonly dossierId: DossierId;
  readonly form: MeasureInput;
}

/** What recording one measure did to the risk. */
interface LastEffect {
  readonly dossierId: DossierId;
  readonly measureId: string;
  readonly effect: Effect;
}

interface MeasureState {
  readonly kept: readonly KeptForm[];
  readonly lastEffect: LastEffect | undefined;
}

/** What the measures page knows besides the risk itself. Emptied on lock; drafts in the vault bring back what was half typed. */
export const measureStore = createStore<MeasureState>(() => ({ kept: [], lastEffect: undefined }));

function isOf(dossierId: DossierId, measureId: string): (kept: KeptForm) => boolean {
  return (kept) => kept.dossierId === dossierId && kept.form.measureId === measureId;
}

/** The form as it was left, if it was changed and not recorded. */
export function keptForm(dossierId: DossierId, measureId: string): MeasureInput | undefined {
  return measureStore.getState().kept.find(isOf(dossierId, measureId))?.form;
}

/** Keeps a form while it is being filled in, also when the dialog is closed or the page is left. */
export function keepForm(kept: KeptForm): void {
  const isSame = isOf(kept.dossierId, kept.form.measureId);
  measureStore.setState((state) => ({ kept: [...state.kept.filter((one) => !isSame(one)), kept] }));
}

/** Drops what was kept for a form. */
function dropForm(dossierId: DossierId, measureId: string): void {
  const isSame = isOf(dossierId, measureId);
  measureStore.setState((state) => ({ kept: state.kept.filter((one) => !isSame(one)) }));
}

/** Records a measure and remembers what that did to the risk. */
export async function recordMeasure(dossierId: DossierId, measure: MeasureInput): Promise<Result<RiskView, Fault>> {
  const before = riskStore.getState().view;
  const stored = await host.risk.setMeasure({ dossierId, measure });
  if (!stored.ok) return stored;
  dropForm(dossierId, measure.measureId);
  if (before !== undefined) {
    const effect = effectBetween(before.assessment, stored.value.assessment);
    measureStore.setState({ lastEffect: { dossierId, measureId: measure.measureId, effect } });
  }
  adoptRisk(dossierId, stored.value);
  return ok(stored.value);
}

/** Takes a measure out of the case. */
export async function removeMeasure(dossierId: DossierId, measureId: string): Promise<Result<RiskView, Fault>> {
  const removed = await host.risk.removeMeasure({ dossierId, measureId });
  if (!removed.ok) return removed;
  dropForm(dossierId, measureId);
  measureStore.setState({ lastEffect: undefined });
  adoptRisk(dossierId, removed.value);
  return ok(removed.value);
}
