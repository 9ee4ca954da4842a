import assert from "node:assert/strict";
import { test } from "node:test";
import { classNames } from "../../../../renderer/ui/class-names.ts";

test("only states that hold leave a class", () => {
  assert.equal(classNames("button", false, undefined, "", "small"), "button small");
});
