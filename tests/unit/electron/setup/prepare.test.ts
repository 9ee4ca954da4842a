import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

const setup = new URL("../../../../electron/setup/", import.meta.url);

// Plain scripts carry no types; these are the shapes they document.
const { isStale } = (await import(new URL("dependencies.mjs", setup).href)) as { isStale(root: string): boolean };
const { runQuietly } = (await import(new URL("run-command.mjs", setup).href)) as {
  runQuietly(
    command: string,
    args: readonly string[],
    options?: { limitMs?: number },
  ): Promise<{ code: number; timedOut: boolean; tail: string }>;
};

describe("what is installed", () => {
  let root: string;
  const wanted = {
    "": { version: "1.0.0" },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/for-another-platform": { version: "1.0.0", optional: true },
  };

  async function install(packages: object): Promise<void> {
    await writeFile(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
  }

  before(async () => {
    root = await mkdtemp(join(tmpdir(), "setup-"));
    await mkdir(join(root, "node_modules"));
    await writeFile(join(root, "package-lock.json"), JSON.stringify({ packages: wanted }));
  });

  after(() => rm(root, { recursive: true, force: true }));

  test("is stale on a fresh clone", () => {
    assert.equal(isStale(root), true);
  });

  test("is as wanted though parts for other platforms are not there", async () => {
    await install({ "node_modules/a": wanted["node_modules/a"] });
    assert.equal(isStale(root), false);
  });

  test("is stale when a version differs", async () => {
    await install({ "node_modules/a": { version: "1.0.1", integrity: "sha512-a" } });
    assert.equal(isStale(root), true);
  });

  test("is stale when the same version has other contents", async () => {
    await install({ "node_modules/a": { version: "1.0.0", integrity: "sha512-b" } });
    assert.equal(isStale(root), true);
  });

  test("is stale when a package is missing", async () => {
    await install({});
    assert.equal(isStale(root), true);
  });
});

describe("a quiet command", () => {
  test("gives back the first and the last lines of what it said", async () => {
    const { code, tail } = await runQuietly(process.execPath, [
      "-e",
      "for (let i = 1; i <= 500; i += 1) console.log('line', i); process.exitCode = 3;",
    ]);
    assert.equal(code, 3);
    assert.match(tail, /^line 1\n/u);
    assert.match(tail, /line 500$/u);
    assert.ok(tail.split("\n").length <= 40);
  });

  test("is ended at its limit", async () => {
    const { timedOut, code } = await runQuietly(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
      limitMs: 300,
    });
    assert.equal(timedOut, true);
    assert.notEqual(code, 0);
  });

  test("that does not exist is an answer, not a crash", async () => {
    const { code, tail } = await runQuietly("no-such-program-anywhere", []);
    assert.equal(code, 127);
    assert.equal(tail, "ENOENT");
  });
});

test("an unknown word is refused in both languages, with the known ones and without a stack", async () => {
  const script = new URL("prepare.mjs", setup);
  const { code, stderr } = await new Promise<{ code: number | string; stderr: string }>((resolve) => {
    execFile(process.execPath, [script.pathname, "nonsense"], (error, _stdout, text) => {
      resolve({ code: error?.code ?? 0, stderr: text });
    });
  });
  assert.equal(code, 1);
  assert.match(stderr, /使える語: start dev/u);
  assert.match(stderr, /Known words: start dev/u);
  assert.doesNotMatch(stderr, /\n\s+at /u);
});
