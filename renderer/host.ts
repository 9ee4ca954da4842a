import type { KuraClient } from "../shared/contract/calls.ts";
import type { Fault } from "../shared/contract/channel.ts";
import { clientOver } from "../shared/contract/client.ts";
import type { EventPayload, Topic } from "../shared/contract/events.ts";
import { DossierId } from "../shared/domain/ids.ts";
import { err, type Result } from "../shared/result.ts";

/** What the host puts into the window: one function per call, which takes and gives JSON text, and events by topic. */
export interface Bridge {
  readonly call: Readonly<Record<string, Readonly<Record<string, (body: string) => Promise<string>>>>>;
  readonly on: (topic: string, listener: (payload: unknown) => void) => () => void;
}

declare global {
  var kura: Bridge | undefined;
}

/**
 * Every call of the contract as a function: `await host.checklist.record({...})`. Never rejects; a host that has gone
 * away answers `internal`.
 */
export const host: KuraClient = clientOver(sendReasoned);

/** Areas whose changes carry a reason given beforehand; the others ask for theirs on their own pages. */
const reasonedAreas: ReadonlySet<string> = new Set(["evidence", "intake", "questionnaires"]);

let askReason: ((dossierId: DossierId) => Promise<boolean>) | undefined;

/** Who asks the person for a reason where the office wants one; answers whether one was given. Returns how to stop asking. */
export function whenReasonRequired(ask: (dossierId: DossierId) => Promise<boolean>): () => void {
  askReason = ask;
  return () => {
    askReason = undefined;
  };
}

/** Sends a call, and once more after the person has given the reason that it was refused for. */
async function sendReasoned(area: string, verb: string, request: unknown): Promise<Result<unknown, Fault>> {
  const reply = await send(area, verb, request);
  if (reply.ok || reply.error.code !== "reason-required" || !reasonedAreas.has(area)) return reply;
  const named =
    typeof request === "object" && request !== null && "dossierId" in request ? request.dossierId : undefined;
  const dossierId = DossierId.safeParse(named);
  if (!dossierId.success || askReason === undefined || !(await askReason(dossierId.data))) return reply;
  return send(area, verb, request);
}

/** Listens to one topic until the returned function is called. */
export function onEvent<T extends Topic>(topic: T, listener: (payload: EventPayload<T>) => void): () => void {
  // The engine has checked every payload against its topic's schema before it sent it.
  return bridge().on(topic, (payload) => listener(payload as EventPayload<T>));
}

async function send(area: string, verb: string, request: unknown): Promise<Result<unknown, Fault>> {
  const call = bridge().call[area]?.[verb];
  if (call === undefined) return err({ code: "unknown-call" });
  try {
    // The other side has cut the reply to the call's schema; what arrives is what the type says.
    return JSON.parse(await call(JSON.stringify(request))) as Result<unknown, Fault>;
  } catch {
    return err({ code: "internal" });
  }
}

function bridge(): Bridge {
  if (globalThis.kura === undefined) throw new Error("The page runs without a host");
  return globalThis.kura;
}
