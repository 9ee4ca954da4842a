import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createPlantedTree, type PlantedTree } from "./planted-tree.ts";

/** A file that only a looser compiler would take, and the error that must stop it. */
interface Looseness {
  readonly flag: string;
  readonly code: string;
  readonly path: string;
  readonly text: string;
}

const loosenesses: readonly Looseness[] = [
  { flag: "strict (null)", code: "TS2322", path: "shared/null.ts", text: "export const x: number = null;\n" },
  { flag: "strict (implicit any)", code: "TS7006", path: "shared/any.ts", text: "export const f = (x) => 1;\n" },
  {
    flag: "noUncheckedIndexedAccess",
    code: "TS2322",
    path: "shared/index.ts",
    text: "export const f = (list: number[]): number => list[0];\n",
  },
  {
    flag: "exactOptionalPropertyTypes",
    code: "TS2375",
    path: "shared/exact.ts",
    text: "export const x: { a?: number } = { a: undefined };\n",
  },
  {
    flag: "noPropertyAccessFromIndexSignature",
    code: "TS4111",
    path: "shared/signature.ts",
    text: "export const f = (x: Record<string, number>): unknown => x.name;\n",
  },
  {
    flag: "noImplicitOverride",
    code: "TS4114",
    path: "shared/override.ts",
    text: "class A extends Error {\n  toString(): string {\n    return this.name;\n  }\n}\nexport const a = new A();\n",
  },
  {
    flag: "noImplicitReturns",
    code: "TS7030",
    path: "shared/returns.ts",
    text: "export function f(x: boolean): number | undefined {\n  if (x) return 1;\n}\n",
  },
  {
    flag: "noFallthroughCasesInSwitch",
    code: "TS7029",
    path: "shared/fall.ts",
    text: "export function f(x: number): number {\n  let n = 0;\n  switch (x) {\n    case 1:\n      n = 1;\n    case 2:\n      n = 2;\n  }\n  return n;\n}\n",
  },
  { flag: "noUnusedLocals", code: "TS6133", path: "shared/local.ts", text: "const x = 1;\nexport const y = 2;\n" },
  {
    flag: "noUnusedParameters",
    code: "TS6133",
    path: "shared/parameter.ts",
    text: "export const f = (x: number): number => 1;\n",
  },
  {
    flag: "verbatimModuleSyntax",
    code: "TS1484",
    path: "shared/verbatim.ts",
    text: 'import { T } from "./type.ts";\nexport const x: T = 1;\n',
  },
  { flag: "erasableSyntaxOnly", code: "TS1294", path: "shared/enum.ts", text: "export enum Kind {\n  A = 1,\n}\n" },
  {
    flag: "no Node and no DOM in shared",
    code: "TS2584",
    path: "shared/console.ts",
    text: 'console.log("x");\nexport {};\n',
  },
  {
    flag: "no clock of the page in shared",
    code: "TS2304",
    path: "shared/timer.ts",
    text: "setTimeout(() => {}, 1);\nexport {};\n",
  },
  { flag: "no Node in shared", code: "TS2591", path: "shared/node.ts", text: "export const x: unknown = process;\n" },
  {
    flag: "no DOM in electron",
    code: "TS2584",
    path: "electron/dom.ts",
    text: "export const x: unknown = document;\n",
  },
  {
    flag: "no Node in renderer",
    code: "TS2591",
    path: "renderer/node.ts",
    text: "export const x: unknown = process;\n",
  },
  {
    flag: "no Node module in renderer",
    code: "TS2591",
    path: "renderer/module.ts",
    text: 'import { readFileSync } from "node:fs";\nexport const x: unknown = readFileSync;\n',
  },
];

const floors = ["shared", "electron", "renderer"] as const;

async function errorsOf(planted: PlantedTree): Promise<string> {
  const outputs: string[] = [];
  for (const floor of floors) {
    const { output } = await planted.runTool("typescript/bin/tsc", [
      "-p",
      floor,
      "--pretty",
      "false",
      "--incremental",
      "false",
    ]);
    outputs.push(output);
  }
  return outputs.join("\n");
}

describe("the strict flags", () => {
  let planted: PlantedTree;

  before(async () => {
    planted = await createPlantedTree();
    await planted.copy(["tsconfig.json", ...floors.map((floor) => `${floor}/tsconfig.json`), "package.json"]);
    await planted.linkPackages();
    await planted.write({
      "shared/type.ts": "export type T = number;\n",
      "electron/type.ts": "export const x: string = process.cwd();\n",
      "renderer/type.ts": "export const x: unknown = document;\n",
    });
  });

  after(() => planted.remove());

  test("a strict tree compiles", async () => {
    assert.equal((await errorsOf(planted)).trim(), "");
  });

  test("every looseness is refused with its error", async () => {
    await planted.write(Object.fromEntries(loosenesses.map(({ path, text }) => [path, text])));
    const errors = await errorsOf(planted);
    const missed = loosenesses.filter(
      ({ code, path }) => !errors.split("\n").some((line) => line.startsWith(`${path}(`) && line.includes(` ${code}:`)),
    );
    assert.deepEqual(missed, [], errors);
  });
});
