import { useCallback, useEffect, useRef, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Result } from "../../../shared/result.ts";

/** Rows that come window by window as they are scrolled to. */
export interface Windows<Row> {
  readonly rows: readonly Row[];
  /** All rows are here. */
  readonly isWhole: boolean;
  readonly isBusy: boolean;
  readonly fault: Fault | undefined;
  /** Asks for the next window, unless one is on its way. */
  more(): void;
}

type Ask<Row> = (from: number) => Promise<Result<{ lines: readonly Row[]; next: number | null }, Fault>>;

interface State<Row> {
  readonly question: string | undefined;
  readonly rows: readonly Row[];
  readonly next: number | null;
  readonly fault: Fault | undefined;
}

/** Waits this long after the last key before another question is asked. Milliseconds. */
const settleMs = 200;

/**
 * Asks for rows window by window. Another question begins anew; an answer to an earlier one is let go. An empty window that is
 * not the last is followed at once, so that a search goes on by itself until it finds something or has seen everything.
 */
export function useWindows<Row>(question: string, ask: Ask<Row>): Windows<Row> {
  const [state, setState] = useState<State<Row>>({ question: undefined, rows: [], next: null, fault: undefined });
  const [isBusy, setBusy] = useState(true);
  const latest = useRef({ question, ask });
  latest.current = { question, ask };
  const load = useCallback(async (from: number, rows: readonly Row[]): Promise<void> => {
    const asked = latest.current;
    setBusy(true);
    let next: number | null = from;
    const all = [...rows];
    while (next !== null && all.length === rows.length) {
      const answer: Awaited<ReturnType<Ask<Row>>> = await asked.ask(next);
      if (latest.current.question !== asked.question) return;
      if (!answer.ok) {
        setState({ question: asked.question, rows: all, next: null, fault: answer.error });
        setBusy(false);
        return;
      }
      all.push(...answer.value.lines);
      next = answer.value.next;
    }
    setState({ question: asked.question, rows: all, next, fault: undefined });
    setBusy(false);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins anew.
  useEffect(() => {
    setBusy(true);
    const timer = setTimeout(() => void load(0, []), state.question === undefined ? 0 : settleMs);
    return () => clearTimeout(timer);
  }, [question]);
  const isCurrent = state.question === question;
  const { rows, next } = state;
  const more = useCallback(() => {
    if (isCurrent && !isBusy && next !== null) void load(next, rows);
  }, [isCurrent, isBusy, next, rows, load]);
  return { rows, isWhole: isCurrent && next === null, isBusy: isBusy || !isCurrent, fault: state.fault, more };
}
