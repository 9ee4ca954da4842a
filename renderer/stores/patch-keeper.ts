import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import type { Fault } from "../../shared/contract/channel.ts";
import type { Result } from "../../shared/result.ts";
import { beforeLock } from "./hand-in.ts";

/** What has been entered and is not stored yet, and how storing goes. */
export interface Kept<P> {
  /** Shown instead of what is stored. */
  readonly draft: P;
  readonly state: "idle" | "unsaved" | "saving" | "saved" | "failed";
  readonly fault: Fault | undefined;
}

/** Keeps entered fields until the vault has them; nothing is lost on refusal. */
export interface PatchKeeper<P> {
  kept(): Kept<P>;
  subscribe(listener: () => void): () => void;
  /** Takes in what was typed; `commit` stores it. */
  enter(patch: P): void;
  /** Forgets what was entered into these fields, because it will not be stored. */
  drop(fields: readonly (keyof P)[]): void;
  /** Stores what is entered, and what is entered meanwhile. Ends when nothing more can be stored; never rejects. */
  commit(): Promise<void>;
  /** The page goes at once: where a call under way does not carry all of it, sends it without waiting for that call. */
  leave(): void;
}

export interface PatchKeeperParts<P> {
  /** Stores fields. Calls of one keeper never overlap, but for a last one that a page sends as it goes. */
  readonly save: (patch: P) => Promise<Result<unknown, Fault>>;
  /** The part that may be stored now; left out, all of it. */
  readonly sendable?: ((patch: P) => P) | undefined;
}

/** A keeper for fields that are stored together. Fields are compared by identity. */
export function createPatchKeeper<P extends object>(parts: () => PatchKeeperParts<P>): PatchKeeper<P> {
  // An empty patch has none of the fields, all of which are optional in a patch.
  const nothing = {} as P;
  let kept: Kept<P> = { draft: nothing, state: "idle", fault: undefined };
  let tail: Promise<void> = Promise.resolve();
  let underWay: { readonly entered: P; readonly sent: P } | undefined;
  const listeners = new Set<() => void>();
  const become = (next: Kept<P>): void => {
    kept = next;
    for (const listener of listeners) listener();
  };

  async function drain(): Promise<void> {
    for (;;) {
      const { save, sendable } = parts();
      const entered = kept.draft;
      const sent = sendable === undefined ? entered : sendable(entered);
      if (isEmpty(sent)) return;
      underWay = { entered, sent };
      become({ ...kept, state: "saving", fault: undefined });
      const reply = await save(sent);
      underWay = undefined;
      if (!reply.ok) {
        become({ ...kept, state: "failed", fault: reply.error });
        return;
      }
      const draft = withoutStored({ draft: kept.draft, entered, sent });
      become({ draft, state: isEmpty(draft) ? "saved" : "unsaved", fault: undefined });
    }
  }

  return {
    kept: () => kept,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter: (patch) => {
      become({ ...kept, draft: { ...kept.draft, ...patch }, state: kept.state === "saving" ? "saving" : "unsaved" });
    },
    drop(fields) {
      const draft = { ...kept.draft };
      for (const field of fields) delete draft[field];
      become({ draft, state: isEmpty(draft) ? "idle" : "unsaved", fault: undefined });
    },
    commit() {
      tail = tail.then(drain);
      return tail;
    },
    leave() {
      const { save, sendable } = parts();
      const left = underWay === undefined ? kept.draft : withoutStored({ draft: kept.draft, ...underWay });
      if (isEmpty(left)) return;
      // All of the draft: what is under way may not be stored yet, and a save can rest on what is.
      const sent = sendable === undefined ? kept.draft : sendable(kept.draft);
      if (!isEmpty(sent)) void save(sent);
    },
  };
}

/** A keeper in a component, with what it keeps. Stores what is left before the vault locks and when the page goes. */
export function usePatchKeeper<P extends object>(parts: PatchKeeperParts<P>): PatchKeeper<P> & Kept<P> {
  const latest = useRef(parts);
  useLayoutEffect(() => {
    latest.current = parts;
  });
  const made = useRef<PatchKeeper<P>>(undefined);
  made.current ??= createPatchKeeper(() => latest.current);
  const keeper = made.current;
  const kept = useSyncExternalStore(keeper.subscribe, keeper.kept);
  useEffect(() => {
    const stop = beforeLock(async (leaving) => {
      if (leaving) keeper.leave();
      else await keeper.commit();
    });
    return () => {
      stop();
      void keeper.commit();
    };
  }, [keeper]);
  return { ...keeper, ...kept };
}

function isEmpty(patch: object): boolean {
  return Object.keys(patch).length === 0;
}

/** The draft without what was stored; a field changed since it was sent stays. */
function withoutStored<P extends object>({ draft, entered, sent }: { draft: P; entered: P; sent: P }): P {
  const left = { ...draft };
  for (const field of Object.keys(sent)) {
    // All three are patches of the same fields.
    const key = field as keyof P;
    if (Object.is(draft[key], entered[key])) delete left[key];
  }
  return left;
}
