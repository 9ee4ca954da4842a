import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNothingActs } from "../../../../support/evidence-files/strict-markup.ts";

const acts: readonly string[] = [
  "<script>a</script>",
  "<p onclick=a>",
  '<p onclick="a">',
  '<img src="x" onerror="a">',
  '<img src="https://a.example/">',
  '<P ONCLICK="a">',
  '<p title="<b">',
  "<p title='a' onclick='a'>",
  '<a href="x">',
  "<b",
  "<!-- -->",
  '<svg onload="a"></svg>',
  '<p style="a">',
];
for (const markup of acts)
  test(`${markup} is noticed`, () => assert.throws(() => assertNothingActs(markup), assert.AssertionError));

test("words of an attack inside a value or in the text are not taken for one", () => {
  assertNothingActs('<p title="&lt;img src=x onerror=a&gt;">onclick=a &lt;script&gt;</p><br /><b>髙 𠮷</b>');
  assertNothingActs('<img src="data:image/png;base64,iVBORw0KGgo=" alt="" />');
});
