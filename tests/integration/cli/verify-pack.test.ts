import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { runKura } from "../../support/cli-world.ts";
import { type KuraRun, runKuraProcess } from "../../support/kura-process.ts";
import { keepList } from "../../support/list-file.ts";
import { must } from "../../support/must.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let sender: TestEngine;
let receiver: TestEngine;
let pack: string;
let fingerprint: string;
const title = "運ばれるリスト 𠮷";

before(async () => {
  [sender, receiver] = [await startTestEngine(), await startTestEngine()];
  for (const { host } of [sender, receiver]) {
    await createVault(host);
    must(await host.identity.create({ name: "髙﨑 𠮷", passphrase: testPassphrase }));
  }
  pack = join(sender.folder, "lists.kuralist");
  const first = await keepList(sender, [{ name: "髙﨑理工大学" }, { name: "葛󠄀城 ﾊﾅｺ", aliases: "一" }], { title });
  sender.answers["list-pack"] = [pack];
  ({ fingerprint } = must(await sender.host.lists.writePack({ editionIds: [first], passphrase: testPassphrase })));
  for (const { host } of [sender, receiver]) await host.vault.lock({});
});
after(async () => {
  await sender.close();
  await receiver.close();
});

function verify(...words: string[]): Promise<KuraRun> {
  return runKuraProcess(sender.folder, "list-pack", "verify", ...words);
}

function file(name: string, content: Uint8Array): string {
  const path = join(sender.folder, name);
  writeFileSync(path, content);
  return path;
}

/** The first file's part of an answer. */
function facts(out: string): Record<string, unknown> {
  const answer = z.object({ files: z.array(z.record(z.string(), z.unknown())) }).parse(JSON.parse(out));
  return answer.files[0] ?? {};
}

function reasonOf({ out }: KuraRun): unknown {
  return z.object({ reason: z.string() }).parse(facts(out)["error"]).reason;
}

describe("kura list-pack verify", () => {
  test("a pack that is whole is told with its signer, its editions and their entries", async () => {
    const run = await verify(pack, "--json");
    assert.equal(run.code, 0, run.errors);
    const { signer, editions, verdict, accepted } = facts(run.out);
    assert.deepEqual([verdict, accepted], ["whole", undefined]);
    assert.equal(z.object({ fingerprint: z.string() }).parse(signer).fingerprint, fingerprint);
    const [edition] = z.array(z.record(z.string(), z.unknown())).parse(editions);
    assert.deepEqual([edition?.["title"], edition?.["edition"], edition?.["entries"]], [title, "第1版", 2]);
  });

  for (const [language, sentences] of [
    ["ja", [/壊れておらず/u, /指紋を、別の手段で/u, /「運ばれるリスト 𠮷」第1版：2件/u]],
    ["en", [/is whole/u, /Compare the fingerprint/u, /“運ばれるリスト 𠮷” 第1版: 2 entries/u]],
  ] as const) {
    test(`it is said for a reader (${language})`, async () => {
      const run = await verify(pack, "--lang", language);
      assert.equal(run.code, 0, run.errors);
      for (const sentence of [...sentences, new RegExp(fingerprint, "u")]) assert.match(run.out, sentence);
    });
  }

  test("one flipped bit is damage, and found by the exit code", async () => {
    const bytes = readFileSync(pack);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const run = await verify(file("flipped.kuralist", bytes), "--json");
    assert.deepEqual([run.code, reasonOf(run)], [1, "damaged"]);
  });

  test("a changed title under a hash made anew is a wrong signature", async () => {
    const bytes = readFileSync(pack);
    const at = bytes.indexOf("運ばれる");
    assert.ok(at > 0);
    bytes.write("選ばれる", at);
    const body = bytes.subarray(0, -32);
    const forged = Buffer.concat([body, createHash("sha256").update(body).digest()]);
    const run = await verify(file("forged.kuralist", forged), "--json");
    assert.deepEqual([run.code, reasonOf(run)], [1, "signature"]);
  });

  test("what is no pack, or is not there, cannot be verified", async () => {
    const none = await verify(file("none.csv", Buffer.from("name\n李\n")), "--json");
    assert.deepEqual([none.code, reasonOf(none)], [3, "not-a-pack"]);
    const gone = await verify(join(sender.folder, "nowhere.kuralist"));
    assert.equal(gone.code, 3);
    assert.match(gone.errors, /nowhere\.kuralist/u);
    assert.equal((await verify()).code, 2);
  });

  test("with a vault it is told whether packs of the signer are taken there, and what is there already", async () => {
    const seen = async (kura: TestEngine) => {
      const words = ["list-pack", "verify", pack, "--vault", join(kura.folder, "vault"), "--json"];
      const run = await runKura(words, { userData: kura.folder, secret: testPassphrase });
      const { accepted, editions } = facts(run.printed);
      const standings = z.array(z.looseObject({ standing: z.string() })).parse(editions);
      return [run.exitCode, accepted, ...standings.map(({ standing }) => standing)];
    };
    assert.deepEqual(await seen(sender), [0, true, "known"]);
    assert.deepEqual(await seen(receiver), [1, false, "new"]);
  });
});

describe("kura screen --list takes a pack", () => {
  test("its editions are searched, and its signer is said", async () => {
    const names = file("names.csv", Buffer.from("name\n高崎理工大学\n"));
    const run = await runKuraProcess(sender.folder, "screen", "--list", pack, "--names", names, "--json");
    assert.equal(run.code, 1, run.errors);
    assert.match(run.errors, new RegExp(fingerprint, "u"));
    const [first, summary] = run.out
      .trim()
      .split("\n")
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
    assert.deepEqual([first?.["candidate"], first?.["list"]], ["髙﨑理工大学", `lists.kuralist: ${title} 第1版`]);
    assert.equal(z.array(z.looseObject({ entries: z.int() })).parse(summary?.["lists"])[0]?.entries, 2);
  });

  test("a damaged one is refused, and nothing is searched", async () => {
    const bytes = readFileSync(pack).subarray(0, -1);
    const names = file("names.csv", Buffer.from("name\n高崎理工大学\n"));
    const damaged = file("cut.kuralist", bytes);
    const run = await runKuraProcess(sender.folder, "screen", "--list", damaged, "--names", names);
    assert.deepEqual([run.code, run.out], [3, ""]);
    assert.match(run.errors, /パックが壊れています/u);
  });
});
