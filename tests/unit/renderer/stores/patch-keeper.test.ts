import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createPatchKeeper } from "../../../../renderer/stores/patch-keeper.ts";
import type { Fault } from "../../../../shared/contract/channel.ts";
import { err, ok, type Result } from "../../../../shared/result.ts";

type Patch = { title?: string; day?: string };

function keeperOn(answer: (patch: Patch) => Promise<Result<unknown, Fault>>, sendable?: (patch: Patch) => Patch) {
  const calls: Patch[] = [];
  const keeper = createPatchKeeper<Patch>(() => ({
    sendable,
    save: (patch) => {
      calls.push(patch);
      return answer(patch);
    },
  }));
  return { keeper, calls };
}

const soon = async (): Promise<Result<unknown, Fault>> => {
  await new Promise((resolve) => setTimeout(resolve, 1));
  return ok({});
};

describe("a keeper of entered fields", () => {
  it("stores what was entered and then shows what is stored", async () => {
    const { keeper, calls } = keeperOn(soon);
    keeper.enter({ title: "葛󠄀の件" });
    assert.equal(keeper.kept().state, "unsaved");
    await keeper.commit();
    assert.deepEqual(calls, [{ title: "葛󠄀の件" }]);
    assert.deepEqual(keeper.kept(), { draft: {}, state: "saved", fault: undefined });
  });

  it("stores what was entered meanwhile before it ends", async () => {
    const { keeper, calls } = keeperOn(soon);
    keeper.enter({ title: "一" });
    const done = keeper.commit();
    await Promise.resolve();
    keeper.enter({ title: "一二" });
    await done;
    assert.deepEqual(calls, [{ title: "一" }, { title: "一二" }]);
    assert.equal(keeper.kept().state, "saved");
  });

  it("keeps the text at a refusal and stores it at the next commit", async () => {
    let isFull = true;
    const { keeper, calls } = keeperOn(async () => (isFull ? err({ code: "storage-full" }) : ok({})));
    keeper.enter({ title: "残る" });
    await keeper.commit();
    assert.deepEqual(keeper.kept(), { draft: { title: "残る" }, state: "failed", fault: { code: "storage-full" } });
    isFull = false;
    await keeper.commit();
    assert.equal(calls.length, 2);
    assert.equal(keeper.kept().state, "saved");
  });

  it("holds back what may not be stored yet, without asking for ever", async () => {
    const { keeper, calls } = keeperOn(soon, ({ day }) => (day === undefined ? {} : { day }));
    keeper.enter({ title: "まだ", day: "2026-11-22" });
    await keeper.commit();
    assert.deepEqual(calls, [{ day: "2026-11-22" }]);
    assert.deepEqual(keeper.kept().draft, { title: "まだ" });
    assert.equal(keeper.kept().state, "unsaved");
  });

  it("ends when what is stored differs from what was entered, as with a value set beside it", async () => {
    const { keeper, calls } = keeperOn(soon, (patch) =>
      patch.title === undefined ? {} : { title: patch.title.trim() },
    );
    keeper.enter({ title: " 髙 " });
    await keeper.commit();
    assert.deepEqual(calls, [{ title: "髙" }]);
    assert.deepEqual(keeper.kept().draft, {});
  });

  it("stores nothing when nothing was entered", async () => {
    const { keeper, calls } = keeperOn(soon);
    await keeper.commit();
    assert.equal(calls.length, 0);
    assert.equal(keeper.kept().state, "idle");
  });

  it("forgets what is dropped", async () => {
    const { keeper, calls } = keeperOn(soon);
    keeper.enter({ title: "消す" });
    keeper.drop(["title"]);
    await keeper.commit();
    assert.equal(calls.length, 0);
  });

  it("sends all that is entered as the page goes, without waiting for the call under way", async () => {
    const { keeper, calls } = keeperOn(soon);
    keeper.enter({ title: "一", day: "2026-11-22" });
    const done = keeper.commit();
    await Promise.resolve();
    keeper.enter({ title: "一二" });
    keeper.leave();
    assert.deepEqual(calls, [
      { title: "一", day: "2026-11-22" },
      { title: "一二", day: "2026-11-22" },
    ]);
    await done;
  });

  it("sends nothing more as the page goes while the call under way carries everything", async () => {
    const { keeper, calls } = keeperOn(soon);
    keeper.enter({ title: "一" });
    const done = keeper.commit();
    await Promise.resolve();
    keeper.leave();
    assert.equal(calls.length, 1);
    await done;
  });
});
