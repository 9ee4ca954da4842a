import type { RescreeningState } from "../../../shared/domain/judging/rescreening.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

/** What a window shows of screening again; `idle` shows nothing. `waiting`: cases wait and nothing is at work. */
export type RescreeningShown =
  | { readonly phase: "idle" }
  | { readonly phase: "running" | "held"; readonly done: number; readonly total: number }
  | { readonly phase: "waiting"; readonly waiting: number }
  | { readonly phase: "done"; readonly total: number };

interface Shown {
  readonly shown: RescreeningShown;
}

/** How screening again stands in this window. */
export const rescreeningStore = createStore<Shown>(() => ({ shown: { phase: "idle" } }));

const taskId = "rescreening";
/** Milliseconds for which the end stays to be read. */
const endShownMs = 8_000;
/** Milliseconds after which cases that wait are waiting for longer than the engine takes to begin. */
const beginsWithinMs = 8_000;

const show = (shown: RescreeningShown): void => rescreeningStore.setState({ shown });
const shownNow = (): RescreeningShown => rescreeningStore.getState().shown;

/** Keeps the store true until the returned function is called. For people who read cases: others are refused. */
export function followRescreening(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (work: () => void, ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };
  const settle = (state: RescreeningState): void => {
    const now = shownNow();
    if (state.held && state.waiting > 0) show(heldFrom(now, state));
    else if (now.phase === "running" && state.waiting === 0) {
      show({ phase: "done", total: now.total });
      later(() => show({ phase: "idle" }), endShownMs);
    } else if (state.waiting === 0) show({ phase: "idle" });
    else later(() => void ask(showWaiting), beginsWithinMs);
  };
  const showWaiting = (state: RescreeningState): void => {
    if (state.held || state.waiting === 0) settle(state);
    else show({ phase: "waiting", waiting: state.waiting });
  };
  const ask = async (then: (state: RescreeningState) => void): Promise<void> => {
    const answer = await host.screening.rescreening({});
    if (answer.ok) then(answer.value);
  };
  void ask(settle);
  const stops = [
    onEvent("task.progress", ({ taskId: of, done, total }) => {
      if (of !== taskId) return;
      clearTimeout(timer);
      show({ phase: "running", done, total });
    }),
    onEvent("task.ended", ({ taskId: of }) => {
      if (of === taskId) void ask(settle);
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

function heldFrom(now: RescreeningShown, { waiting }: RescreeningState): RescreeningShown {
  const known = now.phase === "running" || now.phase === "held";
  const total = known ? Math.max(now.total, waiting) : waiting;
  return { phase: "held", done: total - waiting, total };
}

/** Holds screening again up, or lets it go on. */
export async function holdRescreening(held: boolean): Promise<void> {
  const answer = await host.screening.holdRescreening({ held });
  if (answer.ok && held && answer.value.waiting > 0) show(heldFrom(shownNow(), answer.value));
}
