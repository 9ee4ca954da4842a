import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { emptyEveryStore } from "../../../../renderer/stores/create-store.ts";
import {
  dismissNotice,
  noticeLimit,
  noticeStore,
  notify,
  undoLatest,
  undoNotice,
} from "../../../../renderer/stores/notice-store.ts";

const shown = (): string[] => noticeStore.getState().notices.map((notice) => notice.text);

beforeEach(() => emptyEveryStore());

test("a notice with a way back stays longer than one without", () => {
  notify({ text: "保存しました。" });
  notify({ text: "回答を変えました。", undo: () => undefined });
  const [plain, undoable] = noticeStore
    .getState()
    .notices.map((notice) => notice.lifetimeMs ?? Number.POSITIVE_INFINITY);
  assert.ok((plain ?? 0) < (undoable ?? 0));
});

test("an error stays until it is dismissed", () => {
  const id = notify({ tone: "error", text: "保存できませんでした。" });
  assert.equal(noticeStore.getState().notices[0]?.lifetimeMs, undefined);
  dismissNotice(id);
  assert.deepEqual(shown(), []);
});

test("undo runs once, however often it is pressed", () => {
  let undone = 0;
  const undo = (): void => {
    undone += 1;
  };
  const id = notify({ text: "回答を変えました。", undo });
  undoNotice(id);
  undoNotice(id);
  assert.equal(undone, 1);
});

test("the undo key takes back the newest thing that can be taken back", () => {
  const undone: string[] = [];
  notify({ text: "一つ目", undo: () => void undone.push("一つ目") });
  notify({ text: "二つ目", undo: () => void undone.push("二つ目") });
  notify({ text: "保存しました。" });
  assert.equal(undoLatest(), true);
  assert.deepEqual(undone, ["二つ目"]);
  assert.deepEqual(shown(), ["一つ目", "保存しました。"]);
});

test("with nothing to take back the undo key says so", () => {
  notify({ text: "保存しました。" });
  assert.equal(undoLatest(), false);
});

test("when notices pile up, the oldest that would leave anyway goes first and errors stay", () => {
  notify({ tone: "error", text: "エラー" });
  for (let count = 1; count <= noticeLimit; count += 1) notify({ text: `知らせ ${count}` });
  assert.deepEqual(shown(), ["エラー", "知らせ 2", "知らせ 3", "知らせ 4"]);
});

test("locking takes every notice away, for they name people", () => {
  notify({ tone: "error", text: "髙橋 﨑 の証拠を保存できませんでした。" });
  emptyEveryStore();
  assert.deepEqual(shown(), []);
});
