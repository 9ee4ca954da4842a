import { randomBytes } from "node:crypto";
import type { KuraClient } from "../../shared/contract/calls.ts";
import type { Fault } from "../../shared/contract/channel.ts";
import { clientOver } from "../../shared/contract/client.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { compose, type Engine } from "../compose.ts";
import type { EngineOptions } from "../engine-options.ts";
import type { Dialogs, FilePurpose, Ports } from "../ports.ts";
import type { World } from "./world.ts";

/** The whole engine in this process: the same services behind the same door as in the window. */
export interface Desk {
  readonly host: KuraClient;
  /** The next dialog of this purpose answers with this path; a dialog nobody answered is cancelled. */
  choose(purpose: FilePurpose, path: string): void;
  close(): Promise<void>;
}

export async function openDesk(world: World, options: EngineOptions = {}): Promise<Desk> {
  const answers = new Map<FilePurpose, string[]>();
  const next = async (purpose: FilePurpose): Promise<string | undefined> => answers.get(purpose)?.shift();
  const dialogs: Dialogs = { openFile: next, openFiles: async () => [], openFolder: next, saveFile: next };
  const engine = await compose(portsOf(world, dialogs), options);
  return {
    host: clientOf(engine),
    choose: (purpose, path) => answers.set(purpose, [...(answers.get(purpose) ?? []), path]),
    close: () => engine.close(),
  };
}

function portsOf({ paths, version }: World, dialogs: Dialogs): Ports {
  return {
    clock: { nowMs: () => Date.now(), monotonicMs: () => performance.now() },
    random: { bytes: (count) => randomBytes(count) },
    dialogs,
    // No command copies a restricted value.
    clipboard: { write: () => undefined, clear: () => undefined },
    // A command runs while somebody waits for it, and the process ends with it.
    idle: { onAway: () => () => undefined },
    paths,
    info: { version, host: "command-line" },
  };
}

/** The typed client on top of dispatch; what crosses goes through JSON as it does between processes. */
export function clientOf(engine: Pick<Engine, "dispatch">): KuraClient {
  return clientOver(async (area, verb, request): Promise<unknown> => {
    const sent: unknown = JSON.parse(JSON.stringify(request));
    return JSON.parse(JSON.stringify(await engine.dispatch(`${area}.${verb}`, sent)));
  });
}

/** What is needed to open a vault from the command line. */
export interface Opening {
  readonly folder: string;
  readonly passphrase: string;
  /** Path of the key file that goes with it; undefined where the passphrase is enough. */
  readonly keyFile: string | undefined;
}

/** Finds and opens the vault in a folder. */
export async function openVault(desk: Desk, { folder, passphrase, keyFile }: Opening): Promise<Result<true, Fault>> {
  desk.choose("vault-folder", folder);
  const found = await desk.host.vault.find({});
  if (!found.ok) return found;
  if (keyFile !== undefined) desk.choose("key-file", keyFile);
  const { vaultId } = found.value;
  const opened = await desk.host.vault.unlock({ vaultId, passphrase, keyFile: keyFile !== undefined });
  return opened.ok ? ok(true) : err(opened.error);
}
