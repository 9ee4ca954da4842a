import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore, emptyEveryStore } from "../../../../renderer/stores/create-store.ts";

test("locking empties every store", () => {
  const names = createStore(() => ({ name: "" }));
  const notes = createStore(() => ({ notes: [] as readonly string[] }));
  names.setState({ name: "𠮷野家 葛󠄀" });
  notes.setState({ notes: ["事実"] });
  emptyEveryStore();
  assert.deepEqual([names.getState(), notes.getState()], [{ name: "" }, { notes: [] }]);
});

test("locking leaves nothing behind that was added beside the first shape", () => {
  const store = createStore<{ name: string; reading?: string }>(() => ({ name: "" }));
  store.setState({ name: "乙", reading: "きのと" });
  emptyEveryStore();
  assert.deepEqual(store.getState(), { name: "" });
});

test("each emptying begins anew, so that a state once handed out is not shared", () => {
  const store = createStore(() => ({ open: new Set<string>() }));
  store.getState().open.add("R8-0042");
  emptyEveryStore();
  assert.equal(store.getState().open.size, 0);
});

test("those who watch are told of the emptying", () => {
  const store = createStore(() => ({ name: "" }));
  store.setState({ name: "髙橋" });
  const seen: string[] = [];
  store.subscribe((state) => seen.push(state.name));
  emptyEveryStore();
  assert.deepEqual(seen, [""]);
});

test("a store that holds nothing of a dossier may be kept", () => {
  const store = createStore(() => ({ locale: "ja" }), { keepOnLock: true });
  store.setState({ locale: "en" });
  emptyEveryStore();
  assert.equal(store.getState().locale, "en");
});
