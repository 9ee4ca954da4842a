import "../engine/umask.ts";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { argv, env, stderr, stdout } from "node:process";
import { runCli } from "./run-cli.ts";
import { askSecret, readSecretLine } from "./terminal.ts";
import { userDataFolder } from "./user-data.ts";
import type { World } from "./world.ts";

/** The built program finds everything beside itself, as the app does. */
const bundle = import.meta.dirname;

/** The version in package.json beside the built program. */
function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(bundle, "../../package.json"), "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version);
}

const world: World = {
  words: argv.slice(2),
  systemLocale: env["LC_ALL"] ?? env["LC_MESSAGES"] ?? env["LANG"] ?? "",
  paths: {
    userData: userDataFolder(env, homedir()),
    resources: join(bundle, "../../resources"),
    fonts: join(bundle, "fonts"),
  },
  version: readVersion(),
  print: (text) => void stdout.write(`${text}\n`),
  printError: (text) => void stderr.write(`${text}\n`),
  askSecret,
  readSecretLine,
};

process.exitCode = await runCli(world);
