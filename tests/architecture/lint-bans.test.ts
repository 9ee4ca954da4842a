import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createPlantedTree, type PlantedTree, projectRoot } from "./planted-tree.ts";

/** A file that breaks one rule, and the rule that must say so. */
interface Ban {
  readonly rule: string;
  readonly path: string;
  readonly text: string;
}

const long = (lines: number): string => Array.from({ length: lines }, (_, index) => `  n += ${index};`).join("\n");

/** Found by Biome, which needs no types. */
const biomeBans: readonly Ban[] = [
  ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "localStorage", "sessionStorage", "indexedDB"].map(
    (name, index): Ban => ({
      rule: "lint/style/noRestrictedGlobals",
      path: `renderer/app/global-${index}.ts`,
      text: `export const taken: unknown = ${name};\n`,
    }),
  ),
  ...["http", "https", "http2", "net", "dns", "tls", "dgram"].flatMap((name, index): Ban[] => [
    {
      rule: "lint/style/noRestrictedImports",
      path: `electron/services/builtin-${index}.ts`,
      text: `import { X } from "node:${name}";\n\nexport const taken: unknown = X;\n`,
    },
    {
      rule: "lint/style/noRestrictedImports",
      path: `electron/services/late-${index}.ts`,
      text: `export const taken: Promise<unknown> = import("${name}");\n`,
    },
  ]),
  { rule: "lint/suspicious/noConsole", path: "electron/services/talk.ts", text: 'console.log("x");\n' },
  { rule: "lint/style/noDefaultExport", path: "shared/domain/default.ts", text: "export default 1;\n" },
  { rule: "lint/style/noEnum", path: "shared/domain/kinds.ts", text: "export enum Kind {\n  A = 1,\n}\n" },
  { rule: "lint/suspicious/noExplicitAny", path: "shared/domain/any.ts", text: "export const x: any = 1;\n" },
  { rule: "lint/style/noNonNullAssertion", path: "shared/domain/bang.ts", text: 'export const x = "a".at(0)!;\n' },
  { rule: "lint/performance/noReExportAll", path: "shared/domain/barrel.ts", text: 'export * from "./party.ts";\n' },
  { rule: "lint/style/useFilenamingConvention", path: "shared/domain/snake_case.ts", text: "export const x = 1;\n" },
  {
    rule: "lint/style/noExcessiveLinesPerFile",
    path: "shared/domain/endless.ts",
    text: `export function sum(): number {\n  let n = 0;\n${long(360)}\n  return n;\n}\n`,
  },
  {
    rule: "lint/complexity/noExcessiveLinesPerFunction",
    path: "renderer/app/Endless.tsx",
    text: `export function Sum(): number {\n  let n = 0;\n${long(70)}\n  return n;\n}\n`,
  },
  { rule: "lint/suspicious/noFocusedTests", path: "tests/unit/only.test.ts", text: 'test.only("x", () => {});\n' },
  { rule: "format", path: "shared/domain/crooked.ts", text: "export const x = 'a'\n" },
];

const eslintBans: readonly Ban[] = [
  {
    rule: "@typescript-eslint/no-floating-promises",
    path: "electron/services/floating.ts",
    text: "export function f(): void {\n  Promise.resolve(1);\n}\n",
  },
  {
    rule: "@typescript-eslint/no-misused-promises",
    path: "electron/services/misused.ts",
    text: "[1].forEach(async () => {\n  await Promise.resolve(1);\n});\n",
  },
  {
    rule: "@typescript-eslint/switch-exhaustiveness-check",
    path: "shared/domain/switch.ts",
    text: 'export function f(x: "a" | "b"): number {\n  switch (x) {\n    case "a":\n      return 1;\n  }\n  return 2;\n}\n',
  },
  {
    rule: "@typescript-eslint/no-unsafe-assignment",
    path: "shared/domain/unsafe.ts",
    text: 'export const x: { a: number } = JSON.parse("{}");\n',
  },
  {
    rule: "@typescript-eslint/no-unsafe-call",
    path: "shared/domain/call.ts",
    text: 'const f = JSON.parse("{}");\nf();\n',
  },
  {
    rule: "@typescript-eslint/no-unsafe-member-access",
    path: "shared/domain/member.ts",
    text: 'export const x: unknown = JSON.parse("{}").a;\n',
  },
  {
    rule: "@typescript-eslint/no-unsafe-return",
    path: "shared/domain/return.ts",
    text: 'export function f(): number {\n  return JSON.parse("{}");\n}\n',
  },
  {
    rule: "@typescript-eslint/no-unsafe-argument",
    path: "shared/domain/argument.ts",
    text: 'Math.max(JSON.parse("{}"));\n',
  },
  {
    rule: "@typescript-eslint/explicit-module-boundary-types",
    path: "renderer/app/Silent.tsx",
    text: "export function Silent() {\n  return 1;\n}\n",
  },
  {
    rule: "house/cast-says-why",
    path: "shared/domain/cast.ts",
    text: "export function f(x: unknown): number {\n  return x as number;\n}\n",
  },
  {
    rule: "house/no-sqlite-exec",
    path: "electron/vault/tables/exec.ts",
    text: 'export function f(db: { exec(sql: string): void }): void {\n  db.exec("SELECT 1");\n}\n',
  },
  {
    rule: "house/no-raw-enter",
    path: "renderer/app/enter.ts",
    text: 'export function f(event: { key: string }): boolean {\n  return event.key === "Enter";\n}\n',
  },
  {
    rule: "house/no-raw-enter",
    path: "renderer/app/enter-case.ts",
    text: 'export function f(event: { key: string }): number {\n  switch (event.key) {\n    case "Enter":\n      return 1;\n    default:\n      return 0;\n  }\n}\n',
  },
];

/** Files that come close to a ban and must pass. */
const lawful: Readonly<Record<string, string>> = {
  "shared/domain/party.ts": "/** Invented. */\nexport const party = 1;\n",
  "shared/domain/lawful.ts":
    "export function f(x: unknown): number {\n  // Safe: the caller checked that it is a number.\n  return x as number;\n}\n\nexport const list = [1, 2] as const;\n",
  "shared/domain/pattern.ts": 'export const hit = /a/.exec("a");\n',
  "renderer/app/guarded.ts":
    'export function f(event: { key: string }, guard: { owns(press: object): boolean }): boolean {\n  return event.key === "Enter" && !guard.owns(event);\n}\n',
  "electron/setup/talk.mjs": 'console.log("setup may talk");\n',
  "tests/unit/lawful.test.ts":
    'import test from "node:test";\n\ntest("may leave its promise to the runner", () => {\n  fetchNothing();\n});\n\nfunction fetchNothing(): void {}\n',
};

const configs = [
  "biome.json",
  "eslint.config.js",
  "tsconfig.json",
  "shared/tsconfig.json",
  "electron/tsconfig.json",
  "renderer/tsconfig.json",
  "tests/tsconfig.json",
  "tests/architecture/house-rules.js",
  "package.json",
  ".gitignore",
];

interface EslintFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

interface BiomeReport {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

async function biomeFindings(planted: PlantedTree): Promise<Set<string>> {
  const { output } = await planted.runTool("@biomejs/biome/bin/biome", [
    "ci",
    "--error-on-warnings",
    "--colors=off",
    "--reporter=json",
    "--max-diagnostics=none",
    ".",
  ]);
  const json = output.split("\n").find((line) => line.startsWith("{")) ?? "{}";
  // Biome's own report; a different shape fails the assertions below.
  const report = JSON.parse(json) as BiomeReport;
  return new Set(report.diagnostics.map((one) => `${one.category} in ${one.location.path}`));
}

async function eslintFindings(planted: PlantedTree): Promise<Set<string>> {
  const { output } = await planted.runTool("eslint/bin/eslint.js", ["--format", "json", "."]);
  // ESLint's own report; a different shape fails the assertions below.
  const reports = JSON.parse(output) as EslintFile[];
  return new Set(
    reports.flatMap((file) =>
      file.messages.map((message) => `${message.ruleId} in ${file.filePath.slice(planted.root.length + 1)}`),
    ),
  );
}

describe("the lint bans", () => {
  let planted: PlantedTree;
  const findingsOf = { biome: biomeFindings, eslint: eslintFindings };
  const bansOf = { biome: biomeBans, eslint: eslintBans };

  before(async () => {
    planted = await createPlantedTree();
    await planted.copy(configs);
    await planted.linkPackages();
  });

  after(() => planted.remove());

  for (const tool of ["biome", "eslint"] as const) {
    test(`${tool} passes what only looks like a breach`, async () => {
      await planted.write(lawful);
      assert.deepEqual([...(await findingsOf[tool](planted))], []);
    });
  }

  for (const tool of ["biome", "eslint"] as const) {
    test(`${tool} finds every planted breach by the name of its rule`, async () => {
      await planted.write(Object.fromEntries(bansOf[tool].map((ban) => [ban.path, ban.text])));
      const found = await findingsOf[tool](planted);
      assert.deepEqual(
        bansOf[tool].filter((ban) => !found.has(`${ban.rule} in ${ban.path}`)),
        [],
      );
    });
  }

  test("every ban on a name says what to use instead", async () => {
    const text = await readFile(join(projectRoot, "biome.json"), "utf8");
    // Our own configuration file.
    const { linter } = JSON.parse(text) as {
      linter: { rules: { style: Record<string, { options: Record<string, Record<string, string>> }> } };
    };
    const { noRestrictedGlobals, noRestrictedImports } = linter.rules.style;
    const reasons = [
      ...Object.values(noRestrictedGlobals?.options["deniedGlobals"] ?? {}),
      ...Object.values(noRestrictedImports?.options["paths"] ?? {}),
    ];
    assert.ok(reasons.length > 20);
    assert.deepEqual(
      reasons.filter((reason) => reason.split(". ").length < 2),
      [],
    );
  });
});
