import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { BrowserWindow, IpcMainInvokeEvent } from "electron";
import { callChannel, eventChannel, joinWindowsToEngine } from "../../../../electron/shell/ipc.ts";
import { err } from "../../../../shared/result.ts";
import { createTempLog } from "../../../support/temp-log.ts";

type Invoke = (event: unknown, ...values: unknown[]) => unknown;

interface FakeWindow {
  readonly webContents: {
    readonly mainFrame: { readonly frameTreeNodeId: number; readonly url: string };
    readonly send: (...values: unknown[]) => void;
  };
}

function fakeWindow(frameTreeNodeId: number, sent: unknown[] = []): FakeWindow {
  const mainFrame = { frameTreeNodeId, url: "app://kura/" };
  return { webContents: { mainFrame, send: (...values) => void sent.push(values) } };
}

function join(windows: readonly FakeWindow[]): {
  invoke: Invoke;
  /** Windows whose pages have said that they are blank. */
  blank: unknown[];
  asked: unknown[];
  publish: (topic: string, payload: unknown) => void;
  channels: string[];
  lines: readonly { readonly event: string }[];
} {
  const asked: unknown[] = [];
  const blank: unknown[] = [];
  const channels: string[] = [];
  const invokes: Invoke[] = [];
  const listeners: ((topic: string, payload: unknown) => void)[] = [];
  const { log, lines } = createTempLog();
  joinWindowsToEngine({
    ipcMain: {
      handle: (channel, handler) => {
        channels.push(channel);
        invokes.push((event, ...values) => handler(event as IpcMainInvokeEvent, ...values) as unknown); // as Electron would
      },
    },
    engine: {
      call: async (name, body) => {
        asked.push([name, body]);
        return "answer";
      },
      subscribe: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    // Only the members that the code uses are there.
    windows: () => windows as unknown as readonly BrowserWindow[],
    onBlank: (window) => blank.push(window),
    log,
  });
  return {
    blank,
    invoke: invokes[0] ?? assert.fail("no handler"),
    asked,
    publish: (topic, payload) => {
      for (const listener of listeners) listener(topic, payload);
    },
    channels,
    lines,
  };
}

const refusal = JSON.stringify(err({ code: "bad-request" }));

describe("messages from windows", () => {
  const own = fakeWindow(1);
  const other = fakeWindow(2);
  const trusted = { sender: own.webContents, senderFrame: own.webContents.mainFrame };

  it("come in by one channel and reach the engine", async () => {
    const { invoke, asked, channels } = join([own, other]);
    assert.equal(await invoke(trusted, "vault.status", "{}"), "answer");
    assert.deepEqual(asked, [["vault.status", "{}"]]);
    assert.deepEqual(channels, [callChannel]);
  });

  it("tell which window is blank, and reach the engine all the same", async () => {
    const { invoke, asked, blank } = join([other, own]);
    await invoke(trusted, "windows.blank", "{}");
    assert.deepEqual(blank, [own]);
    assert.deepEqual(asked, [["windows.blank", "{}"]]);
    await invoke(trusted, "vault.status", "{}");
    assert.equal(blank.length, 1);
  });

  const strangers: Readonly<Record<string, unknown>> = {
    "a frame that has gone": { ...trusted, senderFrame: null },
    "a frame inside the page": { ...trusted, senderFrame: { frameTreeNodeId: 9, url: "app://kura/" } },
    "our window after it has gone elsewhere": {
      ...trusted,
      senderFrame: { frameTreeNodeId: 1, url: "https://elsewhere.invalid/" },
    },
    "a window that is not ours": { sender: fakeWindow(1).webContents, senderFrame: own.webContents.mainFrame },
    "the frame of one window under the name of another": { ...trusted, senderFrame: other.webContents.mainFrame },
  };
  for (const [name, event] of Object.entries(strangers)) {
    it(`are refused from ${name}, and the refusal is logged`, () => {
      const { invoke, asked, lines } = join([own, other]);
      assert.equal(invoke(event, "vault.status", "{}"), refusal);
      assert.deepEqual(asked, []);
      assert.deepEqual(
        lines.map((line) => line.event),
        ["ipc-refused"],
      );
    });
  }

  it("are refused when name or body are no text", () => {
    const { invoke, asked } = join([own]);
    for (const [name, body] of [
      [1, "{}"],
      ["vault.status", {}],
      [undefined, undefined],
      [["vault.status"], "{}"],
    ]) {
      assert.equal(invoke(trusted, name, body), refusal);
    }
    assert.deepEqual(asked, []);
  });
});

describe("events", () => {
  it("go to every window", () => {
    const sent: unknown[] = [];
    const { publish } = join([fakeWindow(1, sent), fakeWindow(2, sent)]);
    publish("vault.state", { state: "locked" });
    const message = [eventChannel, "vault.state", { state: "locked" }];
    assert.deepEqual(sent, [message, message]);
  });
});
