import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { projectRoot } from "./planted-tree.ts";

const BuilderConfig = z.object({
  publish: z.null(),
  asar: z.literal(true),
  npmRebuild: z.literal(false),
  asarUnpack: z.array(z.string()),
  files: z.array(z.string()),
  electronFuses: z.record(z.string(), z.boolean()),
  linux: z.object({ icon: z.string(), executableArgs: z.array(z.string()) }),
  win: z.object({ icon: z.string() }),
  mac: z.object({ icon: z.string(), hardenedRuntime: z.literal(true), entitlements: z.string() }),
  nsis: z.object({ deleteAppDataOnUninstall: z.literal(false) }),
});

async function readConfig(): Promise<z.infer<typeof BuilderConfig>> {
  return BuilderConfig.parse(parse(await readFile(join(projectRoot, "electron-builder.yml"), "utf8")));
}

/** Each switch of the binary, as it must ship. */
const switches = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  enableCookieEncryption: true,
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
} as const;

describe("the shipped binary", () => {
  for (const [name, value] of Object.entries(switches)) {
    test(`has ${name} ${value ? "on" : "off"}`, async () => {
      assert.equal((await readConfig()).electronFuses[name], value);
    });
  }

  test("has no other switch than those this test knows", async () => {
    const known = [...Object.keys(switches), "resetAdHocDarwinSignature"];
    assert.deepEqual(Object.keys((await readConfig()).electronFuses).sort(), known.sort());
  });

  test("is published nowhere and updates itself from nowhere", async () => {
    const text = await readFile(join(projectRoot, "electron-builder.yml"), "utf8");
    assert.equal((await readConfig()).publish, null);
    assert.doesNotMatch(text, /https?:|provider|electron-updater/u);
  });

  test("starts without any switch that loosens the sandbox", async () => {
    assert.deepEqual((await readConfig()).linux.executableArgs, []);
  });

  test("ships built code, resources and native bindings, and nothing of tests, setup or sources", async () => {
    const { files } = await readConfig();
    assert.ok(files.includes("!**/node_modules/**"));
    const shipped = files.filter((file) => !file.startsWith("!"));
    const allowed =
      /^(package\.json|dist\/(electron|renderer)\/|resources\/|node_modules\/(better-sqlite3|@node-rs)\/)/u;
    assert.deepEqual(
      shipped.filter((file) => !allowed.test(file)),
      [],
    );
  });

  test("asks macOS for nothing but compiled script", async () => {
    const { mac } = await readConfig();
    const plist = await readFile(join(projectRoot, mac.entitlements), "utf8");
    assert.deepEqual(
      [...plist.matchAll(/<key>([^<]+)<\/key>/gu)].map(([, key]) => key),
      ["com.apple.security.cs.allow-jit"],
    );
  });

  test("has an icon wherever one is named", async () => {
    const { linux, win, mac } = await readConfig();
    for (const icon of new Set([linux.icon, win.icon, mac.icon])) {
      assert.ok((await stat(join(projectRoot, icon))).size > 0);
    }
  });
});
