import type { VaultStatus } from "../../shared/contract/calls/vault.ts";
import type { Fault } from "../../shared/contract/channel.ts";
import type { Result } from "../../shared/result.ts";
import { host, onEvent } from "../host.ts";
import { loadContent } from "./content-store.ts";
import { cover, uncover } from "./cover.ts";
import { createStore, emptyEveryStore } from "./create-store.ts";
import { handInForms } from "./hand-in.ts";
import { adoptPreferences } from "./preferences.ts";

/** Whether a vault is open, and who is here. */
export interface SessionState {
  readonly phase: "starting" | "locked" | "open";
  readonly version: string;
  readonly hostKind: "electron" | "chromium" | "command-line";
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
  // The lock page shows the last backup at once, before a new engine could be asked.
  onEvent("backup.changed", () => void refreshStatus());
  onEvent("vault.locking", () => void leaveVault());
  onEvent("vault.state", ({ state }) => {
    if (state === "locked") adoptLock();
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
  // Joining twice is no matter; an engine that has just taken over knows no window yet.
  if (status.state === "open") void host.windows.join({ windowId });
}

/** This window's name towards the engine, for as long as the page lives. */
const windowId = crypto.randomUUID();

/** The engine waits 300 ms for a window; a little of that goes by on the way. Milliseconds. */
const handInLimitMs = 250;

/** A person who asks for the lock here can wait longer for a slow disk; they see the cover meanwhile. Milliseconds. */
const ownLockLimitMs = 2_000;

/** The vault is about to lock, whoever asked for it: nothing stays on screen, and what is half written is handed in. */
async function leaveVault(): Promise<void> {
  if (sessionStore.getState().phase !== "open") return;
  cover();
  await handInForms(handInLimitMs);
  await host.windows.handedIn({ windowId });
}

/** Shows the lock page without waiting for anything: nothing of the dossiers may stay on a locked screen. */
function adoptLock(): void {
  emptyEveryStore();
  const { status } = sessionStore.getState();
  const bare = status && { ...status, state: "locked" as const, openVaultId: null, personName: null, officeName: null };
  sessionStore.setState({ status: bare, phase: "locked" });
}

/** Takes everything off the screen, keeps what is half typed, then locks. */
export async function lockNow(): Promise<Result<object, Fault>> {
  cover();
  await handInForms(ownLockLimitMs);
  const locked = await host.vault.lock({});
  // The lock page takes the cover away; without a lock there is none.
  if (!locked.ok) uncover();
  return locked;
}
