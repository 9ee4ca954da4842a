import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { host, onEvent } from "../../../renderer/host.ts";
import { err, ok } from "../../../shared/result.ts";

type Listener = (payload: unknown) => void;

/** A bridge with one call, which notes what it is given. */
function bridgeThat(answer: (body: string) => Promise<string>): { bodies: string[]; listeners: Map<string, Listener> } {
  const bodies: string[] = [];
  const listeners = new Map<string, Listener>();
  globalThis.kura = {
    call: {
      vault: {
        lock: (body) => {
          bodies.push(body);
          return answer(body);
        },
      },
    },
    on: (topic, listener) => {
      listeners.set(topic, listener);
      return () => listeners.delete(topic);
    },
  };
  return { bodies, listeners };
}

describe("the page's host", () => {
  afterEach(() => {
    globalThis.kura = undefined;
  });

  it("sends a request as JSON text and gives the result that comes back", async () => {
    const { bodies } = bridgeThat(async () => '{"ok":true,"value":{}}');
    assert.deepEqual(await host.vault.lock({}), ok({}));
    assert.deepEqual(bodies, ["{}"]);
  });

  it("gives refusals as they are", async () => {
    bridgeThat(async () => '{"ok":false,"error":{"code":"storage-full"}}');
    assert.deepEqual(await host.vault.lock({}), err({ code: "storage-full" }));
  });

  it("answers `internal` when the host has gone away, and never rejects", async () => {
    bridgeThat(() => Promise.reject(new Error("gone")));
    assert.deepEqual(await host.vault.lock({}), err({ code: "internal" }));
    bridgeThat(async () => "not JSON");
    assert.deepEqual(await host.vault.lock({}), err({ code: "internal" }));
  });

  it("answers `unknown-call` when the bridge lacks a call", async () => {
    bridgeThat(async () => "{}");
    assert.deepEqual(await host.vault.status({}), err({ code: "unknown-call" }));
  });

  it("listens to a topic until it is told to stop", () => {
    const { listeners } = bridgeThat(async () => "{}");
    const heard: unknown[] = [];
    const stop = onEvent("vault.state", (payload) => heard.push(payload.state));
    listeners.get("vault.state")?.({ state: "locked" });
    stop();
    assert.deepEqual(heard, ["locked"]);
    assert.equal(listeners.size, 0);
  });
});
