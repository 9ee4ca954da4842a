import { execFile } from "node:child_process";
import { join } from "node:path";

const program = join(import.meta.dirname, "../../electron/cli/kura.ts");

/** What one process of the command line came to. */
export interface KuraRun {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** Starts `kura` in a process of its own, as a script would; what it keeps for itself goes to `home`. */
export function runKuraProcess(home: string, ...words: string[]): Promise<KuraRun> {
  const env = { ...process.env, LC_ALL: "ja_JP.UTF-8", HOME: home, XDG_CONFIG_HOME: join(home, "config") };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { env }, (error, out, errors) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, errors });
    });
  });
}
