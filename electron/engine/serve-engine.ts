import { join } from "node:path";
import type { Fault } from "../../shared/contract/channel.ts";
import { err, type Result } from "../../shared/result.ts";
import { type Dispatch, internalFault } from "../ipc/dispatch.ts";
import type { EventListener } from "../ipc/events.ts";
import { readRequestText } from "../ipc/request-limits.ts";
import { createLog, createSilentLog, errorClass, type Log } from "../log.ts";
import type { Ports } from "../ports.ts";
import { createEnginePorts, type EnginePorts } from "./engine-ports.ts";
import { type HostLink, HostMessage, type StartFacts } from "./protocol.ts";

/** The whole back end, as `compose` builds it from ports. */
export interface BackEnd {
  readonly dispatch: Dispatch;
  readonly events: { subscribe(listener: EventListener): () => void };
  /** Locks the vault and gives everything back. */
  close(): Promise<void>;
}

/** Builds the back end. */
export type Compose = (ports: Ports) => BackEnd | Promise<BackEnd>;

/** What serving needs; `exit` ends the process with a code. */
export interface EngineParts {
  readonly link: HostLink;
  readonly compose: Compose;
  readonly exit: (code: number) => void;
}

/** The running engine, for the process around it. */
export interface ServedEngine {
  /** Writes down that something was thrown and nobody caught it, then ends the process. */
  crashed(thrown: unknown): void;
}

/** Exit code after something nobody caught; the host starts a new engine. */
const crashExitCode = 70;

interface Running {
  readonly ports: EnginePorts;
  readonly backEnd: Promise<BackEnd>;
  readonly log: Log;
}

/** Answers the host's messages until the host asks it to close or goes away. */
export function serveEngine({ link, compose, exit }: EngineParts): ServedEngine {
  let running: Running | undefined;

  function crashed(thrown: unknown): void {
    (running?.log ?? createSilentLog()).write("engine-crashed", { class: errorClass(thrown) });
    exit(crashExitCode);
  }

  async function start(facts: StartFacts): Promise<void> {
    if (running !== undefined) throw new Error("Engine started twice");
    const ports = createEnginePorts(facts, link);
    const log = createLog({ folder: join(facts.paths.userData, "logs"), clock: ports.ports.clock });
    // Composing inside a promise turns a throw into a rejection that the lines below see.
    const backEnd = Promise.resolve().then(() => compose(ports.ports));
    running = { ports, backEnd, log };
    const { events } = await backEnd;
    events.subscribe((topic, payload) => link.post({ kind: "event", topic, payload }));
  }

  async function close(): Promise<void> {
    const backEnd = await running?.backEnd;
    await backEnd?.close();
    exit(0);
  }

  async function receive(raw: unknown): Promise<void> {
    const message = HostMessage.parse(raw);
    if (message.kind === "start") await start(message.facts);
    else if (message.kind === "close") await close();
    else if (running === undefined) throw new Error("Message before start");
    else if (message.kind === "port-reply") running.ports.dialogAnswered(message.id, message.paths);
    else if (message.kind === "away") running.ports.away(message.moment);
    else {
      const { dispatch } = await running.backEnd;
      const body = await answerText(dispatch, message.call, message.body, running.log);
      link.post({ kind: "reply", id: message.id, body });
    }
  }

  link.onMessage((raw) => {
    receive(raw).catch(crashed);
  });
  link.onGone(() => {
    close().catch(crashed);
  });
  return { crashed };
}

/** Answers request text with the text of a `Result`. Never rejects. */
async function answerText(dispatch: Dispatch, call: string, body: string, log: Log): Promise<string> {
  const request = readRequestText(body);
  if (!request.ok) {
    return resultText(err({ code: request.error.code, details: { limit: request.error.limit } }));
  }
  try {
    return resultText(await dispatch(call, request.value));
  } catch (thrown) {
    return resultText(err(internalFault(log, call, "handler-threw", errorClass(thrown))));
  }
}

function resultText(result: Result<unknown, Fault>): string {
  return JSON.stringify(result);
}
