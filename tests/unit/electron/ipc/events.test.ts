import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { callNames, packCallNames } from "../../../../electron/ipc/calls-list.ts";
import { createEvents, isTopic } from "../../../../electron/ipc/events.ts";
import { calls } from "../../../../shared/contract/calls.ts";

describe("events", () => {
  it("reach every listener in order", () => {
    const events = createEvents();
    const heard: unknown[] = [];
    events.subscribe((topic, payload) => heard.push([1, topic, payload]));
    events.subscribe((topic, payload) => heard.push([2, topic, payload]));
    events.publish("vault.state", { state: "open" });
    assert.deepEqual(heard, [
      [1, "vault.state", { state: "open" }],
      [2, "vault.state", { state: "open" }],
    ]);
  });

  it("do not reach a listener that has left, even when it leaves while they are told", () => {
    const events = createEvents();
    let heard = 0;
    const leave = events.subscribe(() => {
      heard += 1;
      leave();
    });
    events.publish("task.ended", { taskId: "t1" });
    events.publish("task.ended", { taskId: "t1" });
    assert.equal(heard, 1);
  });

  it("throw on a payload that does not fit its topic", () => {
    const events = createEvents();
    // A publisher under a cast could do this; the schema must still hold.
    const payload = { state: "open", name: "髙橋" } as unknown as { state: "open" };
    assert.throws(() => events.publish("vault.state", payload));
  });

  it("have topics, and names on Object's prototype are none", () => {
    assert.equal(isTopic("vault.state"), true);
    for (const name of ["toString", "__proto__", "vault", ""]) assert.equal(isTopic(name), false);
  });
});

describe("the list of calls", () => {
  it("names every line of the table and nothing else", () => {
    const names = callNames(calls);
    const packed = packCallNames(names)
      .split(";")
      .flatMap((line) => {
        const [area = "", verbs = ""] = line.split(":");
        return verbs.split(",").map((verb) => `${area}.${verb}`);
      });
    const table = Object.entries(calls).flatMap(([area, verbs]) => Object.keys(verbs).map((verb) => `${area}.${verb}`));
    assert.deepEqual(packed, table);
    assert.ok(table.length > 0);
  });

  it("has no name that the packed form would break on", () => {
    for (const [area, verbs] of Object.entries(callNames(calls))) {
      for (const name of [area, ...verbs]) assert.match(name, /^[A-Za-z0-9]+$/u);
    }
  });
});
