import type { VaultStatus } from "../../shared/contract/calls/vault.ts";
import type { Fault } from "../../shared/contract/channel.ts";
import type { Result } from "../../shared/result.ts";
import { host, onEvent } from "../host.ts";
import { loadContent } from "./content-store.ts";
import { createStore, emptyEveryStore } from "./create-store.ts";
import { adoptPreferences } from "./preferences.ts";

/** Whether a vault is open, and who is here. */
export interface SessionState {
  readonly phase: "starting" | "locked" | "open";
  readonly version: string;
  readonly hostKind: "electron" | "chromium";
  readonly status: VaultStatus | undefined;
}

const initial: SessionState = { phase: "starting", version: "", hostKind: "electron", status: undefined };

/** The session as the window knows it; the engine has the last word. */
export const sessionStore = createStore<SessionState>(() => initial, { keepOnLock: true });

/** Asks the engine who and where we are, and follows its state from then on. */
export async function startSession(): Promise<void> {
  const started = await host.app.start({});
  if (started.ok) {
    adoptPreferences(started.value.preferences);
    sessionStore.setState({ version: started.value.version, hostKind: started.value.host });
  }
  await loadContent();
  await refreshStatus();
  onEvent("vault.state", ({ state }) => {
    // Emptied before anything is asked: nothing of the dossiers may stay on a locked screen.
    if (state === "locked") emptyEveryStore();
    void refreshStatus();
  });
}

/** Reads the vault's state anew. */
export async function refreshStatus(): Promise<void> {
  const status = await host.vault.status({});
  if (status.ok) adoptStatus(status.value);
}

/** Takes over a status that a call has just brought. */
export function adoptStatus(status: VaultStatus): void {
  sessionStore.setState({ status, phase: status.state });
}

const flushers = new Set<() => Promise<void>>();

/** Registers work that must be done before the vault locks, such as storing what is half typed. Answers how to undo it. */
export function beforeLock(flush: () => Promise<void>): () => void {
  flushers.add(flush);
  return () => flushers.delete(flush);
}

/** Stores what is half typed, then locks. */
export async function lockNow(): Promise<Result<object, Fault>> {
  await Promise.allSettled([...flushers].map((flush) => flush()));
  return host.vault.lock({});
}
