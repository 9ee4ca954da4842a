import { appendFileSync, chmodSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "./ports.ts";

declare const wordBrand: unique symbol;

/** A short word that passed `logWord`: letters, digits and `. _ : -` only, so it cannot be a sentence or a path. */
export type LogWord = string & { readonly [wordBrand]: true };

/**
 * What one field may be: a number, a boolean, a checked word or a literal written in the source. A plain `string` does
 * not compile, and neither does a literal with a space in it.
 */
type LogValue<V> = V extends number | boolean | LogWord
  ? V
  : V extends string
    ? string extends V
      ? never
      : V extends `${string} ${string}`
        ? never
        : V
    : never;

/** Keeps event names, ids, numbers and codes. It cannot take a sentence, a name or a path. */
export interface Log {
  /** Appends one line. Never throws: a full disk must not stop the work that is being logged. */
  write<const N extends string, const F extends Readonly<Record<string, unknown>>>(
    event: LogValue<N>,
    fields?: { readonly [K in keyof F]: LogValue<F[K]> },
  ): void;
}

/** Where the log goes and how much of it is kept. */
export interface LogPlace {
  /** Folder of the log files; made with mode 0700 when absent. */
  readonly folder: string;
  readonly clock: Pick<Clock, "nowMs">;
  /** First part of the file's name; the engine writes `kura`, its host `host`, so that neither moves the other's file. */
  readonly name?: "kura" | "host";
  /** Size at which a file is set aside, in bytes. */
  readonly limitBytes?: number;
  /** How many files set aside are kept. */
  readonly keptFiles?: number;
}

const wordPattern = /^[A-Za-z0-9._:-]{1,80}$/u;
const defaultLimitBytes = 1_048_576;
const defaultKeptFiles = 4;

/** Turns text whose origin is code (an id, a class name) into a word; anything that could be prose becomes `refused`. */
export function logWord(text: string): LogWord {
  // The pattern just checked is what the brand stands for; `refused` fits it too.
  return (wordPattern.test(text) ? text : "refused") as LogWord;
}

/** The class of something thrown. Its message and stack may hold data and are never read. */
export function errorClass(thrown: unknown): LogWord {
  if (!(thrown instanceof Error)) return logWord(typeof thrown);
  return logWord(thrown.constructor.name);
}

/** A log in `<name>.log`, one JSON object per line, mode 0600, set aside as `<name>.1.log` and so on when it is full. */
export function createLog({
  folder,
  clock,
  name = "kura",
  limitBytes = defaultLimitBytes,
  keptFiles = defaultKeptFiles,
}: LogPlace): Log {
  const fileAt = (index: number): string => join(folder, index === 0 ? `${name}.log` : `${name}.${index}.log`);
  const file = fileAt(0);
  return {
    write(event, fields) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (sizeOf(file) >= limitBytes) setAside(fileAt, keptFiles);
        appendFileSync(file, `${lineOf(clock.nowMs(), event, fields ?? {})}\n`, { mode: 0o600 });
        chmodSync(file, 0o600);
      } catch {
        // The disk may be full or gone; whoever is logging has the better means to say so.
      }
    },
  };
}

/** A log that keeps nothing, for parts that run before the folder is known. */
export function createSilentLog(): Log {
  return { write() {} };
}

function lineOf(nowMs: number, event: string, fields: Readonly<Record<string, unknown>>): string {
  const line: Record<string, unknown> = { at: new Date(nowMs).toISOString(), event: logWord(event) };
  for (const [name, value] of Object.entries(fields)) line[logWord(name)] = plainValue(value);
  return JSON.stringify(line);
}

/** The types already refuse prose; this holds where a caller has lied to them. */
function plainValue(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return value;
  return logWord(typeof value === "string" ? value : typeof value);
}

function setAside(fileAt: (index: number) => string, keptFiles: number): void {
  rmSync(fileAt(keptFiles), { force: true });
  for (let index = keptFiles - 1; index >= 0; index -= 1) {
    if (sizeOf(fileAt(index)) >= 0) renameSync(fileAt(index), fileAt(index + 1));
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? -1;
}
