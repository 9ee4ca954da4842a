import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { bundleElectron } from "../../electron/bundle.ts";
import { createEngineClient } from "../../electron/engine/engine-client.ts";
import { callNames, packCallNames } from "../../electron/ipc/calls-list.ts";
import { calls, type KuraClient } from "../../shared/contract/calls.ts";
import { engineClientOf } from "../support/call-engine.ts";
import { createDialogScript, type DialogScript } from "../support/chromium-host/dialog-script.ts";
import { forkEngine } from "../support/chromium-host/forked-engine.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { createTempLog } from "../support/temp-log.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
// Below the project, so that native packages are found as they are in a release.
const outDir = join(root, `dist/.bundle-${process.pid}`);

describe("the bundle", () => {
  before(() => bundleElectron({ root, outDir }));
  after(() => rmSync(outDir, { recursive: true, force: true }));

  /** The bundled engine in a process of its own. */
  function startBundledEngine(t: TestContext): { readonly kura: KuraClient; readonly dialogs: DialogScript } {
    const dialogs = createDialogScript();
    const userData = tempFolder(t);
    const engine = createEngineClient({
      spawn: () => forkEngine(join(outDir, "engine-process.js")),
      facts: {
        paths: { userData, resources: join(root, "resources"), fonts: join(outDir, "fonts") },
        info: { version: "0.0.0", host: "electron" },
        clockOffsetMs: 0,
      },
      dialogs: dialogs.dialogs,
      log: createTempLog().log,
    });
    t.after(() => engine.close());
    return { kura: engineClientOf(engine), dialogs };
  }

  const person = { personName: "髙橋 𠮷", officeName: "", passphrase: "霧の朝に 7 羽の鷺が渡る" };

  it("has an engine that opens a vault: SQLite and Argon2 are found", async (t) => {
    const { kura } = startBundledEngine(t);
    assert.equal((await kura.app.start({})).ok, true);
    const created = await kura.vault.create({ place: "default", ...person });
    assert.equal(created.ok && created.value.state, "open");
  });

  it("has a command line that reads its version and content from beside itself", (t) => {
    const program = join(outDir, "kura.js");
    const env = { ...process.env, XDG_CONFIG_HOME: tempFolder(t), LANG: "en_GB.UTF-8" };
    const version = execFileSync(process.execPath, [program, "--version"], { env, encoding: "utf8" });
    assert.match(version, /^kura \d+\.\d+\.\d+\n$/);
    const folder = tempFolder(t);
    writeFileSync(join(folder, "empty.pdf"), "");
    const run = spawnSync(process.execPath, [program, "verify-pdf", join(folder, "empty.pdf")], {
      env,
      encoding: "utf8",
    });
    assert.equal(run.status, 1, run.stderr);
    assert.match(run.stdout, /Invalid/);
  });

  it("has a worker that reads lists", async (t) => {
    const { kura, dialogs } = startBundledEngine(t);
    assert.equal((await kura.vault.create({ place: "default", ...person })).ok, true);
    const list = join(tempFolder(t), "list.csv");
    writeFileSync(list, "name,country\n架空研究所,ZZ\n");
    dialogs.answer("list", list);
    const begun = await kura.screening.beginImport({});
    assert.match(JSON.stringify(begun), /架空研究所/u);
  });

  it("has a worker that verifies papers, without a vault", async (t) => {
    const { kura, dialogs } = startBundledEngine(t);
    const file = join(tempFolder(t), "not-a-paper.pdf");
    writeFileSync(file, "%PDF-1.7\nno more than this");
    dialogs.answer("signed-pdf", file);
    const verified = await kura.verification.verify({});
    assert.ok(!verified.ok ? verified.error.code === "pdf-unreadable" : verified.value.verdict !== "valid");
  });

  it("has the files that its code opens from beside itself", () => {
    assert.ok(statSync(join(outDir, "data/sRGB_IEC61966_2_1.icc")).size > 1_000);
    assert.ok(statSync(join(outDir, "fonts/NotoSansJP_400Regular.ttf")).size > 1_000_000);
  });

  it("has a preload whose code stays under one kilobyte beside the names of the calls", () => {
    const preload = readFileSync(join(outDir, "preload.cjs"), "utf8");
    const names = packCallNames(callNames(calls));
    assert.ok(preload.includes(names));
    assert.ok(Buffer.byteLength(preload.replace(names, "")) < 1_024);
    assert.doesNotMatch(preload, /zod|node:|require\("(?!electron")/u);
  });

  it("has a main program that parses, and that starts the page from the folder beside it", () => {
    execFileSync(process.execPath, ["--check", join(outDir, "main.js")]);
    assert.match(readFileSync(join(outDir, "main.js"), "utf8"), /"\.\.\/renderer"/u);
  });

  it("opens no network module of Node", () => {
    for (const file of ["main.js", "engine-process.js", "list-worker.js", "verify-worker.js"]) {
      const text = readFileSync(join(outDir, file), "utf8");
      assert.doesNotMatch(text, /(?:from |require\(|import\()"(?:node:)?(?:https?|http2|net|tls|dgram|dns)"/u, file);
    }
  });
});
