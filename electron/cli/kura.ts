import "../engine/umask.ts";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { argv, env } from "node:process";
import { runCli } from "./run-cli.ts";
import { terminalWorld } from "./terminal.ts";
import { userDataFolder } from "./user-data.ts";

/** The built program finds everything beside itself, as the app does. */
const bundle = import.meta.dirname;

/** The version in package.json above the built program. */
function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(bundle, "../../package.json"), "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version);
}

const world = terminalWorld({
  words: argv.slice(2),
  paths: {
    userData: userDataFolder(env, homedir()),
    resources: join(bundle, "../../resources"),
    fonts: join(bundle, "fonts"),
  },
  version: readVersion(),
});
process.exitCode = await runCli(world);
