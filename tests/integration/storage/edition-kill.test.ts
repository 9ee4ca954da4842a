import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { createVaults } from "../../../electron/vault/vault.ts";
import { mustExist } from "../../../shared/assert.ts";
import { keepList } from "../../support/list-file.ts";
import { must } from "../../support/must.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { createVault, startTestEngine, testPassphrase } from "../../support/test-engine.ts";
import { testPorts } from "../vault/scratch-vault.ts";

const title = "週ごとのリスト 𠮷";
const first = [{ name: "髙﨑理工大学" }, { name: "葛󠄀城 ﾊﾅｺ", aliases: "一" }, { name: "架空研究所" }];
const secondCount = 6_000;
const Steps = z.object({ stored: z.int(), finished: z.int() });

/** A vault with one edition, and the file of the next one beside it. */
async function setUp(base: string): Promise<void> {
  mkdirSync(join(base, "user"), { recursive: true });
  const rows = Array.from({ length: secondCount }, (_, at) => `"後の機関 ${at} 﨑","架空国",""`);
  writeFileSync(join(base, "second.csv"), `name,country,aliases\n${rows.join("\n")}\n`);
  const kura = await startTestEngine({ folder: join(base, "user") });
  await createVault(kura.host);
  await keepList(kura, first, { title });
  await kura.close();
}

/** Where an engine is killed: at this step of storing, or of making an edition of what was stored. */
type Moment = readonly [fatal: number, from: "storing" | "finishing"];

/** Imports the second edition in a process of its own; its answer, or nothing when it was killed at that moment. */
async function importAndDie(base: string, [fatal, from]: Moment): Promise<z.infer<typeof Steps> | undefined> {
  const program = fileURLToPath(new URL("./children/edition-writer.ts", import.meta.url));
  const words = [join(base, "user"), join(base, "second.csv"), title, String(fatal), from];
  const child = fork(program, words, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  let answer: unknown;
  child.on("message", (message) => {
    answer = message;
  });
  const ending: unknown[] = await once(child, "exit");
  const [code, signal] = ending;
  assert.ok(code === 0 || signal === "SIGKILL", `ended with ${String(code)}`);
  return signal === "SIGKILL" ? undefined : Steps.parse(answer);
}

/** What lies in the vault, looked at without the engine, which would sweep. */
async function counts(base: string): Promise<{ contents: number; begun: number }> {
  const folder = join(base, "user", "vault");
  const vault = must(await createVaults(testPorts).open({ folder, passphrase: testPassphrase }));
  const row = vault.db
    .prepare<[], { contents: number; begun: number }>(
      "SELECT (SELECT count(*) FROM list_content) AS contents, (SELECT count(*) FROM list_staging) AS begun",
    )
    .get();
  assert.ok(vault.db.quickCheck());
  vault.close();
  return mustExist(row, "counts");
}

/** Unlocks as a person does, looks at the editions, and works on lists once more, in turn behind the sweep. */
async function unlockAndLook(base: string): Promise<(readonly [string, boolean, number])[]> {
  const kura = await startTestEngine({ folder: join(base, "user") });
  const [known] = must(await kura.host.vault.status({})).vaults;
  const { vaultId } = mustExist(known, "a vault");
  must(await kura.host.vault.unlock({ vaultId, passphrase: testPassphrase }));
  const { editions } = must(await kura.host.screening.editions({}));
  assert.equal(must(await kura.host.trail.check({})).verdict, "whole");
  // The same contents under other bytes: nothing new is stored for them.
  await keepList(kura, [...first].reverse(), { title: "もう一つのリスト" });
  await kura.close();
  return editions.map(({ edition, current, entries }) => [edition, current, entries] as const);
}

test("an engine killed while it stores an edition leaves the earlier one in use, nothing half, and no leftovers", async (t) => {
  const base = tempFolder(t);
  await setUp(base);
  // The engine knows a vault by its path, so that each round begins anew in the same place.
  cpSync(join(base, "user"), join(base, "kept"), { recursive: true });
  const restore = (): void => {
    rmSync(join(base, "user"), { recursive: true });
    cpSync(join(base, "kept"), join(base, "user"), { recursive: true });
  };
  const { stored, finished } = mustExist(await importAndDie(base, [-1, "storing"]), "steps of an import nobody kills");
  assert.ok(stored > 4 && finished > stored, `${stored} and ${finished} steps`);

  let halves = 0;
  const storing = [0.25, 0.4].map((part): Moment => [Math.floor(stored * part), "storing"]);
  // The last step of making the edition is the commit; an engine killed before it has not made one.
  for (const moment of [...storing, [finished - stored - 1, "finishing"] as const]) {
    restore();
    assert.equal(await importAndDie(base, moment), undefined, `not killed at ${moment.join(" ")} of ${finished}`);
    const left = await counts(base);
    if (left.begun > 0 && left.contents > first.length) halves += 1;
    assert.deepEqual(await unlockAndLook(base), [["第1版", true, first.length]]);
    assert.deepEqual(await counts(base), { contents: first.length, begun: 0 }, `killed at ${moment.join(" ")}`);
  }
  t.diagnostic(
    `${halves} kills left entries of no edition, all taken away; ${stored} steps to store, ${finished} in all`,
  );
  assert.ok(halves >= 2, "the engine was never killed in the middle of storing");
});
