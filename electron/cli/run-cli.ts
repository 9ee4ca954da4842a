import { createText, type Locale, type Text } from "../../shared/strings/text.ts";
import type { EngineOptions } from "../engine-options.ts";
import { type Asked, commandNames, type Misuse, readArguments, wordsOf } from "./arguments.ts";
import { backUp } from "./commands/back-up.ts";
import { check } from "./commands/check.ts";
import { checkList } from "./commands/check-list.ts";
import { screen } from "./commands/screen.ts";
import { verifyPack } from "./commands/verify-pack.ts";
import { verifyPdf } from "./commands/verify-pdf.ts";
import { verifyTrail } from "./commands/verify-trail.ts";
import { openDesk, openVault } from "./desk.ts";
import type { Command, Lacking, Outcome, Place } from "./outcome.ts";
import { refused } from "./refused.ts";
import { exitCodes, type World } from "./world.ts";

const commands: Readonly<Record<(typeof commandNames)[number], Command>> = {
  "verify-pdf": verifyPdf,
  "verify-trail": verifyTrail,
  check,
  backup: backUp,
  screen,
  "list-check": checkList,
  "list-pack-verify": verifyPack,
};

/** Runs one command and answers the process's exit code. `options` are for tests. */
export async function runCli(world: World, options: EngineOptions = {}): Promise<number> {
  const asked = readArguments(world.words);
  const locale = (asked.ok ? asked.value.locale : undefined) ?? localeOf(world.systemLocale);
  const text = createText(locale);
  if (!asked.ok) return misused(world, text, asked.error);
  const { command, json } = asked.value;
  if (command === "help") return helped(world, text, asked.value);
  if (command === "version") return printed(world, `kura ${world.version}`);
  const outcome = await perform(world, { asked: asked.value, command: commands[command], text, locale, options });
  if (json) world.print(JSON.stringify({ command, exitCode: outcome.exitCode, ...outcome.facts }));
  else if (outcome.exitCode === exitCodes.refused || outcome.aside === true) world.printError(outcome.lines.join("\n"));
  else world.print(outcome.lines.join("\n"));
  return outcome.exitCode;
}

function localeOf(systemLocale: string): Locale {
  return systemLocale === "" || /^ja\b|^ja_/i.test(systemLocale) ? "ja" : "en";
}

function misused(world: World, text: Text, { code, word }: Misuse): number {
  world.printError(`${text(`cli.misuse-${code}`, { word })}\n${text("cli.tryHelp")}`);
  return exitCodes.misused;
}

function printed(world: World, words: string): number {
  world.print(words);
  return exitCodes.good;
}

function helped(world: World, text: Text, { about }: Asked): number {
  if (about !== undefined) return printed(world, text(`cli.help-${about}`));
  const list = commandNames.map((name) => `  ${wordsOf(name).join(" ").padEnd(18)}${text(`cli.short-${name}`)}`);
  return printed(world, [text("cli.helpHead"), "", ...list, "", text("cli.helpOptions")].join("\n"));
}

interface Work {
  readonly asked: Asked;
  readonly command: Command;
  readonly text: Text;
  readonly locale: Locale;
  readonly options: EngineOptions;
}

/** Opens the vault where the command needs one or was given one, runs it and closes everything again. */
async function perform(world: World, { asked, command, text, locale, options }: Work): Promise<Outcome> {
  const lacking = command.lacking(asked);
  if (lacking !== undefined) return misusedOutcome(text, lacking);
  const desk = await openDesk(world, options);
  try {
    const place: Place = { desk, world, asked, text, locale, passphrase: undefined };
    if (asked.vault === undefined) return await command.run(place);
    const passphrase = asked.passphraseStdin
      ? await world.readSecretLine()
      : await world.askSecret(text("cli.askPassphrase"));
    if (passphrase === undefined || passphrase === "") return misusedOutcome(text, "no-passphrase");
    const opened = await openVault(desk, { folder: asked.vault, passphrase, keyFile: asked.keyFile });
    if (!opened.ok) return refused(text, opened.error);
    return await command.run({ ...place, passphrase });
  } finally {
    await desk.close();
  }
}

function misusedOutcome(text: Text, code: Lacking | "no-passphrase"): Outcome {
  return {
    exitCode: exitCodes.misused,
    lines: [text(`cli.misuse-${code}`), text("cli.tryHelp")],
    facts: { error: { code } },
    aside: true,
  };
}
