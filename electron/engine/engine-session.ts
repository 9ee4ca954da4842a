import type { Fault } from "../../shared/contract/channel.ts";
import { err } from "../../shared/result.ts";
import { internalFault } from "../ipc/dispatch.ts";
import { isTopic } from "../ipc/events.ts";
import { errorClass, type Log } from "../log.ts";
import type { Clipboard, Dialogs } from "../ports.ts";
import {
  type DialogRequest,
  EngineMessage,
  type EngineProcess,
  type HostMessage,
  type StartFacts,
} from "./protocol.ts";

/** What one session with one engine process is made from. */
export interface SessionParts {
  readonly process: EngineProcess;
  readonly facts: StartFacts;
  readonly dialogs: Dialogs;
  readonly clipboard?: Clipboard;
  readonly log: Log;
  readonly onEvent: (topic: string, payload: unknown) => void;
  /** Called before the event itself when a vault that was open has been locked. */
  readonly onLocked: () => void;
  /** Called once, after every call still open has been answered. */
  readonly onEnd: (pendingCalls: number) => void;
}

/** One engine process and the calls it still owes an answer. */
export interface EngineSession {
  /** Sends request text; settles with the reply, or with a fault when the process ends first. Never rejects. */
  call(name: string, body: string): Promise<string>;
  post(message: HostMessage): void;
  /** Whether this engine has said that its vault is open. */
  vaultOpen(): boolean;
  /** Lets the engine answer what it began, for at most two seconds, then ends it; the rest answers `vault-locked`. */
  retire(): void;
  retired(): boolean;
  /** Lets the engine close what it holds, for at most five seconds, then ends it. */
  close(): Promise<void>;
  kill(): void;
}

const retireLimitMs = 2_000;
const closeLimitMs = 5_000;

interface PendingCall {
  readonly name: string;
  readonly settle: (body: string) => void;
}

/** Starts a session: hands the engine its facts and answers what it asks of the host. */
export function createEngineSession(parts: SessionParts): EngineSession {
  const { process, log } = parts;
  const pending = createPendingCalls();
  const state = { vaultOpen: false, retired: false, ended: false };

  const receive = (message: EngineMessage): void => {
    if (message.kind === "reply") {
      pending.settle(message.id, message.body);
      if (state.retired && pending.count() === 0) process.kill();
    } else if (message.kind === "event") {
      const wasOpen = state.vaultOpen;
      state.vaultOpen = vaultOpenAfter(message.topic, message.payload) ?? wasOpen;
      if (wasOpen && !state.vaultOpen) parts.onLocked();
      if (isTopic(message.topic)) parts.onEvent(message.topic, message.payload);
    } else if (message.kind === "clipboard") {
      if (message.text === null) parts.clipboard?.clear();
      else parts.clipboard?.write(message.text);
    } else {
      answerDialog(parts, message.request, (paths) => {
        if (!state.ended) process.post({ kind: "port-reply", id: message.id, paths: [...paths] });
      });
    }
  };

  process.onMessage((raw) => {
    const message = EngineMessage.safeParse(raw);
    if (message.success) receive(message.data);
    else log.write("engine-message-misfit");
  });
  process.onExit(() => {
    state.ended = true;
    const left = pending.settleAll((name) => deathFault(log, name, state.retired));
    parts.onEnd(left);
  });
  process.post({ kind: "start", facts: parts.facts });

  return {
    call: (name, body) => pending.add(name, (id) => process.post({ kind: "call", id, call: name, body })),
    post: (message) => process.post(message),
    vaultOpen: () => state.vaultOpen,
    retire() {
      state.retired = true;
      setTimeout(() => process.kill(), pending.count() === 0 ? 0 : retireLimitMs).unref();
    },
    retired: () => state.retired,
    close: () => closeProcess(process),
    kill: () => process.kill(),
  };
}

interface PendingCalls {
  add(name: string, send: (id: number) => void): Promise<string>;
  settle(id: number, body: string): void;
  /** Settles all with a fault each, and says how many there were. */
  settleAll(faultOf: (name: string) => Fault): number;
  count(): number;
}

function createPendingCalls(): PendingCalls {
  const calls = new Map<number, PendingCall>();
  let lastId = 0;
  return {
    add(name, send) {
      lastId += 1;
      const id = lastId;
      return new Promise((settle) => {
        calls.set(id, { name, settle });
        send(id);
      });
    },
    settle(id, body) {
      calls.get(id)?.settle(body);
      calls.delete(id);
    },
    settleAll(faultOf) {
      const left = calls.size;
      for (const { name, settle } of calls.values()) settle(JSON.stringify(err(faultOf(name))));
      calls.clear();
      return left;
    },
    count: () => calls.size,
  };
}

function deathFault(log: Log, name: string, retired: boolean): Fault {
  return retired ? { code: "vault-locked" } : internalFault(log, name, "engine-died", "exit");
}

function vaultOpenAfter(topic: string, payload: unknown): boolean | undefined {
  if (topic !== "vault.state") return undefined;
  return !(typeof payload === "object" && payload !== null && "state" in payload && payload.state === "locked");
}

function answerDialog(parts: SessionParts, request: DialogRequest, answer: (paths: readonly string[]) => void): void {
  showDialog(parts.dialogs, request).then(answer, (thrown: unknown) => {
    parts.log.write("dialog-failed", { class: errorClass(thrown) });
    answer([]);
  });
}

async function showDialog(dialogs: Dialogs, request: DialogRequest): Promise<readonly string[]> {
  if (request.dialog === "open-files") return dialogs.openFiles(request.purpose);
  const path = await showForOne(dialogs, request);
  return path === undefined ? [] : [path];
}

function showForOne(
  dialogs: Dialogs,
  request: Exclude<DialogRequest, { dialog: "open-files" }>,
): Promise<string | undefined> {
  if (request.dialog === "open-file") return dialogs.openFile(request.purpose);
  if (request.dialog === "open-folder") return dialogs.openFolder(request.purpose);
  return dialogs.saveFile(request.purpose, request.suggestedName);
}

function closeProcess(process: EngineProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => process.kill(), closeLimitMs);
    process.onExit(() => {
      clearTimeout(timer);
      resolve();
    });
    process.post({ kind: "close" });
  });
}
