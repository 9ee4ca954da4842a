import type { Locale, Text } from "../../shared/strings/text.ts";
import type { Asked } from "./arguments.ts";
import type { Desk } from "./desk.ts";
import type { World } from "./world.ts";

/** What a command came to: for people as lines, for programs as facts. */
export interface Outcome {
  readonly exitCode: number;
  readonly lines: readonly string[];
  /** Codes, numbers and names, stable for scripts. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The lines go to standard error, because standard output is a table for programs. */
  readonly aside?: boolean;
}

/** What can be missing on the command line. */
export type Lacking = "no-file" | "no-vault" | "no-file-or-vault" | "no-list" | "no-names";

/** Where a command runs. */
export interface Place {
  readonly desk: Desk;
  readonly world: World;
  readonly asked: Asked;
  readonly text: Text;
  readonly locale: Locale;
  /** The passphrase the vault was opened with, for calls that ask for it again; undefined without a vault. */
  readonly passphrase: string | undefined;
}

/** One command. */
export interface Command {
  /** What is missing on the command line, before anything is opened. */
  lacking(asked: Asked): Lacking | undefined;
  run(place: Place): Promise<Outcome>;
}
