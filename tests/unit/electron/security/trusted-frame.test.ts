import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { appOrigin, isOfOrigin, isTrustedFrame } from "../../../../electron/security/trusted-frame.ts";

describe("a trusted frame", () => {
  it("is the main frame of our own window on our own page", () => {
    assert.equal(isTrustedFrame({ url: "app://kura/", isOwnMainFrame: true }, appOrigin), true);
    assert.equal(isTrustedFrame({ url: "app://kura/index.html#/dossiers", isOwnMainFrame: true }, appOrigin), true);
  });

  it("is not a frame inside the page, nor one that has gone", () => {
    assert.equal(isTrustedFrame({ url: "app://kura/", isOwnMainFrame: false }, appOrigin), false);
    assert.equal(isTrustedFrame(undefined, appOrigin), false);
  });
});

describe("the page's origin", () => {
  const strangers = [
    "",
    "about:blank",
    "app://kura.elsewhere/",
    "app://elsewhere/kura/",
    "app://kura:80/",
    "app://user@kura/",
    "app://user:word@kura/",
    "apps://kura/",
    "https://kura/",
    "file:///kura/",
    "data:text/html,app://kura/",
    "javascript:app://kura/",
    "blob:app://kura/1",
    "not an address",
  ];
  for (const address of strangers) {
    it(`does not hold ${JSON.stringify(address)}`, () => {
      assert.equal(isOfOrigin(address, appOrigin), false);
    });
  }

  it("works for a host with a scheme of the web as well", () => {
    const origin = { protocol: "https:", host: "kura.invalid" };
    assert.equal(isOfOrigin("https://kura.invalid/assets/x.js", origin), true);
    assert.equal(isOfOrigin("https://kura.invalid.elsewhere/", origin), false);
    assert.equal(isOfOrigin("http://kura.invalid/", origin), false);
  });
});
