import { err } from "../../shared/result.ts";
import { internalFault } from "../ipc/dispatch.ts";
import { requestLimitBytes } from "../ipc/request-limits.ts";
import type { Log } from "../log.ts";
import type { AwayMoment, Clipboard, Dialogs } from "../ports.ts";
import { createEngineSession, type EngineSession } from "./engine-session.ts";
import type { EngineProcess, StartFacts } from "./protocol.ts";

/** What the client needs of its host. */
export interface EngineClientParts {
  /** Starts a new engine process. */
  readonly spawn: () => EngineProcess;
  readonly facts: StartFacts;
  readonly dialogs: Dialogs;
  /** Left out where no value can be copied. */
  readonly clipboard?: Clipboard;
  readonly log: Log;
  /** Ends the process after each locking, so that nothing the vault held outlives the lock in memory. On by default. */
  readonly endOnLock?: boolean;
}

/** The host's hold on the engine, whichever process it currently runs in. */
export interface EngineClient {
  /** Sends request text to a call and gives the text of its `Result`. Never rejects. */
  call(name: string, body: string): Promise<string>;
  /** Listens to events of all topics until the returned function is called. */
  subscribe(listener: (topic: string, payload: unknown) => void): () => void;
  /** Tells the engine and every listener that the person has left. An engine that does not lock soon is ended. */
  away(moment: AwayMoment): void;
  /** Whether a vault is open, as far as the engine has said. */
  vaultOpen(): boolean;
  /** Ends the engine at once, as a crash would. A fresh one takes over. */
  kill(): void;
  /** Lets the engine close what it holds, then ends it. Later calls answer `internal`. */
  close(): Promise<void>;
}

/** After this many crashes within the window no new engine is started until the window has passed. */
const crashLimit = 3;
const crashWindowMs = 60_000;

/**
 * How long an engine has for locking when the person has left, in milliseconds. One that is stuck is ended: everything
 * acknowledged is on the disk, and no key may outlive the person's leaving.
 */
const awayLimitMs = 3_000;

const tooLong = JSON.stringify(err({ code: "bad-request", details: { limit: "bytes" } }));

/**
 * Starts the engine and keeps one running. An engine that dies takes nothing else with it: calls in flight answer
 * `vault-locked` after a lock and `internal` after a crash, listeners hear that the vault is locked, and a new engine
 * takes over.
 */
export function createEngineClient(parts: EngineClientParts): EngineClient {
  const { log, endOnLock = true } = parts;
  const listeners = new Set<(topic: string, payload: unknown) => void>();
  const crashes = createCrashCounter();
  const living = new Set<EngineSession>();
  let current: EngineSession | undefined;
  let closing = false;

  const tellAll = (topic: string, payload: unknown): void => {
    for (const listener of [...listeners]) listener(topic, payload);
  };

  function startSession(): EngineSession {
    const session = createEngineSession({
      ...parts,
      process: parts.spawn(),
      onEvent: tellAll,
      // Comes before the event: a listener that calls at once must reach the successor, not the engine on its way out.
      onLocked: () => {
        parts.clipboard?.clear();
        if (endOnLock && !closing) retire(session);
      },
      onEnd: (pendingCalls) => ended(session, pendingCalls),
    });
    living.add(session);
    return session;
  }

  function currentSession(): EngineSession | undefined {
    if (current === undefined && !closing && crashes.recent() < crashLimit) current = startSession();
    return current;
  }

  function retire(session: EngineSession): void {
    session.retire();
    if (current === session) current = startSession();
  }

  function ended(session: EngineSession, pendingCalls: number): void {
    living.delete(session);
    if (!session.retired() && !closing) log.write("engine-ended", { crashes: crashes.add(), pendingCalls });
    if (session.vaultOpen()) {
      parts.clipboard?.clear();
      tellAll("vault.state", { state: "locked" });
    }
    if (current !== session) return;
    current = undefined;
    currentSession();
  }

  currentSession();
  return {
    async call(name, body) {
      // Units, not bytes: enough to keep a flood out of the channel; the engine counts exactly.
      if (body.length > requestLimitBytes) return tooLong;
      const session = currentSession();
      if (session !== undefined) return session.call(name, body);
      return JSON.stringify(err(internalFault(log, name, "engine-died", "stopped")));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    vaultOpen: () => current?.vaultOpen() === true,
    away: (moment) => current !== undefined && leave(current, moment, tellAll),
    kill: () => current?.kill(),
    async close() {
      closing = true;
      await Promise.all([...living].map((session) => session.close()));
    },
  };
}

/** Tells one engine and all listeners that the person has left, and sees to it that no vault stays open. */
function leave(session: EngineSession, moment: AwayMoment, tellAll: (topic: string, payload: unknown) => void): void {
  session.post({ kind: "away", moment });
  if (!session.vaultOpen()) return;
  // Told from here as well: windows must cover themselves even while the engine is deep in other work.
  tellAll("vault.locking", {});
  setTimeout(() => {
    if (session.vaultOpen()) session.retire();
  }, awayLimitMs).unref();
}

interface CrashCounter {
  /** Counts one more and says how many there were within the window. */
  add(): number;
  recent(): number;
}

function createCrashCounter(): CrashCounter {
  let times: number[] = [];
  const recent = (): number => {
    const oldest = performance.now() - crashWindowMs;
    times = times.filter((time) => time >= oldest);
    return times.length;
  };
  return {
    add() {
      times.push(performance.now());
      return recent();
    },
    recent,
  };
}
