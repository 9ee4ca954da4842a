import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { clientOf } from "../../electron/cli/desk.ts";
import { compose, type Engine } from "../../electron/compose.ts";
import type { AwayMoment, FilePurpose } from "../../electron/ports.ts";
import { type KdfParameters, kdfFloor } from "../../electron/vault/format.ts";
import type { KuraClient } from "../../shared/contract/calls.ts";
import type { Fault } from "../../shared/contract/channel.ts";
import type { EventPayload, Topic } from "../../shared/contract/events.ts";
import type { Result } from "../../shared/result.ts";
import { must } from "./must.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Where the content and the fonts lie in a checkout. */
export const places = {
  resources: join(root, "resources"),
  fonts: join(root, "node_modules/@expo-google-fonts/noto-sans-jp"),
};

/** The real engine in this process, on a folder of its own, with dialogs answered from a script. */
export interface TestEngine {
  readonly host: KuraClient;
  readonly engine: Engine;
  readonly folder: string;
  /** Paths the next dialogs answer with, by purpose; a dialog nobody scripted is cancelled. */
  readonly answers: Partial<Record<FilePurpose, string[]>>;
  readonly events: { readonly topic: Topic; readonly payload: EventPayload<Topic> }[];
  /** What was put on the clipboard; null where it was taken away. */
  readonly copied: (string | null)[];
  /** Moves the engine's clock forward. */
  advance(ms: number): void;
  leave(moment: AwayMoment): void;
  close(): Promise<void>;
}

/** Starts an engine. `folder` reopens what an earlier one left behind; `kdf` is what new keys cost, the floor unless given. */
export async function startTestEngine(
  options: {
    folder?: string;
    backupAfterMs?: number;
    readAfterMs?: number;
    /** Milliseconds from unlocking until cases are screened again where lists changed; never unless a test asks for it. */
    rescreenAfterMs?: number;
    recheckAfterMs?: number;
    indexEveryMs?: number;
    kdf?: KdfParameters;
  } = {},
): Promise<TestEngine> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "kura-engine-"));
  const answers: TestEngine["answers"] = {};
  const events: TestEngine["events"] = [];
  const copied: TestEngine["copied"] = [];
  let offsetMs = 0;
  let away: (moment: AwayMoment) => void = () => undefined;
  const next = async (purpose: FilePurpose): Promise<string | undefined> => answers[purpose]?.shift();
  // Everything that is scripted at once is what the person chose together.
  const several = async (purpose: FilePurpose): Promise<readonly string[]> => answers[purpose]?.splice(0) ?? [];
  const engine = await compose(
    {
      clock: { nowMs: () => Date.now() + offsetMs, monotonicMs: () => performance.now() + offsetMs },
      random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
      dialogs: { openFile: next, openFiles: several, openFolder: next, saveFile: next },
      clipboard: { write: (text) => copied.push(text), clear: () => copied.push(null) },
      idle: {
        onAway: (listener) => {
          away = listener;
          return () => undefined;
        },
      },
      paths: { userData: folder, ...places },
      info: { version: "0.0.0-test", host: "chromium" },
    },
    {
      kdf: options.kdf ?? kdfFloor,
      backupAfterMs: options.backupAfterMs ?? null,
      readAfterMs: options.readAfterMs ?? null,
      rescreenAfterMs: options.rescreenAfterMs ?? null,
      recheckAfterMs: options.recheckAfterMs ?? null,
      indexEveryMs: options.indexEveryMs ?? null,
    },
  );
  engine.events.subscribe((topic, payload) => events.push({ topic, payload }));
  return {
    host: clientOf(engine),
    engine,
    folder,
    answers,
    events,
    copied,
    advance: (ms) => {
      offsetMs += ms;
    },
    leave: (moment) => away(moment),
    close: async () => {
      await engine.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The code of a call that must be refused. */
export function codeOf(result: Result<unknown, Fault>): string {
  return result.ok ? "ok" : result.error.code;
}

/** A passphrase for tests; long enough, and nobody's. */
export const testPassphrase = "蔵の鍵は三つの石の下 2026";

/** Makes a vault and leaves it open. */
export async function createVault(host: KuraClient): Promise<void> {
  must(
    await host.vault.create({
      place: "default",
      personName: "髙﨑 𠮷",
      officeName: "架空研究機構 研究セキュリティ室",
      passphrase: testPassphrase,
    }),
  );
}
