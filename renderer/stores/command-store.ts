import { useEffect, useLayoutEffect, useRef } from "react";
import type { TextArgs, TextKey } from "../../shared/strings/text.ts";
import { createStore } from "./create-store.ts";

/** One thing a person can do by key, from the palette or from the sheet. */
export interface Command {
  /** `area.verb`, unique among what is offered at a time. */
  readonly id: string;
  readonly titleKey: TextKey;
  readonly titleArgs?: TextArgs;
  /** Keys that run it, each as `J`, `?`, `ArrowDown` or `Ctrl+Enter`; the first is the one shown. */
  readonly keys: readonly string[];
  /** Whether it can run now; left out, always. A command that cannot run leaves its keys to others. */
  readonly when?: (() => boolean) | undefined;
  readonly run: () => void;
  /** Runs again while the key is held down; for moving through a list. */
  readonly isRepeatable?: boolean;
  /** Works above an open dialog too; for locking. */
  readonly isAlways?: boolean;
}

interface CommandState {
  /** One entry per page part on screen, innermost last. Read at the moment of use, so that they are never stale. */
  readonly offers: readonly (() => readonly Command[])[];
}

/** What the page on screen offers. Emptied on lock. */
const commandStore = createStore<CommandState>(() => ({ offers: [] }));

/** Offers commands until the returned function is called. Later offers win over earlier ones on the same key. */
export function offerCommands(commands: () => readonly Command[]): () => void {
  commandStore.setState(({ offers }) => ({ offers: [...offers, commands] }));
  return () => {
    commandStore.setState(({ offers }) => ({ offers: offers.filter((offer) => offer !== commands) }));
  };
}

/** Everything offered at this moment, innermost first. */
export function offeredCommands(): readonly Command[] {
  return commandStore
    .getState()
    .offers.toReversed()
    .flatMap((offer) => offer());
}

/** Offers commands while the component is on the page; they may be new objects at every render. */
export function useOfferCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  });
  useEffect(() => offerCommands(() => latest.current), []);
}
