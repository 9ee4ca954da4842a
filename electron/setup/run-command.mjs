import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Lines kept of a quiet command's output, to be shown if it fails: the cause stands first, the end says the rest. */
const keptFirstLines = 25;
const keptLastLines = 15;
const reminderMs = 15_000;

/**
 * Runs a command with the terminal attached and answers its exit code; a signal to us is passed on, so that Ctrl+C
 * ends the child and not only the parent.
 */
export function runVisibly(command, args, options = {}) {
  const child = spawn(command, args, { stdio: "inherit", ...options });
  const pass = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(name, pass);
      resolve(code ?? (signal === "SIGINT" ? 130 : 1));
    });
  });
}

/**
 * Runs a command without its chatter: a dot every 15 s shows that it lives, and the last lines come back if it fails.
 * `limitMs` ends it; the answer then has `timedOut`.
 */
export function runQuietly(command, args, { limitMs, ...options } = {}) {
  return new Promise((resolve) => {
    const lines = [];
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    const keep = (chunk) => {
      lines.push(...String(chunk).split("\n").filter(Boolean));
      lines.splice(keptFirstLines, Math.max(0, lines.length - keptFirstLines - keptLastLines));
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    let dots = 0;
    let timedOut = false;
    const reminder = setInterval(() => {
      dots += 1;
      process.stdout.write(".");
    }, reminderMs);
    const limit =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill("SIGKILL");
          }, limitMs);
    const finish = (code) => {
      clearInterval(reminder);
      clearTimeout(limit);
      if (dots > 0) process.stdout.write("\n");
      resolve({ code, timedOut, tail: lines.join("\n") });
    };
    child.on("error", (error) => {
      lines.push(error.code ?? error.name);
      finish(127);
    });
    child.on("close", (code) => finish(code ?? 1));
  });
}

/** Whether a program is on the PATH. */
export function hasProgram(name) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
