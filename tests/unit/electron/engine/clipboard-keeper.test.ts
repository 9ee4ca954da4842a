import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { clipboardLimitMs, createClipboardKeeper } from "../../../../electron/engine/clipboard-keeper.ts";

/** Lets the keeper's turns run; each is a handful of promises. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function start() {
  mock.timers.enable({ apis: ["setTimeout"] });
  const held = { text: "別の文" };
  const keeper = createClipboardKeeper({
    read: async () => held.text,
    write: async (text) => {
      held.text = text;
    },
  });
  return { keeper, held, stop: () => mock.timers.reset() };
}

test("a value leaves the clipboard after 20 seconds", async () => {
  const { keeper, held, stop } = start();
  assert.equal(clipboardLimitMs, 20_000);
  keeper.write("架空-0001");
  await settle();
  assert.equal(held.text, "架空-0001");
  mock.timers.tick(clipboardLimitMs - 1);
  await settle();
  assert.equal(held.text, "架空-0001");
  mock.timers.tick(1);
  await settle();
  assert.equal(held.text, "");
  stop();
});

test("what somebody has copied since stays", async () => {
  const { keeper, held, stop } = start();
  keeper.write("架空-0001");
  await settle();
  held.text = "買い物の覚え";
  keeper.clear();
  await settle();
  mock.timers.tick(clipboardLimitMs);
  await settle();
  assert.equal(held.text, "買い物の覚え");
  stop();
});

test("a lock takes the value away at once, even while it is still being written", async () => {
  const { keeper, held, stop } = start();
  keeper.write("架空-0001");
  keeper.clear();
  await settle();
  assert.equal(held.text, "");
  stop();
});

test("a second value has its own 20 seconds", async () => {
  const { keeper, held, stop } = start();
  keeper.write("架空-0001");
  await settle();
  mock.timers.tick(15_000);
  keeper.write("架空-0002");
  await settle();
  mock.timers.tick(15_000);
  await settle();
  assert.equal(held.text, "架空-0002");
  mock.timers.tick(5_000);
  await settle();
  assert.equal(held.text, "");
  stop();
});

test("a clipboard that another program holds breaks nothing", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const keeper = createClipboardKeeper({
    read: () => Promise.reject(new Error("busy")),
    write: () => Promise.reject(new Error("busy")),
  });
  keeper.write("架空-0001");
  keeper.clear();
  await settle();
  mock.timers.reset();
});
