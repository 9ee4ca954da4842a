import { parseArgs } from "node:util";
import { usualCutOff } from "../../shared/domain/score-bands.ts";
import { ListLayout } from "../../shared/domain/screening.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type Locale, locales } from "../../shared/strings/text.ts";

/** The commands there are, in the order of the help. */
export const commandNames = [
  "verify-pdf",
  "verify-trail",
  "check",
  "backup",
  "screen",
  "list-check",
  "list-pack-verify",
] as const;
export type CommandName = (typeof commandNames)[number];

const spoken: Partial<Record<CommandName, readonly string[]>> = {
  "list-check": ["list", "check"],
  "list-pack-verify": ["list-pack", "verify"],
};

/** The words a command is called by: one, or what it is about and what is done with it. */
export function wordsOf(command: CommandName): readonly string[] {
  return spoken[command] ?? [command];
}

/** What was asked for on the command line. */
export interface Asked {
  readonly command: CommandName | "help" | "version";
  /** Whose help was asked for. */
  readonly about: CommandName | undefined;
  readonly files: readonly string[];
  readonly vault: string | undefined;
  /** The key file that goes with the passphrase. */
  readonly keyFile: string | undefined;
  readonly to: string | undefined;
  readonly json: boolean;
  readonly passphraseStdin: boolean;
  /** List files to search in. */
  readonly lists: readonly string[];
  /** How the list files are laid out; undefined: found by looking. */
  readonly format: ListLayout | undefined;
  /** The file of names to search. */
  readonly names: string | undefined;
  /** Nearness from which a candidate is given; undefined for the usual one. */
  readonly cutOff: number | undefined;
  readonly csv: boolean;
  readonly locale: Locale | undefined;
}

/** Why the words make no sense: the code of a sentence and the word it is about. */
export interface Misuse {
  readonly code:
    | "unknown-command"
    | "unknown-option"
    | "unknown-language"
    | "unknown-format"
    | "cut-off-outside"
    | "json-or-csv"
    | "no-command";
  readonly word: string;
}

const options = {
  vault: { type: "string" },
  "key-file": { type: "string" },
  to: { type: "string" },
  json: { type: "boolean" },
  "passphrase-stdin": { type: "boolean" },
  list: { type: "string", multiple: true },
  format: { type: "string" },
  names: { type: "string" },
  "cut-off": { type: "string" },
  csv: { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** Reads the words after the program's name. Nothing secret is ever among them: other people can see a command line. */
export function readArguments(words: readonly string[]): Result<Asked, Misuse> {
  const parsed = parse(words);
  if (parsed === undefined)
    return err({ code: "unknown-option", word: words.find((word) => word.startsWith("-")) ?? "" });
  const { values, positionals } = parsed;
  const called = positionals[0] === "help" ? positionals.slice(1) : positionals;
  const about = commandNames.find((name) => wordsOf(name).every((word, at) => called[at] === word));
  const [first] = positionals;
  const locale = locales.find((known) => known === values.lang);
  if (values.lang !== undefined && locale === undefined) return err({ code: "unknown-language", word: values.lang });
  const format = ListLayout.options.find((known) => known === values.format);
  if (values.format !== undefined && format === undefined) return err({ code: "unknown-format", word: values.format });
  const cutOff = values["cut-off"] === undefined ? undefined : readCutOff(values["cut-off"]);
  if (cutOff === null) return err({ code: "cut-off-outside", word: values["cut-off"] ?? "" });
  if (values.json === true && values.csv === true) return err({ code: "json-or-csv", word: "" });
  const common = {
    about,
    files: called.slice(about === undefined ? 0 : wordsOf(about).length),
    vault: values.vault,
    keyFile: values["key-file"],
    to: values.to,
    json: values.json === true,
    passphraseStdin: values["passphrase-stdin"] === true,
    lists: values.list ?? [],
    format,
    names: values.names,
    cutOff,
    csv: values.csv === true,
    locale,
  };
  if (values.version === true) return ok({ ...common, command: "version" });
  if (values.help === true || first === "help") return ok({ ...common, command: "help" });
  if (first === undefined) return err({ code: "no-command", word: "" });
  if (about === undefined) return err({ code: "unknown-command", word: unknownOf(positionals) });
  return ok({ ...common, command: about });
}

/** The words that name no command: the second as well, where a command begins with the first. */
function unknownOf(positionals: readonly string[]): string {
  const isBegun = commandNames.some((name) => wordsOf(name)[0] === positionals[0]);
  return positionals.slice(0, isBegun ? 2 : 1).join(" ");
}

/** A nearness from the usual cut-off to 1; null for anything else. */
function readCutOff(word: string): number | null {
  const value = /^\d(?:\.\d{1,4})?$/.test(word) ? Number(word) : Number.NaN;
  return value >= usualCutOff && value <= 1 ? value : null;
}

/** The words for the command line when the app itself was started with a command; undefined when a window is wanted. */
export function wordsForCommandLine(argv: readonly string[], isPackaged: boolean): readonly string[] | undefined {
  const words = argv.slice(isPackaged ? 1 : 2);
  const [first] = words;
  return first === "help" || commandNames.some((name) => wordsOf(name)[0] === first) ? words : undefined;
}

function parse(words: readonly string[]): ReturnType<typeof parseWords> | undefined {
  try {
    return parseWords(words);
  } catch {
    return undefined;
  }
}

function parseWords(words: readonly string[]) {
  return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
}
