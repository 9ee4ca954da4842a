import type { Paths } from "../ports.ts";

/** All that the command line asks of its surroundings, so that tests can stand in for a terminal. */
export interface World {
  /** Words after the program's name. */
  readonly words: readonly string[];
  /** Language of the system, for example `ja_JP.UTF-8`. */
  readonly systemLocale: string;
  readonly paths: Paths;
  readonly version: string;
  print(text: string): void;
  printError(text: string): void;
  /** Asks for a secret without showing it; undefined when there is no terminal to ask at. */
  askSecret(prompt: string): Promise<string | undefined>;
  /** The first line of standard input, without its end; at most 1 024 characters. */
  readSecretLine(): Promise<string | undefined>;
}

/** What the process ends with. Scripts may rely on the numbers. */
export const exitCodes = {
  /** Everything asked for was done, and nothing was found wanting. */
  good: 0,
  /** It was done, and something is wrong with what was looked at. */
  found: 1,
  /** The words on the command line make no sense. */
  misused: 2,
  /** It could not be done: a file cannot be read, the passphrase is wrong, a role does not allow it. */
  refused: 3,
} as const;
