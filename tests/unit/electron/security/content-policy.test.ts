import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { contentSecurityPolicy, pageHeaders } from "../../../../electron/security/content-policy.ts";

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
    for (const name of ["script-src", "style-src", "font-src"]) assert.deepEqual(directives.get(name), ["'self'"]);
  });

  it("lets no connection, form, base address or foreign frame be made", () => {
    for (const name of ["connect-src", "form-action", "base-uri", "frame-ancestors"]) {
      assert.deepEqual(directives.get(name), ["'none'"]);
    }
  });

  it("knows no unsafe word, no wildcard and no address", () => {
    assert.doesNotMatch(contentSecurityPolicy, /unsafe|\*|https?:|nonce|strict-dynamic/u);
  });

  it("asks for trusted types in scripts and knows one policy of them", () => {
    assert.deepEqual(directives.get("require-trusted-types-for"), ["'script'"]);
    assert.deepEqual(directives.get("trusted-types"), ["default"]);
  });

  it("goes with headers that keep the page out of caches and types from being guessed", () => {
    assert.equal(pageHeaders["cache-control"], "no-store");
    assert.equal(pageHeaders["x-content-type-options"], "nosniff");
    assert.equal(pageHeaders["content-security-policy"], contentSecurityPolicy);
  });
});
