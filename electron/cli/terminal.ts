import { env, exit, stderr, stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { exitCodes, type World } from "./world.ts";

/** The world of a real terminal. */
export function terminalWorld(facts: Pick<World, "words" | "paths" | "version">): World {
  stdout.on("error", endWhenNobodyReads);
  return {
    ...facts,
    systemLocale: env["LC_ALL"] ?? env["LC_MESSAGES"] ?? env["LANG"] ?? "",
    print: (text) => void stdout.write(`${text}\n`),
    printError: (text) => void stderr.write(`${text}\n`),
    askSecret,
    readSecretLine,
  };
}

/** Whoever reads may have had enough (`kura screen … | head`): that ends the command and is no error of ours. */
function endWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") exit(exitCodes.refused);
  throw error;
}

/** Longest secret that is read, in UTF-16 units; the engine refuses longer ones. */
const secretLimit = 1_024;

/** Asks on the terminal for a secret and shows nothing of it; undefined when standard input is no terminal. */
async function askSecret(prompt: string): Promise<string | undefined> {
  if (!stdin.isTTY) return undefined;
  stderr.write(prompt);
  // What readline would echo goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
  try {
    return await firstLine(lines);
  } finally {
    lines.close();
    stderr.write("\n");
  }
}

/** The first line of standard input, for use in scripts. */
async function readSecretLine(): Promise<string | undefined> {
  const lines = createInterface({ input: stdin, terminal: false });
  try {
    return await firstLine(lines);
  } finally {
    lines.close();
    stdin.pause();
  }
}

function firstLine(lines: ReturnType<typeof createInterface>): Promise<string | undefined> {
  return new Promise((resolve) => {
    lines.once("line", (line) => resolve(line.slice(0, secretLimit)));
    lines.once("close", () => resolve(undefined));
  });
}
