import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, relative, sep } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..", "..");

/** Modules of Node that can open a connection or a listening socket. */
const networkModules = ["net", "http", "https", "http2", "tls", "dns", "dgram", "dns/promises", "inspector", "quic"];

/** What can reach the network by name alone. */
const reach =
  /\bfetch\s*\(|\bnew\s+(?:WebSocket|XMLHttpRequest|EventSource|RTCPeerConnection|WebTransport)\b|\bsendBeacon\s*\(/u;

const imported = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["']([^"']+)["']/gu;

/** What is wrong with one source; empty when nothing is. */
function findings(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/[^\n]*/gu, "");
  const modules = [...code.matchAll(imported)].map(([, name = ""]) => name.replace(/^node:/u, ""));
  const network = modules.filter((name) => networkModules.includes(name));
  const called = reach.exec(code)?.[0];
  return [...network, ...(called === undefined ? [] : [called])];
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs|js)$/u.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith(join("electron", "setup") + sep));
}

for (const floor of ["shared", "electron", "renderer"]) {
  test(`nothing under ${floor} imports a network module or calls out`, () => {
    const files = sources(floor);
    assert.ok(files.length > 20, `${floor}: only ${files.length} sources were seen`);
    const bad = files.flatMap((path) => {
      const found = findings(readFileSync(join(root, path), "utf8"));
      return found.length === 0 ? [] : [`${path}: ${found.join(", ")}`];
    });
    assert.deepEqual(bad, []);
  });
}

test("the search sees what it looks for", () => {
  assert.deepEqual(findings(`import { connect } from "node:net";`), ["net"]);
  assert.deepEqual(findings(`const tls = await import("tls");`), ["tls"]);
  assert.deepEqual(findings(`await fetch ("x");`), ["fetch ("]);
  assert.deepEqual(findings("new WebSocket(x)"), ["new WebSocket"]);
  assert.deepEqual(findings(`// fetch("x")\nimport { join } from "node:path";`), []);
  const known = new Set(builtinModules.map((name) => name.replace(/^node:/u, "")));
  for (const name of ["net", "tls", "dns", "http", "https", "http2", "dgram"]) assert.ok(known.has(name));
});
