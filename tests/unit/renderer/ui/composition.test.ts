import assert from "node:assert/strict";
import { test } from "node:test";
import { createCompositionGuard, enterAfterCompositionMs } from "../../../../renderer/ui/composition.ts";

test("every key belongs to the input method while it composes", () => {
  const guard = createCompositionGuard();
  guard.started();
  assert.ok(guard.owns({ key: "j", timeStamp: 10 }));
  assert.ok(guard.isComposing());
});

test("a key the browser marks as composing belongs to the input method even if no start was seen", () => {
  assert.ok(createCompositionGuard().owns({ key: "Enter", isComposing: true, timeStamp: 10 }));
});

test("a key with code 229 belongs to the input method", () => {
  assert.ok(createCompositionGuard().owns({ key: "Process", keyCode: 229, timeStamp: 10 }));
});

test("the Enter that confirmed a conversion does nothing else, though it arrives after the end", () => {
  const guard = createCompositionGuard();
  guard.started();
  guard.ended(1000);
  assert.ok(guard.owns({ key: "Enter", timeStamp: 1000 + enterAfterCompositionMs - 1 }));
});

test("the next Enter is the person's own", () => {
  const guard = createCompositionGuard();
  guard.started();
  guard.ended(1000);
  assert.ok(!guard.owns({ key: "Enter", timeStamp: 1000 + enterAfterCompositionMs }));
});

test("another key right after the end is the person's own", () => {
  const guard = createCompositionGuard();
  guard.started();
  guard.ended(1000);
  assert.ok(!guard.owns({ key: "Tab", keyCode: 9, timeStamp: 1001 }));
});
