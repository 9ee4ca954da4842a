import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { contentSecurityPolicy, pageHeaders } from "../../../../electron/security/content-policy.ts";
import { frameStyle, frameStyleHash } from "../../../../renderer/features/reading/frame-style.ts";

const directives = new Map(
  contentSecurityPolicy.split("; ").map((line) => {
    const [name = "", ...sources] = line.split(" ");
    return [name, sources] as const;
  }),
);

describe("the content policy", () => {
  it("allows nothing unless it says so", () => {
    assert.deepEqual(directives.get("default-src"), ["'none'"]);
  });

  it("takes scripts, styles and fonts from the page alone", () => {
    for (const name of ["script-src", "font-src"]) assert.deepEqual(directives.get(name), ["'self'"]);
    assert.equal(directives.get("style-src")?.[0], "'self'");
  });

  it("knows one style sheet besides, that of the frame for saved pages, by the hash of its very text", () => {
    const hash = `sha256-${createHash("sha256").update(frameStyle).digest("base64")}`;
    assert.deepEqual(directives.get("style-src"), ["'self'", `'${hash}'`]);
    assert.equal(frameStyleHash, hash);
    assert.doesNotMatch(frameStyle, /url|import|expression|@/u);
  });

  it("lets no connection, form, base address or foreign frame be made", () => {
    for (const name of ["connect-src", "form-action", "base-uri", "frame-ancestors"]) {
      assert.deepEqual(directives.get(name), ["'none'"]);
    }
  });

  it("knows no unsafe word, no wildcard and no address", () => {
    assert.doesNotMatch(contentSecurityPolicy, /unsafe|\*|https?:|nonce|strict-dynamic/u);
  });

  it("asks for trusted types in scripts and knows two policies of them", () => {
    assert.deepEqual(directives.get("require-trusted-types-for"), ["'script'"]);
    assert.deepEqual(directives.get("trusted-types"), ["default", "kura-reading"]);
  });

  it("goes with headers that keep the page out of caches and types from being guessed", () => {
    assert.equal(pageHeaders["cache-control"], "no-store");
    assert.equal(pageHeaders["x-content-type-options"], "nosniff");
    assert.equal(pageHeaders["content-security-policy"], contentSecurityPolicy);
  });
});
