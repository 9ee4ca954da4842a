import { useEffect, useLayoutEffect, useRef } from "react";
import { type CompositionGuard, createCompositionGuard } from "./composition.ts";

export type CommitOptions = {
  readonly value: string;
  readonly onCommit: ((value: string) => void) | undefined;
  /** Commits by itself once typing has paused this long; undefined waits for blur or Enter. */
  readonly idleMs: number | undefined;
};

export type Commit = {
  readonly guard: CompositionGuard;
  /** Tell it of every change the person makes; changes from outside are not told and are never committed. */
  edited(): void;
  /** Commits now if there is something to commit and no composition is under way. */
  now(): void;
  readonly events: {
    onCompositionStart(): void;
    onCompositionEnd(event: { readonly timeStamp: number }): void;
    onBlur(): void;
  };
};

/** Longest that typing without a pause goes uncommitted, in milliseconds: with the way to the disk, within a second. */
const longestUncommittedMs = 700;

/**
 * Decides when a typed text is final: on blur, on a pause, while somebody types on without one, and when the field or the
 * page goes away; never during composition otherwise. Focus is left where it is.
 */
export function useCommit(options: CommitOptions): Commit {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const made = useRef<Committer | null>(null);
  made.current ??= createCommitter(() => latest.current);
  const committer = made.current;
  useEffect(() => {
    committers.add(committer);
    return () => {
      committers.delete(committer);
      committer.leave();
    };
  }, [committer]);
  return committer;
}

const committers = new Set<Committer>();

/** Commits every field's typed text at once, even in the middle of a composition: for a page that is about to go. */
export function commitFields(): void {
  for (const committer of committers) committer.leave();
}

type Committer = Commit & { leave(): void };

function createCommitter(latest: () => CommitOptions): Committer {
  const guard = createCompositionGuard();
  let pending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sinceMs: number | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    sinceMs = undefined;
    if (!pending) return;
    pending = false;
    const { value, onCommit } = latest();
    onCommit?.(value);
  };
  const now = (): void => {
    if (!guard.isComposing()) flush();
  };
  const restart = (): void => {
    clearTimeout(timer);
    const { idleMs } = latest();
    if (idleMs === undefined || !pending) return;
    sinceMs ??= performance.now();
    const leftMs = sinceMs + longestUncommittedMs - performance.now();
    timer = setTimeout(now, Math.max(0, Math.min(idleMs, leftMs)));
  };
  return {
    guard,
    now,
    leave: flush,
    edited() {
      pending = true;
      restart();
    },
    events: {
      onCompositionStart: () => guard.started(),
      onCompositionEnd(event) {
        guard.ended(event.timeStamp);
        restart();
      },
      onBlur: now,
    },
  };
}
