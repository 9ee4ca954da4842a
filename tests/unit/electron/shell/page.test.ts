import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { contentSecurityPolicy } from "../../../../electron/security/content-policy.ts";
import { readPageFiles } from "../../../../electron/shell/page-files.ts";
import { appScheme, servePage } from "../../../../electron/shell/protocol.ts";
import { tempFolder } from "../../../support/temp-folder.ts";

type Handler = (request: Request) => Promise<Response>;

/** A page of a few files with a secret file beside its folder, and the handler that serves it. */
function serve(t: TestContext): (path: string, method?: string) => Promise<Response> {
  const outside = tempFolder(t);
  const folder = join(outside, "page");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(outside, "secret.txt"), "秘密");
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "assets/x-12345678.js"), "export {}");
  writeFileSync(join(folder, "assets/x-12345678.css"), "p{}");
  writeFileSync(join(folder, "assets/x-12345678.ttf"), Buffer.from([0, 1, 0, 0]));
  symlinkSync(join(outside, "secret.txt"), join(folder, "assets/link.txt"));
  let handler: Handler | undefined;
  servePage(
    {
      handle: (scheme, given) => {
        assert.equal(scheme, "app");
        handler = async (request) => given(request);
      },
    },
    readPageFiles(folder),
  );
  return async (address, method = "GET") => {
    // `new Request` would tidy the address up first; Electron hands it over as it came.
    const request = { url: address.includes("://") ? address : `app://kura${address}`, method } as Request;
    return handler === undefined ? assert.fail("nothing serves") : handler(request);
  };
}

describe("the page under app://", () => {
  const types: Readonly<Record<string, string>> = {
    "/": "text/html; charset=utf-8",
    "/index.html": "text/html; charset=utf-8",
    "/assets/x-12345678.js": "text/javascript; charset=utf-8",
    "/assets/x-12345678.css": "text/css; charset=utf-8",
    "/assets/x-12345678.ttf": "font/ttf",
  };
  for (const [path, type] of Object.entries(types)) {
    it(`serves ${path} as ${type}, under the policy`, async (t) => {
      const response = await serve(t)(path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("content-type"), type);
      assert.equal(response.headers.get("content-security-policy"), contentSecurityPolicy);
      assert.ok((await response.arrayBuffer()).byteLength > 0);
    });
  }

  const absent = [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "//secret.txt",
    "/assets/link.txt",
    "/assets",
    "/assets/",
    "/INDEX.HTML",
    "/index.html/",
    "/__proto__",
    "/constructor",
    "app://elsewhere/index.html",
    "app://kura:1/index.html",
    "https://kura/index.html",
  ];
  for (const path of absent) {
    it(`has nothing at ${path}`, async (t) => {
      const response = await serve(t)(path);
      assert.equal(response.status, 404);
      assert.equal(await response.text(), "");
    });
  }

  it("takes no other method", async (t) => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) assert.equal((await serve(t)("/", method)).status, 405);
  });

  it("ignores what follows a question mark", async (t) => {
    assert.equal((await serve(t)("/?locale=en")).status, 200);
  });

  it("does not start on a folder without a page, or with a file of a kind it does not know", (t) => {
    const folder = tempFolder(t);
    assert.throws(() => readPageFiles(folder));
    writeFileSync(join(folder, "index.html"), "");
    writeFileSync(join(folder, "program.exe"), "");
    assert.throws(() => readPageFiles(folder));
  });

  it("has an origin, and no way round the policy", () => {
    const { privileges } = appScheme;
    assert.equal(privileges?.standard, true);
    assert.equal(privileges?.secure, true);
    for (const name of ["bypassCSP", "allowServiceWorkers", "corsEnabled", "allowExtensions", "codeCache"] as const) {
      assert.equal(privileges?.[name], false);
    }
  });
});
