import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { createLockFlow, handInMs } from "../../../../electron/services/lock-flow.ts";

function start(isOpen = true) {
  mock.timers.enable({ apis: ["setTimeout"] });
  const said: string[] = [];
  let open = isOpen;
  const flow = createLockFlow({
    isOpen: () => open,
    announce: () => said.push("locking"),
    lock: async () => {
      open = false;
      said.push("locked");
    },
  });
  return { flow, said, stop: () => mock.timers.reset() };
}

test("every window is told, and the vault locks as soon as each has handed in", async () => {
  const { flow, said, stop } = start();
  flow.join("one");
  flow.join("two");
  const locking = flow.lock();
  assert.deepEqual(said, ["locking"]);
  flow.handedIn("one");
  await Promise.resolve();
  assert.deepEqual(said, ["locking"]);
  flow.handedIn("two");
  await locking;
  assert.deepEqual(said, ["locking", "locked"]);
  stop();
});

test("a window that never answers delays the lock by 300 ms and no more", async () => {
  const { flow, said, stop } = start();
  assert.equal(handInMs, 300);
  flow.join("gone");
  const locking = flow.lock();
  mock.timers.tick(handInMs - 1);
  await Promise.resolve();
  assert.deepEqual(said, ["locking"]);
  mock.timers.tick(1);
  await locking;
  assert.deepEqual(said, ["locking", "locked"]);
  stop();
});

test("without a window there is nothing to wait for", async () => {
  const { flow, said, stop } = start();
  await flow.lock();
  assert.deepEqual(said, ["locking", "locked"]);
  stop();
});

test("asked by the screen lock and by sleep at once, the vault locks once", async () => {
  const { flow, said, stop } = start();
  flow.join("one");
  const both = Promise.all([flow.lock(), flow.lock()]);
  flow.handedIn("one");
  await both;
  assert.deepEqual(said, ["locking", "locked"]);
  stop();
});

test("a closed vault says nothing", async () => {
  const { flow, said, stop } = start(false);
  await flow.lock();
  assert.deepEqual(said, []);
  stop();
});
