import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { type Command, offerCommands, offeredCommands } from "../../../../renderer/stores/command-store.ts";
import { emptyEveryStore } from "../../../../renderer/stores/create-store.ts";

const command = (id: string): Command => ({ id, titleKey: "shortcuts.nextItem", keys: ["J"], run: () => undefined });
const ids = (): string[] => offeredCommands().map((one) => one.id);

beforeEach(() => emptyEveryStore());

test("what was offered last comes first", () => {
  offerCommands(() => [command("page")]);
  offerCommands(() => [command("part.a"), command("part.b")]);
  assert.deepEqual(ids(), ["part.a", "part.b", "page"]);
});

test("taking an offer back leaves the others", () => {
  offerCommands(() => [command("page")]);
  const takeBack = offerCommands(() => [command("part")]);
  takeBack();
  assert.deepEqual(ids(), ["page"]);
});

test("an offer is asked at the moment of use", () => {
  let current = "before";
  offerCommands(() => [command(current)]);
  current = "after";
  assert.deepEqual(ids(), ["after"]);
});

test("locking takes every offer back", () => {
  offerCommands(() => [command("page")]);
  emptyEveryStore();
  assert.deepEqual(ids(), []);
});
