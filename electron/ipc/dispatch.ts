import { randomBytes } from "node:crypto";
import { z } from "zod";
import {
  type AnyChannel,
  type CallTable,
  type Fault,
  type Handlers,
  universalCodes,
} from "../../shared/contract/channel.ts";
import type { ErrorCode } from "../../shared/contract/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { errorClass, type Log, logWord } from "../log.ts";
import type { CallName } from "./calls-list.ts";
import { checkRequestValue } from "./request-limits.ts";

/** Answers one call by name. Never rejects: whatever goes wrong is a `Fault`. */
export type Dispatch = (call: string, payload: unknown) => Promise<Result<unknown, Fault>>;

/** What a dispatch is made from. */
export interface DispatchParts<T extends CallTable> {
  readonly table: T;
  readonly handlers: Handlers<T>;
  readonly log: Log;
  /**
   * Calls that must not overlap, group by group: within a group each waits for the one before it, in order of arrival.
   * All other calls start at once. Never put a call here that must get through while a dialog is open (locking).
   */
  readonly serial?: readonly (readonly CallName<T>[])[];
  /** The refusal inside something thrown, such as a full disk; undefined when it is a bug. */
  readonly refusalIn?: (thrown: unknown) => Fault | undefined;
  /** Told of each refusal that a service answers, before it goes out. Must not throw. */
  readonly onRefused?: (call: string, fault: Fault) => void;
}

type Handler = (request: unknown) => Promise<Result<unknown, Fault>>;

interface Line {
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  readonly errors: readonly ErrorCode[];
  readonly handler: Handler;
}

/**
 * The one door: checks the request's limits and schema, runs the handler, cuts the response to its schema. Answers
 * `unknown-call`, `bad-request` (with the path of the first problem, never a value), `text-invalid`, the call's own
 * codes, or `internal` with a reference that the log holds beside the class of what was thrown.
 */
export function createDispatch<T extends CallTable>(parts: DispatchParts<T>): Dispatch {
  const { log } = parts;
  const lines = linesOf(parts.table, parts.handlers);
  const enqueue = createQueues(parts.serial ?? []);

  async function answer(call: string, line: Line, request: unknown): Promise<Result<unknown, Fault>> {
    try {
      const outcome = await line.handler(request);
      if (!outcome.ok) {
        parts.onRefused?.(call, outcome.error);
        return err(cutFault(call, line.errors, outcome.error, log));
      }
      const cut = line.response.safeParse(outcome.value);
      if (cut.success) return ok(cut.data);
      return err(internalFault(log, call, "response-misfit", cut.error.issues[0]?.code ?? "none"));
    } catch (thrown) {
      const refusal = parts.refusalIn?.(thrown);
      if (refusal !== undefined) return err(cutFault(call, line.errors, refusal, log));
      return err(internalFault(log, call, "handler-threw", errorClass(thrown)));
    }
  }

  /** A rule of a schema that trips over what it was given is our fault, and must not end the window's call. */
  function check(call: string, line: Line, payload: unknown): Result<unknown, Fault> {
    try {
      return parseRequest(line.request, payload);
    } catch (thrown) {
      return err(internalFault(log, call, "check-threw", errorClass(thrown)));
    }
  }

  return async (call, payload) => {
    const line = lines.get(call);
    if (line === undefined) return err({ code: "unknown-call" });
    const request = check(call, line, payload);
    return request.ok ? enqueue(call, () => answer(call, line, request.value)) : request;
  };
}

/** Makes the fault for something unforeseen and leaves its trace in the log: event, call, reference and a class name. */
export function internalFault(
  log: Log,
  call: string,
  event: "check-threw" | "handler-threw" | "response-misfit" | "undeclared-code" | "engine-died",
  what: string,
): Fault {
  const reference = randomBytes(4).toString("hex");
  log.write("internal", { what: event, call: logWord(call), reference: logWord(reference), class: logWord(what) });
  return { code: "internal", reference };
}

function linesOf<T extends CallTable>(table: T, handlers: Handlers<T>): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const [area, verbs] of Object.entries(table)) {
    for (const [verb, channel] of Object.entries(verbs)) {
      // `Handlers<T>` has checked each handler against its own line; the loop over names cannot carry that type along.
      const handler = handlers[area]?.[verb] as Handler | undefined;
      if (handler === undefined) throw new Error(`No handler for ${area}.${verb}`);
      lines.set(`${area}.${verb}`, lineOf(channel, handler));
    }
  }
  return lines;
}

function lineOf(channel: AnyChannel, handler: Handler): Line {
  // `AnyChannel` says `any` so that it admits every schema; a schema is what each of them is.
  const { request, response } = channel as { request: z.ZodType; response: z.ZodType };
  return { request, response, errors: channel.errors, handler };
}

function parseRequest(schema: z.ZodType, payload: unknown): Result<unknown, Fault> {
  const within = checkRequestValue(payload);
  if (!within.ok) return err({ code: within.error.code, details: { limit: within.error.limit } });
  const parsed = schema.safeParse(payload);
  if (parsed.success) return ok(parsed.data);
  return err(requestFault(parsed.error));
}

/** A text that is too long or cannot be stored has a sentence of its own; everything else is a bug of the page. */
function requestFault(error: z.ZodError): Fault {
  const [first] = error.issues;
  const path = firstPath(error);
  if (first?.code === "too_big" && first.origin === "string")
    return { code: "text-too-long", details: { path, limit: Number(first.maximum) } };
  if (first?.code === "custom" && first.params?.["code"] === "text-invalid")
    return { code: "text-invalid", details: { path } };
  return { code: "bad-request", details: { path } };
}

/** Path of the first problem, for example `decision.reviewDay`; the page sent these names itself. */
function firstPath(error: z.ZodError): string {
  return z.core.toDotPath(error.issues[0]?.path ?? []).slice(0, 120);
}

function cutFault(call: string, errors: readonly ErrorCode[], fault: Fault, log: Log): Fault {
  const allowed: readonly ErrorCode[] = [...errors, ...universalCodes];
  const declared = allowed.includes(fault.code);
  if (!declared) return internalFault(log, call, "undeclared-code", fault.code);
  if (fault.code === "internal" && fault.reference === undefined) {
    return internalFault(log, call, "handler-threw", "internal-value");
  }
  const details = cutDetails(fault.details);
  return {
    code: fault.code,
    ...(details === undefined ? {} : { details }),
    ...(fault.code === "internal" ? { reference: fault.reference } : {}),
  };
}

/** Longest text in a fault's details: room for an id or a column name, not for a note. */
const detailLimit = 200;

function cutDetails(details: Fault["details"]): Fault["details"] {
  if (details === undefined) return undefined;
  const kept = Object.entries(details).filter(
    ([, value]) => Number.isFinite(value) || (typeof value === "string" && value.length <= detailLimit),
  );
  return Object.fromEntries(kept);
}

/** Runs each call of a group after the one before it, and all other calls at once. */
function createQueues(
  groups: readonly (readonly string[])[],
): (call: string, run: () => Promise<Result<unknown, Fault>>) => Promise<Result<unknown, Fault>> {
  const tails: Promise<unknown>[] = groups.map(() => Promise.resolve());
  const groupOf = new Map(groups.flatMap((group, index) => group.map((call) => [call, index] as const)));
  return (call, run) => {
    const group = groupOf.get(call);
    if (group === undefined) return run();
    // `run` never rejects, so the chain cannot break.
    const turn = (tails[group] ?? Promise.resolve()).then(run);
    tails[group] = turn;
    return turn;
  };
}
