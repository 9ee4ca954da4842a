import { runCli } from "../../electron/cli/run-cli.ts";
import type { World } from "../../electron/cli/world.ts";
import { kdfFloor } from "../../electron/vault/format.ts";
import { places } from "./test-engine.ts";

/** What one run of the command line came to. */
export interface CliRun {
  readonly exitCode: number;
  readonly printed: string;
  readonly errors: string;
}

/** Runs `kura` with these words in this process. `secret` is what a person types when asked. */
export async function runKura(
  words: readonly string[],
  { userData, secret, locale = "ja_JP.UTF-8" }: { userData: string; secret?: string; locale?: string },
): Promise<CliRun> {
  const printed: string[] = [];
  const errors: string[] = [];
  const world: World = {
    words,
    systemLocale: locale,
    paths: { userData, ...places },
    version: "0.0.0-test",
    print: (text) => void printed.push(text),
    printError: (text) => void errors.push(text),
    askSecret: async () => secret,
    readSecretLine: async () => secret,
  };
  const exitCode = await runCli(world, { kdf: kdfFloor });
  return { exitCode, printed: printed.join("\n"), errors: errors.join("\n") };
}
