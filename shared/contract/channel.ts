import type { z } from "zod";
import type { Result } from "../result.ts";
import type { ErrorCode } from "./errors.ts";

/** One call across the door: what goes in, what comes out, and which refusals the caller must expect. */
export interface Channel<Q extends z.ZodType, R extends z.ZodType, E extends ErrorCode> {
  readonly request: Q;
  readonly response: R;
  readonly errors: readonly E[];
}

/** Declares one call. Requests must be strict objects: an unknown field is refused at the door. */
export function channel<Q extends z.ZodType, R extends z.ZodType, const E extends ErrorCode>(
  shape: Channel<Q, R, E>,
): Channel<Q, R, E> {
  return shape;
}

/**
 * Codes any call may answer with, declared or not: the door's own refusals, what a disk can do to any write, and the
 * refusal to somebody whose roles do not allow the call.
 */
export const universalCodes = [
  "bad-request",
  "internal",
  "unknown-call",
  "text-invalid",
  "text-too-long",
  "storage-full",
  "storage-readonly",
  "storage-gone",
  "storage-failed",
  "vault-damaged",
  "not-permitted",
] as const satisfies readonly ErrorCode[];
export type UniversalCode = (typeof universalCodes)[number];

/** A refusal as it crosses the door: a code and, where the sentence needs them, numbers or ids. Never prose. */
export interface Fault<E extends ErrorCode = ErrorCode> {
  readonly code: E | UniversalCode;
  /** Numbers and short ids the sentence shows (for example a line number or a size in bytes). */
  readonly details?: Readonly<Record<string, string | number>> | undefined;
  /** Eight hex digits that also stand in the log, for `internal` alone. */
  readonly reference?: string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: the table type must admit every schema; each entry keeps its own.
export type AnyChannel = Channel<any, any, ErrorCode>;
export type CallTable = Readonly<Record<string, Readonly<Record<string, AnyChannel>>>>;

type Input<C extends AnyChannel> = z.input<C["request"]>;
type Parsed<C extends AnyChannel> = z.output<C["request"]>;
type Answer<C extends AnyChannel> = z.output<C["response"]>;
type Codes<C extends AnyChannel> = C["errors"][number];

/** What the window may call: one function per line of the table. */
export type Client<T extends CallTable> = {
  readonly [A in keyof T]: {
    readonly [V in keyof T[A]]: (request: Input<T[A][V]>) => Promise<Result<Answer<T[A][V]>, Fault<Codes<T[A][V]>>>>;
  };
};

/** What the engine must provide: a missing handler or an undeclared code does not compile. */
export type Handlers<T extends CallTable> = {
  readonly [A in keyof T]: {
    readonly [V in keyof T[A]]: (
      request: Parsed<T[A][V]>,
    ) => Promise<Result<z.input<T[A][V]["response"]>, Fault<Codes<T[A][V]>>>>;
  };
};
