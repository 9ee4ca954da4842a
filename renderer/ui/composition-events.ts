import { type KeyboardEvent, useState } from "react";
import { type CompositionGuard, createCompositionGuard, type KeyPress } from "./composition.ts";

export type CompositionWatch = {
  readonly guard: CompositionGuard;
  /** Spread onto the field, so that the guard hears of its compositions. */
  readonly events: {
    onCompositionStart(): void;
    onCompositionEnd(event: { readonly timeStamp: number }): void;
  };
};

/** A guard for one field, and the events it must hear of. */
export function useCompositionGuard(): CompositionWatch {
  const [watch] = useState(() => {
    const guard = createCompositionGuard();
    return {
      guard,
      events: {
        onCompositionStart: () => guard.started(),
        onCompositionEnd: (event: { readonly timeStamp: number }) => guard.ended(event.timeStamp),
      },
    };
  });
  return watch;
}

/** What the guard needs to know of React's keyboard event; the mark of composing sits in the native one. */
export function pressOf(event: KeyboardEvent): KeyPress {
  const { key, keyCode, timeStamp, nativeEvent } = event;
  return { key, keyCode, timeStamp, isComposing: nativeEvent.isComposing };
}
