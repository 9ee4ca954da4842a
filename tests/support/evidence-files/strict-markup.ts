import assert from "node:assert/strict";

const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z][a-z-]*="[^"<>]*")*)( ?\/)?>/u;
const attribute = / ([a-z][a-z-]*)="([^"<>]*)"/gu;

/** Elements that run, load, submit, link or carry another language, any of which a page made safe must not hold. */
const acting =
  "a applet audio base button dialog embed form frame iframe input link math meta noscript object portal script select style svg template textarea video".split(
    " ",
  );

/**
 * Asserts that nothing in a page made safe acts. Every `<` must open a tag written in one strict shape (lower case, each
 * value in double quotes and without angle brackets), so what stands inside a value can be told from what is a tag, and
 * no reader of HTML can disagree about which is which.
 */
export function assertNothingActs(markup: string): void {
  for (let at = markup.indexOf("<"); at >= 0; at = markup.indexOf("<", at + 1)) {
    const found = tag.exec(markup.slice(at, at + 4_000_000));
    assert.ok(found !== null, `not a tag in the strict shape: ${markup.slice(at, at + 80)}`);
    const [whole, , name = "", attributes = ""] = found;
    assert.ok(!acting.includes(name), `<${name}> acts`);
    for (const [, key = "", value = ""] of attributes.matchAll(attribute)) {
      assert.ok(!key.startsWith("on") && !["style", "srcset", "href", "action"].includes(key), `${key} acts`);
      if (key === "src") assert.match(value, /^data:image\/(?:png|jpeg|gif|webp);base64,/u);
    }
    at += whole.length - 1;
  }
}
