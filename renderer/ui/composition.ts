/** What the guard needs to know of a key press; DOM and React keyboard events both fit. */
export type KeyPress = {
  readonly key: string;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
  /** Milliseconds on the same clock as the events given to `ended`. */
  readonly timeStamp: number;
};

/** Knows whether keys are going to an input method rather than to the page. */
export type CompositionGuard = {
  started(): void;
  ended(atMs: number): void;
  isComposing(): boolean;
  /** True when this key press belongs to the input method and must do nothing else. */
  owns(press: KeyPress): boolean;
};

/**
 * Some input methods end the composition just before the Enter that confirmed it reaches the page.
 * Nobody presses Enter twice in this many milliseconds, so an Enter within it is still the confirming one.
 */
export const enterAfterCompositionMs = 60;

/** Key code browsers give to every key an input method has taken. */
const inputMethodKeyCode = 229;

/** A guard for one field or one window; feed it composition events and ask it about keys. */
export function createCompositionGuard(): CompositionGuard {
  let composing = false;
  let endedAtMs = Number.NEGATIVE_INFINITY;
  return {
    started() {
      composing = true;
    },
    ended(atMs) {
      composing = false;
      endedAtMs = atMs;
    },
    isComposing: () => composing,
    owns(press) {
      if (composing || press.isComposing === true || press.keyCode === inputMethodKeyCode) return true;
      const sinceEndMs = press.timeStamp - endedAtMs;
      return press.key === "Enter" && sinceEndMs >= 0 && sinceEndMs < enterAfterCompositionMs;
    },
  };
}
