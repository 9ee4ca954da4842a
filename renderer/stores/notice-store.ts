import { createStore } from "./create-store.ts";

/** A short message about what has just happened, with a way back where there is one. */
export interface Notice {
  readonly id: string;
  readonly tone: "info" | "success" | "warning" | "error";
  readonly text: string;
  readonly undo: (() => void | Promise<void>) | undefined;
  /** How long it stays on screen, in milliseconds; undefined stays until dismissed. */
  readonly lifetimeMs: number | undefined;
}

export interface NoticeInput {
  readonly tone?: Notice["tone"];
  /** Finished words, in the language on screen. */
  readonly text: string;
  readonly undo?: (() => void | Promise<void>) | undefined;
}

/** Long enough to read two lines. */
const noticeLifetimeMs = 8_000;
/** Longer where there is something to decide. */
const undoLifetimeMs = 15_000;
/** More would cover the page; the oldest that can leave does. */
export const noticeLimit = 4;

interface NoticeState {
  readonly notices: readonly Notice[];
}

/** Notices on screen, oldest first. Emptied on lock: they name people. */
export const noticeStore = createStore<NoticeState>(() => ({ notices: [] }));

let lastNumber = 0;

/** Shows a notice and answers its id. Warnings and errors stay until dismissed. */
export function notify({ tone = "info", text, undo }: NoticeInput): string {
  lastNumber += 1;
  const id = `notice-${lastNumber}`;
  const mayLeave = tone === "info" || tone === "success";
  const lifetimeMs = mayLeave ? (undo === undefined ? noticeLifetimeMs : undoLifetimeMs) : undefined;
  noticeStore.setState(({ notices }) => ({ notices: withinLimit([...notices, { id, tone, text, undo, lifetimeMs }]) }));
  return id;
}

/** Takes a notice away; nothing happens when it is gone already. */
export function dismissNotice(id: string): void {
  noticeStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Takes a notice away and undoes what it told of; a second press finds nothing to undo. */
export function undoNotice(id: string): void {
  const notice = noticeStore.getState().notices.find((one) => one.id === id);
  if (notice?.undo === undefined) return;
  dismissNotice(id);
  void notice.undo();
}

/** Undoes the newest notice that can be undone; false when there is none. */
export function undoLatest(): boolean {
  const latest = noticeStore.getState().notices.findLast((notice) => notice.undo !== undefined);
  if (latest === undefined) return false;
  undoNotice(latest.id);
  return true;
}

function withinLimit(notices: readonly Notice[]): readonly Notice[] {
  if (notices.length <= noticeLimit) return notices;
  const leaving = notices.find((notice) => notice.lifetimeMs !== undefined) ?? notices[0];
  return notices.filter((notice) => notice !== leaving);
}
