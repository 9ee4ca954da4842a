import { type ChildProcess, fork, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A program beside this file, in a process of its own that can be killed without warning. */
export interface Child {
  readonly process: ChildProcess;
  /** Messages so far, in order. */
  readonly messages: readonly unknown[];
  /** Resolves with the first message, or rejects when the program ends before it. */
  first(): Promise<unknown>;
  /** Resolves when the process is gone, however it ended. */
  readonly ended: Promise<unknown>;
  /** SIGKILL, then waits until the process is gone. */
  kill(): Promise<void>;
}

/** Starts `name` (a file in this folder) with the given arguments. */
export function startChild(name: string, ...args: string[]): Child {
  return follow(name, fork(pathOf(name), args, { stdio }));
}

/** The same under another user; only root can do that. */
export function startChildAs(userId: number, name: string, ...args: string[]): Child {
  return follow(name, fork(pathOf(name), args, { stdio, uid: userId, gid: userId }));
}

const stdio: StdioOptions = ["ignore", "ignore", "inherit", "ipc"];

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function follow(name: string, child: ChildProcess): Child {
  const messages: unknown[] = [];
  child.on("message", (message) => messages.push(message));
  const ended = once(child, "exit");
  return {
    process: child,
    messages,
    ended,
    first: async () => {
      const outcome: unknown[] | undefined = await Promise.race([once(child, "message"), ended.then(() => undefined)]);
      if (outcome === undefined) throw new Error(`${name} ended before its first message`);
      return outcome[0];
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Waits a random time up to `limitMs`. */
export function randomPause(limitMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * limitMs));
}
