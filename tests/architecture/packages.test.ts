import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { z } from "zod";
import { projectRoot } from "./planted-tree.ts";

const Versions = z.record(z.string(), z.string());
const Manifest = z.object({
  private: z.literal(true),
  scripts: z.record(z.string(), z.string()),
  dependencies: Versions,
  devDependencies: Versions,
});
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      license: z.string().optional(),
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** One version and nothing else, also behind an alias. */
const exactVersion = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/u;

/** Licences under which a closed, carried-in program may ship another's code, with its notice. */
const shippableLicences = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "(BSD-3-Clause OR GPL-2.0)",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT AND Apache-2.0",
  "MIT AND OFL-1.1",
  "MIT-0",
  "OFL-1.1",
  "Unicode-3.0",
]);

/** Packages that name their licence only in its text, which was read. */
const readLicences: Readonly<Record<string, string>> = { i: "MIT", "png-js": "MIT" };

const scripts = [
  "start",
  "dev",
  "check",
  "test",
  "e2e",
  "bench",
  "fuzz",
  "storm",
  "types",
  "build",
  "package",
  "demo",
  "kura",
];

async function read<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  return schema.parse(JSON.parse(await readFile(join(projectRoot, path), "utf8")));
}

async function decisions(): Promise<string> {
  const texts: string[] = [];
  for await (const path of glob(["DECISIONS.md", "*/DECISIONS.md", "*/*/DECISIONS.md", "*/*/*/DECISIONS.md"], {
    cwd: projectRoot,
    exclude: (name) => name === "node_modules",
  })) {
    texts.push(await readFile(join(projectRoot, path), "utf8"));
  }
  return texts.join("\n");
}

/** Packages of the lockfile that ship, by name and version; bindings for single platforms come with their parent. */
async function shippedPackages(): Promise<{ name: string; version: string; license: string }[]> {
  const { packages } = await read(Lock, "package-lock.json");
  return Object.entries(packages)
    .filter(([path, entry]) => path !== "" && !entry.dev && !entry.optional && !entry.devOptional)
    .map(([path, entry]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version: entry.version ?? "",
      license: entry.license ?? "",
    }))
    .map((entry) => ({ ...entry, license: entry.license || (readLicences[entry.name] ?? "") }));
}

describe("package.json", () => {
  test("pins every package to one version", async () => {
    const { dependencies, devDependencies } = await read(Manifest, "package.json");
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, range]) => !exactVersion.test(range),
    );
    assert.deepEqual(loose, []);
  });

  test("names every package the app runs on in a decision", async () => {
    const { dependencies } = await read(Manifest, "package.json");
    const text = await decisions();
    const unexplained = Object.keys(dependencies).filter(
      (name) => !new RegExp(`(^|[^\\w/@-])${name}($|[^\\w/-])`, "mu").test(text),
    );
    assert.deepEqual(unexplained, []);
  });

  test("names only packages whose parts for every platform are locked too, or `npm ci` would refuse", async () => {
    const { packages } = await read(Lock, "package-lock.json");
    const names = new Set(
      Object.keys(packages).map((path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)),
    );
    const unlocked = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !names.has(name))
        .map((name) => `${path} needs ${name}`),
    );
    assert.deepEqual(unlocked, []);
  });

  test("offers the words a newcomer needs and no others", async () => {
    const manifest = await read(Manifest, "package.json");
    assert.deepEqual(Object.keys(manifest.scripts).sort(), [...scripts].sort());
  });
});

describe("the shipped packages", () => {
  test("are all under licences that allow it", async () => {
    const others = (await shippedPackages()).filter(({ license }) => !shippableLicences.has(license));
    assert.deepEqual(others, []);
  });

  test("are all named, at their version, in the notices", async () => {
    const notices = await readFile(join(projectRoot, "resources/licences/third-party.txt"), "utf8");
    const missing = (await shippedPackages()).filter(({ version }) => !notices.includes(` ${version} (`));
    const nameless = (await shippedPackages()).filter(
      ({ name, version }) => name !== "better-sqlite3" && !notices.includes(`\n${name} ${version} (`),
    );
    assert.deepEqual([...missing, ...nameless], [], "run: node electron/setup/collect-licences.mjs");
  });

  test("come from no address written into the lockfile", async () => {
    const { packages } = await read(Lock, "package-lock.json");
    assert.deepEqual(
      Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined),
      [],
    );
  });
});
