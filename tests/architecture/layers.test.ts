import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { dirname, relative } from "node:path/posix";
import { after, before, describe, test } from "node:test";
import { createPlantedTree, type PlantedTree } from "./planted-tree.ts";

/** One way over a wall: a file at `from` that imports `to`, a path from the root or the name of a module. */
interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  /** Rules that only forbid values let a type pass, and the other way round. */
  readonly as?: "value" | "type";
}

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

const breaches: readonly Breach[] = [
  { rule: "shared-root-is-vocabulary", from: "shared/planted.ts", to: "shared/domain/party.ts" },
  { rule: "shared-domain-thinks-alone", from: "shared/domain/planted.ts", to: "shared/contract/calls.ts" },
  { rule: "shared-domain-thinks-alone", from: "shared/domain/planted-clock.ts", to: "electron/ports.ts" },
  { rule: "shared-domain-thinks-alone", from: "shared/domain/planted-file.ts", to: "node:fs" },
  { rule: "shared-contract-knows-the-domain-only", from: "shared/contract/planted.ts", to: "shared/strings/ja.ts" },
  { rule: "shared-strings-know-the-domain-only", from: "shared/strings/planted.ts", to: "shared/contract/calls.ts" },
  { rule: "vault-keeps-to-itself", from: "electron/vault/planted.ts", to: "electron/services/vault-service.ts" },
  { rule: "vault-keeps-to-itself", from: "electron/vault/planted-contract.ts", to: "shared/contract/calls.ts" },
  { rule: "trail-stands-alone", from: "electron/trail/planted.ts", to: "electron/vault/vault.ts" },
  { rule: "trail-stands-alone", from: "electron/trail/planted-file.ts", to: "node:fs" },
  { rule: "screening-stands-alone", from: "electron/screening/planted.ts", to: "electron/vault/vault.ts" },
  { rule: "search-stands-alone", from: "electron/search/planted.ts", to: "electron/vault/vault.ts" },
  { rule: "list-pack-stands-alone", from: "electron/list-pack/planted.ts", to: "electron/ports.ts" },
  { rule: "pdf-stands-alone", from: "electron/pdf/planted.ts", to: "electron/vault/vault.ts" },
  { rule: "content-reads-resources-only", from: "electron/content/planted.ts", to: "electron/vault/vault.ts" },
  { rule: "parsing-stands-alone", from: "electron/parsing/planted.ts", to: "node:fs" },
  { rule: "parsing-stands-alone", from: "electron/parsing/planted-vault.ts", to: "electron/vault/vault.ts" },
  { rule: "exchange-stands-alone", from: "electron/exchange/planted.ts", to: "electron/vault/vault.ts" },
  { rule: "recovery-stands-alone", from: "electron/recovery/planted.ts", to: "electron/vault/vault.ts" },
  { rule: "security-stands-alone", from: "electron/security/planted.ts", to: "electron/shell/main.ts" },
  {
    rule: "services-enter-the-vault-by-its-door",
    from: "electron/services/planted.ts",
    to: "electron/vault/database.ts",
  },
  {
    rule: "services-enter-the-vault-by-its-door",
    from: "electron/services/planted-up.ts",
    to: "electron/ipc/handlers.ts",
  },
  {
    rule: "services-take-types-and-shapes-of-tables",
    from: "electron/services/planted-column.ts",
    to: "electron/vault/tables/json-column.ts",
    as: "value",
  },
  { rule: "ipc-knows-services-only", from: "electron/ipc/planted.ts", to: "electron/vault/vault.ts" },
  { rule: "compose-never-sees-the-shell", from: "electron/compose.ts", to: "electron/shell/main.ts" },
  {
    rule: "command-line-stands-before-the-door",
    from: "electron/cli/planted.ts",
    to: "electron/services/vault-service.ts",
  },
  { rule: "engine-wraps-compose", from: "electron/engine/planted.ts", to: "electron/services/vault-service.ts" },
  { rule: "shell-is-a-doormat", from: "electron/shell/planted.ts", to: "electron/vault/vault.ts" },
  { rule: "shell-is-a-doormat", from: "electron/shell/planted-service.ts", to: "electron/services/vault-service.ts" },
  { rule: "preload-knows-nothing", from: "electron/preload/planted.ts", to: "shared/contract/calls.ts" },
  { rule: "root-files-are-leaves", from: "electron/log.ts", to: "electron/vault/vault.ts" },
  { rule: "bundle-builds-only", from: "electron/bundle.ts", to: "electron/vault/vault.ts" },
  { rule: "setup-runs-before-anything-is-installed", from: "electron/setup/planted.mjs", to: "zod", as: "value" },
  { rule: "ui-knows-no-words-and-no-stores", from: "renderer/ui/planted.tsx", to: "renderer/stores/notice-store.ts" },
  { rule: "ui-knows-no-words-and-no-stores", from: "renderer/ui/planted-words.tsx", to: "shared/strings/ja.ts" },
  { rule: "features-use-ui-stores-and-host", from: "renderer/features/risk/planted.tsx", to: "renderer/app/route.ts" },
  { rule: "features-use-ui-stores-and-host", from: "renderer/features/risk/up.tsx", to: "electron/ports.ts" },
  {
    rule: "features-do-not-import-each-other",
    from: "renderer/features/risk/planted-twin.tsx",
    to: "renderer/features/unlock/unlock-store.ts",
  },
  { rule: "parts-serve-features", from: "renderer/parts/planted.tsx", to: "renderer/features/unlock/unlock-store.ts" },
  { rule: "app-arranges-features", from: "renderer/app/planted.tsx", to: "electron/ports.ts" },
  { rule: "stores-speak-through-the-host", from: "renderer/stores/planted.ts", to: "renderer/ui/Button.tsx" },
  { rule: "host-is-the-bridge", from: "renderer/host.ts", to: "electron/ports.ts" },
  { rule: "page-starts-app", from: "renderer/main.tsx", to: "electron/ports.ts" },
  { rule: "sqlite-only-in-database", from: "electron/vault/tables/planted.ts", to: "better-sqlite3" },
  { rule: "argon2-only-in-kdf", from: "electron/vault/crypto/planted.ts", to: "@node-rs/argon2" },
  { rule: "hpke-only-in-hpke", from: "electron/vault/crypto/planted-hpke.ts", to: "@hpke/core" },
  { rule: "migrations-are-frozen", from: "electron/vault/migrations/0009-planted.ts", to: "shared/domain/party.ts" },
  {
    rule: "migrations-take-only-a-type",
    from: "electron/vault/migrations/0009-value.ts",
    to: "better-sqlite3",
    as: "value",
  },
  { rule: "electron-types-only-in-shell", from: "electron/services/planted-dialog.ts", to: "electron" },
  {
    rule: "electron-values-only-in-main-and-preload",
    from: "electron/shell/planted-window.ts",
    to: "electron",
    as: "value",
  },
  ...[
    "node:http",
    "node:https",
    "node:http2",
    "node:net",
    "node:dns",
    "node:dns/promises",
    "node:tls",
    "node:dgram",
  ].map((to, index): Breach => ({ rule: "no-network", from: `electron/services/planted-net-${index}.ts`, to })),
  { rule: "no-network", from: "electron/services/planted-undici.ts", to: "undici" },
  { rule: "no-child-processes", from: "electron/services/planted-child.ts", to: "node:child_process" },
  { rule: "nobody-imports-setup", from: "electron/services/planted-setup.ts", to: "electron/setup/prepare.mjs" },
  { rule: "source-does-not-import-tests", from: "shared/domain/planted-test.ts", to: "tests/support/clock.ts" },
  { rule: "shipped-code-uses-shipped-packages", from: "renderer/app/planted-dev.tsx", to: "esbuild", as: "value" },
  { rule: "packages-are-listed", from: "renderer/app/planted-package.tsx", to: "stowaway" },
  { rule: "imports-resolve", from: "shared/domain/planted-path.ts", to: "shared/domain/nowhere.ts" },
  { rule: "no-cycles", from: "shared/domain/wheel.ts", to: "shared/domain/axle.ts" },
  { rule: "no-dead-modules", from: "shared/domain/lonely.ts", to: "zod" },
];

/** What each breach reaches for, and one lawful import through every door. */
const tree: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    name: "planted",
    type: "module",
    dependencies: {
      zod: "1.0.0",
      "better-sqlite3": "1.0.0",
      "@node-rs/argon2": "1.0.0",
      "@hpke/core": "1.0.0",
      react: "1.0.0",
      undici: "1.0.0",
    },
    devDependencies: { electron: "1.0.0", esbuild: "1.0.0" },
  }),
  "tsconfig.json": JSON.stringify({ compilerOptions: { module: "NodeNext", allowImportingTsExtensions: true } }),
  "shared/result.ts": "export type X = string; export const X = 1;",
  "shared/domain/party.ts":
    'import { X as Y } from "../result.ts";\nimport { X as Z } from "zod";\nimport "./axle.ts"; export const X = [Y, Z]; export type X = string;',
  "shared/contract/calls.ts":
    'import { X as Y } from "../domain/party.ts"; export const X = Y; export type X = string;',
  "shared/strings/ja.ts": "export const X = 1; export type X = string;",
  "electron/ports.ts":
    'import type { X as Y } from "../shared/domain/party.ts"; export type X = Y; export const X = 1;',
  "electron/log.ts": 'import "node:fs";',
  "electron/bundle.ts": 'import "esbuild";\nimport "../shared/contract/calls.ts";\nimport "../shared/strings/ja.ts";',
  "electron/compose.ts":
    'import "./ipc/handlers.ts";\nimport "./log.ts";\nimport "./vault/vault.ts";\nimport "./ports.ts";',
  "electron/vault/vault.ts":
    'import "./database.ts";\nimport "./tables/answer-table.ts";\nimport "./tables/json-column.ts"; export const X = 1; export type X = string;',
  "electron/vault/database.ts":
    'import "better-sqlite3";\nimport "./crypto/kdf.ts";\nimport "./crypto/hpke.ts";\nimport "./migrations/0001-initial.ts"; export const X = 1; export type X = string;',
  "electron/vault/crypto/kdf.ts": 'import "@node-rs/argon2";\nimport "node:crypto";',
  "electron/vault/crypto/hpke.ts": 'import "@hpke/core";',
  "electron/vault/migrations/0001-initial.ts": 'import type { X as Y } from "better-sqlite3"; export type Z = Y;',
  "electron/vault/tables/answer-table.ts": "export const X = 1; export type X = string;",
  "electron/vault/tables/json-column.ts": "export const X = 1; export type X = string;",
  "electron/services/vault-service.ts":
    'import "../vault/vault.ts";\nimport "../vault/tables/answer-table.ts"; export const X = 1; export type X = string;',
  "electron/ipc/handlers.ts": 'import "../services/vault-service.ts"; export const X = 1; export type X = string;',
  "electron/shell/main.ts":
    'import "electron";\nimport "../compose.ts";\nimport "./window.ts"; export const X = 1; export type X = string;',
  "electron/shell/window.ts": 'import type { X as Y } from "electron"; export type Z = Y;',
  "electron/preload/preload.ts": 'import "electron";',
  "electron/setup/prepare.mjs": 'import "node:child_process"; export const X = 1;',
  "renderer/main.tsx": 'import "react";\nimport "./app/route.ts";',
  "renderer/host.ts": 'import type { X as Y } from "../shared/contract/calls.ts"; export type Z = Y;',
  "renderer/app/route.ts": 'import "../features/unlock/unlock-store.ts"; export const X = 1; export type X = string;',
  "renderer/features/unlock/unlock-store.ts":
    'import "../../host.ts";\nimport "../../ui/Button.tsx";\nimport "../../stores/notice-store.ts"; export const X = 1; export type X = string;',
  "renderer/stores/notice-store.ts": "export const X = 1; export type X = string;",
  "renderer/ui/Button.tsx": 'import "react"; export const X = 1; export type X = string;',
  "tests/support/clock.ts": 'import "node:http"; export const X = 1; export type X = string;',
  "shared/domain/axle.ts": "export const X = 1; export type X = string;",
};

const packages = [
  "zod",
  "better-sqlite3",
  "@node-rs/argon2",
  "@hpke/core",
  "react",
  "undici",
  "electron",
  "esbuild",
  "stowaway",
];

function packageFiles(): Record<string, string> {
  return Object.fromEntries(
    packages.flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: "1.0.0", main: "index.js", types: "index.d.ts" }),
      ],
      [`node_modules/${name}/index.js`, "exports.X = 1;"],
      [`node_modules/${name}/index.d.ts`, "export type X = string; export const X: number;"],
    ]),
  );
}

function importLine(breach: Breach, kind: "value" | "type"): string {
  const target = /^(shared|electron|renderer|tests)\//.test(breach.to)
    ? relative(dirname(breach.from), breach.to).replace(/^(?!\.)/, "./")
    : breach.to;
  return kind === "type"
    ? `import type { X as A } from "${target}"; export type B = A;\n`
    : `import { X as A } from "${target}"; export const B = A;\n`;
}

async function violations(planted: PlantedTree): Promise<readonly Violation[]> {
  const { output } = await planted.runTool("dependency-cruiser/bin/dependency-cruise.mjs", [
    "--config",
    "tests/architecture/layers.cjs",
    "-T",
    "json",
    "shared",
    "electron",
    "renderer",
    "tests",
  ]);
  // The tool's own JSON; a different shape fails the assertions below.
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

function ruleNames(): string[] {
  const require = createRequire(import.meta.url);
  // Our own file, two lines from here.
  return (require("./layers.cjs") as { forbidden: { name: string }[] }).forbidden.map((rule) => rule.name);
}

describe("the walls", () => {
  let planted: PlantedTree;

  before(async () => {
    planted = await createPlantedTree();
    await planted.write({ ...tree, ...packageFiles() });
    await planted.copy(["layers", "walls", "electron-walls"].map((name) => `tests/architecture/${name}.cjs`));
  });

  after(() => planted.remove());

  test("a lawful tree passes", async () => {
    assert.deepEqual(await violations(planted), []);
  });

  test("every rule has a breach planted here", () => {
    assert.deepEqual(new Set(breaches.map((breach) => breach.rule)), new Set(ruleNames()));
  });

  for (const kind of ["value", "type"] as const) {
    test(`every breach by a ${kind} is found by the name of its rule`, async () => {
      const planned = breaches.filter((breach) => (breach.as ?? kind) === kind);
      const added = Object.fromEntries(planned.map((breach) => [breach.from, importLine(breach, kind)]));
      const wheel = {
        "shared/domain/axle.ts": importLine(
          { rule: "", from: "shared/domain/axle.ts", to: "shared/domain/wheel.ts" },
          kind,
        ),
      };
      await planted.write({ ...added, ...wheel });
      const found = await violations(planted);
      const missed = planned.filter(
        ({ rule, from }) => !found.some((one) => one.rule.name === rule && (one.from === from || one.to === from)),
      );
      await planted.write(tree);
      assert.deepEqual(missed, []);
    });
  }
});
