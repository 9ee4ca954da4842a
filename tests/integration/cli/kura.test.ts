import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type CliRun, runKura } from "../../support/cli-world.ts";
import { must } from "../../support/must.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let kura: TestEngine;
let scene: Scene;
let vault: string;
let paper: string;

before(async () => {
  kura = await startTestEngine();
  scene = await setScene(kura);
  vault = join(kura.folder, "vault");
  paper = join(scene.desk.outside, "paper.pdf");
  await kura.host.vault.lock({});
});
after(() => kura.close());

/** Words as a person types them, with the passphrase typed when asked. */
function run(...words: string[]): Promise<CliRun> {
  return runKura(words, { userData: kura.folder, secret: testPassphrase });
}

describe("words that make no sense", () => {
  for (const [words, sentence] of [
    [[], /命令がありません/],
    [["open"], /「open」という命令はありません/],
    [["verify-pdf", "--force"], /「--force」という指定はありません/],
    [["verify-pdf", "--lang", "fr", "x.pdf"], /ja か en/],
    [["verify-pdf"], /ファイルを一つ以上/],
    [["verify-trail"], /書き出した記録のファイルか/],
    [["check"], /--vault/],
  ] as const) {
    test(`kura ${words.join(" ")} is misused`, async () => {
      const { exitCode, errors, printed } = await run(...words);
      assert.equal(exitCode, 2, printed);
      assert.match(`${errors}${printed}`, sentence);
    });
  }

  test("no passphrase at hand is told, and nothing is opened", async () => {
    const { exitCode } = await runKura(["verify-trail", "--vault", vault], { userData: kura.folder });
    assert.equal(exitCode, 2);
  });
});

test("help names every command, in both languages", async () => {
  for (const language of ["ja", "en"]) {
    const { exitCode, printed } = await run("help", "--lang", language);
    assert.equal(exitCode, 0);
    for (const name of ["verify-pdf", "verify-trail", "check", "backup", "screen", "list check", "list-pack verify"])
      assert.match(printed, new RegExp(name));
    assert.equal((await run("help", "verify-trail", "--lang", language)).exitCode, 0);
  }
  assert.match((await run("verify-pdf", "--help")).printed, /verify-pdf/);
  assert.match((await run("--version")).printed, /0\.0\.0-test/);
});

describe("verify-pdf", () => {
  test("without a vault nothing vouches for the signer", async () => {
    const { exitCode, printed } = await run("verify-pdf", paper);
    assert.equal(exitCode, 1);
    assert.match(printed, /判定できない/);
  });

  test("with the vault that issued it a paper is valid", async () => {
    const { exitCode, printed } = await run("verify-pdf", paper, "--vault", vault);
    assert.equal(exitCode, 0, printed);
    assert.match(printed, /有効/);
    assert.match(printed, /操作の記録との一致: .*一致しています/u);
  });

  test("an altered paper is invalid, in words and as JSON", async () => {
    const bytes = readFileSync(paper);
    const altered = join(kura.folder, "altered.pdf");
    bytes[Math.floor(bytes.length / 3)] = (bytes[Math.floor(bytes.length / 3)] ?? 0) ^ 1;
    writeFileSync(altered, bytes);
    const words = await run("verify-pdf", altered, "--vault", vault, "--lang", "en");
    assert.equal(words.exitCode, 1);
    assert.match(words.printed, /Invalid/);
    const json = await run("verify-pdf", paper, altered, "--vault", vault, "--json");
    const facts: unknown = JSON.parse(json.printed);
    assert.equal(json.exitCode, 1);
    assert.deepEqual(Object.keys(facts ?? {}), ["command", "exitCode", "files"]);
    assert.match(json.printed, /"verdict":"valid".*"verdict":"invalid"/);
  });

  test("a file that is not there is refused", async () => {
    const { exitCode, errors } = await run("verify-pdf", join(kura.folder, "nothing.pdf"));
    assert.equal(exitCode, 3);
    assert.match(errors, /読み取れません/);
  });
});

describe("verify-trail", () => {
  test("the trail of a sound vault is whole", async () => {
    const { exitCode, printed } = await run("verify-trail", "--vault", vault);
    assert.equal(exitCode, 0, printed);
    assert.match(printed, /すべてがつながって/);
  });

  test("an exported trail is verified without any vault, and an edited one is found out", async () => {
    must(await kura.host.vault.unlock({ vaultId: scene.vaultId, passphrase: testPassphrase }));
    const file = join(kura.folder, "trail.json");
    scene.desk.choose("trail-copy", file);
    const wish = { format: "json", locale: "ja", purpose: "handover", passphrase: testPassphrase } as const;
    must(await kura.host.trail.export(wish));
    await kura.host.vault.lock({});
    const whole = await run("verify-trail", file);
    assert.equal(whole.exitCode, 0, whole.printed);
    assert.match(whole.printed, /すべてがつながって/);
    const edited = join(kura.folder, "edited.json");
    writeFileSync(edited, readFileSync(file, "utf8").replace('"kind":"dossier-created"', '"kind":"dossier-changed"'));
    const found = await run("verify-trail", edited, "--json");
    assert.equal(found.exitCode, 1);
    assert.match(found.printed, /"verdict":"edited"/);
    writeFileSync(edited, "{}");
    assert.equal((await run("verify-trail", edited)).exitCode, 3);
  });

  test("a wrong passphrase is refused and shown nowhere", async () => {
    const secret = "まちがった鍵の言葉 2026";
    const { exitCode, errors, printed } = await runKura(["verify-trail", "--vault", vault, "--json"], {
      userData: kura.folder,
      secret,
    });
    assert.equal(exitCode, 3);
    assert.match(`${printed}${errors}`, /wrong-passphrase/);
    assert.doesNotMatch(`${printed}${errors}`, new RegExp(secret));
  });

  test("a folder without a vault is refused", async () => {
    assert.equal((await run("verify-trail", "--vault", scene.desk.outside)).exitCode, 3);
  });
});

describe("check", () => {
  test("says what it looked at, with a level for each finding", async () => {
    const { printed } = await run("check", "--vault", vault);
    assert.match(printed, /\[良好\]|\[/);
    const json: unknown = JSON.parse((await run("check", "--vault", vault, "--json")).printed);
    assert.match(JSON.stringify(json), /"code":"pages-whole","numbers":.*"level":"good"/);
    assert.match(JSON.stringify(json), /"code":"trail-whole"/);
  });
});

describe("backup", () => {
  test("makes a backup in a folder, which then holds a snapshot, and the check no longer asks for one", async () => {
    const to = join(kura.folder, "stick");
    mkdirSync(to);
    const { exitCode, printed, errors } = await run("backup", "--vault", vault, "--to", to, "--json");
    assert.equal(exitCode, 0, `${printed}${errors}`);
    assert.ok(readdirSync(to, { recursive: true }).some((name) => String(name).endsWith("vault.db")));
    assert.doesNotMatch((await run("check", "--vault", vault, "--json")).printed, /backup-none/);
  });

  test("a folder that is not there is refused", async () => {
    const { exitCode } = await run("backup", "--vault", vault, "--to", join(kura.folder, "no-stick"));
    assert.equal(exitCode, 3);
  });
});
