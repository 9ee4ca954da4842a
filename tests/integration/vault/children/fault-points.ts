/**
 * Ends this process by SIGKILL at the n-th step that touches the disk, so that a parent can go through a piece of work one
 * step at a time. Steps are the calls into the file system and the statements that change the database.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import Sqlite from "better-sqlite3";

/** Counts from now on; the process ends just before step `fatal`, counted from 0. */
export function dieAtStep(fatal: number): { readonly steps: () => number } {
  let step = 0;
  const count = (): void => {
    if (step === fatal) process.kill(process.pid, "SIGKILL");
    step += 1;
  };
  watch(fs, ["openSync", "writeSync", "fsyncSync", "renameSync", "rmSync", "closeSync"], count);
  syncBuiltinESMExports();
  watch(Sqlite.prototype, ["exec", "rekey", "close"], count);
  return { steps: () => step };
}

/** Puts a count in front of each of an object's methods. */
function watch(target: object, names: readonly string[], count: () => void): void {
  for (const name of names) {
    const original: unknown = Reflect.get(target, name);
    if (typeof original !== "function") throw new Error(`no ${name}`);
    Reflect.set(target, name, function (this: unknown, ...args: unknown[]): unknown {
      count();
      const answer: unknown = Reflect.apply(original, this, args);
      return answer;
    });
  }
}
