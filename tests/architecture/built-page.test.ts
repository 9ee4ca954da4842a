import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { extname, join } from "node:path";
import { describe, test } from "node:test";
import { projectRoot } from "./planted-tree.ts";

const page = join(projectRoot, "dist", "renderer");

/**
 * Addresses that are names, never visited: XML namespaces, schema dialects, the pages a library names in its error
 * messages, and the pattern by which one checks whether a text is an IPv6 address.
 */
const namesThatLookLikeAddresses = [
  /^http:\/\/www\.w3\.org\/(1999\/xhtml|1999\/xlink|2000\/svg|1998\/Math\/MathML|XML\/1998\/namespace|2000\/xmlns\/)$/u,
  /^https:\/\/react\.dev\/(errors|link)\//u,
  // The PDF reader: namespaces of forms it is told not to read, and the bases it completes the address of a link with.
  /^http:\/\/(ns\.adobe\.com|www\.xfa\.org)\//u,
  /^http:\/\/www\.w3\.org\/(1999\/XSL\/Transform|2000\/09\/xmldsig#)$/u,
  /^(http:\/\/example\.com|https:\/\/foo\.bar|http:\/\/\$\{\w+\})$/u,
  // The graph library: the pages its error messages name, and its own address beside a graph, which is turned off.
  /^https:\/\/(reactflow|\$\{\w+\}flow)\.dev(\/|\?|$)/u,
  /^https?:\/\/json-schema\.org\/draft/u,
  /^http:\/\/\[\$\{\w+\}\]$/u,
];

async function pageFiles(...extensions: string[]): Promise<{ path: string; text: string }[]> {
  assert.ok(existsSync(page), "run: npm run build");
  const files: { path: string; text: string }[] = [];
  for await (const path of glob("**/*.*", { cwd: page })) {
    if (extensions.includes(extname(path))) files.push({ path, text: await readFile(join(page, path), "utf8") });
  }
  assert.ok(files.length > 0);
  return files;
}

/** Node modules named in an import, a require or the stub that the bundler puts in their place. */
function nodeModulesIn(script: string): string[] {
  const names = [...script.matchAll(/(?:from|import|require)\s*\(?\s*["'`]([^"'`]+)["'`]/gu)].map(
    ([, name = ""]) => name,
  );
  const builtins = names.filter((name) => name.startsWith("node:") || builtinModules.includes(name));
  const stubs = script.includes("__vite-browser-external") ? ["__vite-browser-external"] : [];
  return [...builtins, ...stubs];
}

/** Addresses outside the app. */
function addressesIn(text: string): string[] {
  const addresses = [...text.matchAll(/(?:https?|wss?|ftp):\/\/[^\s"'`\\)<>]*/giu)].map(([address]) => address);
  return addresses.filter((address) => !namesThatLookLikeAddresses.some((name) => name.test(address)));
}

describe("the look at a built page", () => {
  test("sees a Node module however it is named", () => {
    const planted = [
      'import"node:fs"',
      'import{a}from"crypto"',
      'require("path")',
      'import("node:os")',
      "x.__vite-browser-external",
    ];
    assert.deepEqual(
      planted.map((script) => nodeModulesIn(script).length),
      [1, 1, 1, 1, 1],
    );
  });

  test("sees an address to the outside", () => {
    assert.deepEqual(addressesIn('a("https://outside.example/x");b("http://www.w3.org/2000/svg")'), [
      "https://outside.example/x",
    ]);
  });
});

describe("the built page", () => {
  test("holds no Node module", async () => {
    const found = (await pageFiles(".js")).flatMap(({ path, text }) =>
      nodeModulesIn(text).map((name) => `${path}: ${name}`),
    );
    assert.deepEqual(found, []);
  });

  test("names no address outside the app", async () => {
    const found = (await pageFiles(".html", ".js", ".css", ".svg")).flatMap(({ path, text }) =>
      addressesIn(text).map((address) => `${path}: ${address}`),
    );
    assert.deepEqual([...new Set(found)], []);
  });

  test("asks for nothing but its own files", async () => {
    const html = (await pageFiles(".html")).map(({ text }) => text).join("\n");
    // An empty data address says that there is no icon, so that nobody asks for one.
    const sources = [...html.matchAll(/(?:src|href)="([^"]*)"/gu)]
      .map(([, source = ""]) => source)
      .filter((source) => source !== "data:,");
    assert.ok(sources.length > 0);
    assert.deepEqual(
      sources.filter((source) => !existsSync(join(page, source))),
      [],
    );
  });

  test("has no script or style written into it", async () => {
    for (const { text } of await pageFiles(".html")) {
      assert.doesNotMatch(text, /<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=/iu);
    }
  });
});
