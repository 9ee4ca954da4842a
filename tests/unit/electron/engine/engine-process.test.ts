import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { requestLimitBytes } from "../../../../electron/ipc/request-limits.ts";
import { err, ok } from "../../../../shared/result.ts";
import { callEngine } from "../../../support/call-engine.ts";
import { startFactsFor, startTempEngine, type TempEngine, tinyEngineEntry } from "../../../support/temp-engine.ts";
import { tempFolder } from "../../../support/temp-folder.ts";

async function processIdOf({ engine }: TempEngine): Promise<unknown> {
  const answer = await callEngine(engine, "app.start", {});
  return answer.ok && typeof answer.value === "object" && answer.value !== null && "processId" in answer.value
    ? answer.value.processId
    : assert.fail("no process id");
}

function isAlive(processId: unknown): boolean {
  try {
    process.kill(Number(processId), 0);
    return true;
  } catch {
    return false;
  }
}

async function waitUntil(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) await pause(20);
  assert.ok(holds());
}

describe("the engine process", () => {
  it("answers a call from another process than the host's", async (t) => {
    const temp = startTempEngine(t);
    assert.notEqual(await processIdOf(temp), process.pid);
    assert.deepEqual(await callEngine(temp.engine, "app.touch", { text: "𠮷 葛󠄀 ﾀｶﾊｼ" }), ok({ text: "𠮷 葛󠄀 ﾀｶﾊｼ" }));
  });

  it("creates files for its user alone", async (t) => {
    const { engine } = startTempEngine(t);
    const answer = await callEngine(engine, "app.start", {});
    assert.ok(answer.ok);
    assert.equal((answer.value as { umask: number }).umask, 0o077); // the tiny engine answers so
  });

  it("sees no variable that changes how programs load", async (t) => {
    const { engine } = startTempEngine(t);
    const answer = await callEngine(engine, "app.start", {});
    assert.ok(answer.ok);
    assert.deepEqual((answer.value as { loaders: string[] }).loaders, []); // the tiny engine answers so
  });

  it("shifts its clock by what the host says", async (t) => {
    const dayMs = 86_400_000;
    const facts = { ...startFactsFor(tempFolder(t)), clockOffsetMs: 90 * dayMs };
    const { engine } = startTempEngine(t, { facts });
    const answer = await callEngine(engine, "app.start", {});
    assert.ok(answer.ok);
    const aheadMs = (answer.value as { nowMs: number }).nowMs - Date.now(); // the tiny engine answers so
    assert.ok(Math.abs(aheadMs - 90 * dayMs) < 60_000);
  });

  it("refuses what the door refuses: unknown names, unknown fields, broken text, bytes beyond the limit", async (t) => {
    const { engine } = startTempEngine(t);
    assert.deepEqual(await callEngine(engine, "vault.burn", {}), err({ code: "unknown-call" }));
    assert.deepEqual(
      await callEngine(engine, "app.touch", { text: "a", more: 1 }),
      err({ code: "bad-request", details: { path: "" } }),
    );
    assert.deepEqual(
      await callEngine(engine, "app.touch", { text: "吉\ud842" }),
      err({ code: "text-invalid", details: { limit: "text" } }),
    );
    assert.deepEqual(
      JSON.parse(await engine.call("app.touch", "{")),
      err({ code: "bad-request", details: { limit: "json" } }),
    );
    assert.deepEqual(
      await callEngine(engine, "app.touch", { text: "a".repeat(requestLimitBytes) }),
      err({ code: "bad-request", details: { limit: "bytes" } }),
    );
  });

  it("asks the host for a file and gets its path", async (t) => {
    const { engine, dialogs } = startTempEngine(t);
    dialogs.answer("signed-pdf", "/chosen/paper.pdf", null);
    assert.deepEqual(await callEngine(engine, "verification.verify", {}), ok({ path: "/chosen/paper.pdf" }));
    assert.deepEqual(await callEngine(engine, "verification.verify", {}), err({ code: "cancelled" }));
    assert.equal(dialogs.shown.length, 2);
  });

  it("tells two windows of the same event", async (t) => {
    const { engine } = startTempEngine(t);
    const heard: unknown[] = [];
    engine.subscribe((topic, payload) => heard.push(["one", topic, payload]));
    engine.subscribe((topic, payload) => heard.push(["two", topic, payload]));
    await callEngine(engine, "vault.unlock", {});
    assert.deepEqual(heard, [
      ["one", "vault.state", { state: "open" }],
      ["two", "vault.state", { state: "open" }],
    ]);
  });

  it("answers many calls at once, each with its own reply", async (t) => {
    const { engine } = startTempEngine(t);
    const texts = Array.from({ length: 200 }, (_, turn) => `氏名 ${turn}`);
    const answers = await Promise.all(texts.map((text) => callEngine(engine, "app.touch", { text })));
    assert.deepEqual(
      answers,
      texts.map((text) => ok({ text })),
    );
  });

  it("ends when its host has gone away", async (t) => {
    const child = fork(tinyEngineEntry, {
      serialization: "advanced",
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.send({ kind: "start", facts: startFactsFor(tempFolder(t)) });
    const exit = once(child, "exit");
    child.disconnect();
    assert.deepEqual(await exit, [0, null]);
  });
});

describe("a locked engine", () => {
  it("is ended, and another one takes over", async (t) => {
    const temp = startTempEngine(t);
    const first = await processIdOf(temp);
    await callEngine(temp.engine, "vault.unlock", {});
    assert.deepEqual(await callEngine(temp.engine, "vault.lock", {}), ok({}));
    assert.notEqual(await processIdOf(temp), first);
    await waitUntil(() => !isAlive(first));
    assert.equal(temp.started(), 2);
  });

  it("is already replaced when windows hear of the lock", async (t) => {
    const temp = startTempEngine(t);
    const first = await processIdOf(temp);
    await callEngine(temp.engine, "vault.unlock", {});
    const second = new Promise((resolve) => {
      temp.engine.subscribe((_topic, payload) => {
        if (JSON.stringify(payload) === '{"state":"locked"}') resolve(processIdOf(temp));
      });
    });
    await callEngine(temp.engine, "vault.lock", {});
    assert.notEqual(await second, first);
  });

  it("answers `vault-locked` to what it could not finish", async (t) => {
    const temp = startTempEngine(t);
    await callEngine(temp.engine, "vault.unlock", {});
    const endless = callEngine(temp.engine, "app.cancelTask", {});
    await callEngine(temp.engine, "vault.lock", {});
    assert.deepEqual(await endless, err({ code: "vault-locked" }));
  });

  it("locks and is ended when the person has left", async (t) => {
    const temp = startTempEngine(t);
    await callEngine(temp.engine, "vault.unlock", {});
    const first = await processIdOf(temp);
    temp.engine.away("suspend");
    await waitUntil(() => !isAlive(first));
    assert.notEqual(await processIdOf(temp), first);
  });

  it("lives on where the host wants it so", async (t) => {
    const temp = startTempEngine(t, { endOnLock: false });
    const first = await processIdOf(temp);
    await callEngine(temp.engine, "vault.unlock", {});
    await callEngine(temp.engine, "vault.lock", {});
    assert.equal(await processIdOf(temp), first);
  });

  it("is not ended by a lock of what was never open", async (t) => {
    const temp = startTempEngine(t);
    const first = await processIdOf(temp);
    await callEngine(temp.engine, "vault.lock", {});
    await pause(100);
    assert.equal(await processIdOf(temp), first);
  });
});

describe("an engine that dies", () => {
  it("answers calls in flight with `internal` and a reference that is in the log", async (t) => {
    const temp = startTempEngine(t);
    const answer = await callEngine(temp.engine, "trail.list", {});
    assert.ok(!answer.ok);
    assert.equal(answer.error.code, "internal");
    const logged = temp.lines.find((line) => line.event === "internal");
    assert.equal(logged?.fields["reference"], answer.error.reference);
    assert.match(answer.error.reference ?? "", /^[0-9a-f]{8}$/u);
  });

  it("is replaced for the next call", async (t) => {
    const temp = startTempEngine(t);
    await callEngine(temp.engine, "trail.list", {});
    assert.deepEqual(await callEngine(temp.engine, "app.touch", { text: "後" }), ok({ text: "後" }));
  });

  it("leaves windows knowing that the vault is locked", async (t) => {
    const temp = startTempEngine(t);
    const heard: unknown[] = [];
    await callEngine(temp.engine, "vault.unlock", {});
    temp.engine.subscribe((topic, payload) => heard.push([topic, payload]));
    await callEngine(temp.engine, "trail.list", {});
    assert.deepEqual(heard, [["vault.state", { state: "locked" }]]);
  });

  it("by an exception leaves the class of it in its log, and not its words", async (t) => {
    const temp = startTempEngine(t);
    await callEngine(temp.engine, "trail.check", {});
    const text = readFileSync(join(temp.userData, "logs/kura.log"), "utf8");
    assert.match(text, /"event":"engine-crashed","class":"RangeError"/u);
    assert.doesNotMatch(text, /秘密/u);
  });

  it("again and again is not started without end", async (t) => {
    const temp = startTempEngine(t);
    for (let turn = 0; turn < 6; turn += 1) await callEngine(temp.engine, "trail.list", {});
    assert.equal(temp.started(), 3);
    const answer = await callEngine(temp.engine, "app.start", {});
    assert.ok(!answer.ok && answer.error.code === "internal");
  });

  it("by the host's own hand is replaced as after a crash", async (t) => {
    const temp: TempEngine = startTempEngine(t);
    const first = await processIdOf(temp);
    temp.engine.kill();
    await waitUntil(() => !isAlive(first));
    assert.notEqual(await processIdOf(temp), first);
  });
});

describe("closing", () => {
  it("ends the process, and later calls answer `internal`", async (t: TestContext) => {
    const temp = startTempEngine(t);
    const first = await processIdOf(temp);
    await temp.engine.close();
    await waitUntil(() => !isAlive(first));
    const answer = await callEngine(temp.engine, "app.start", {});
    assert.ok(!answer.ok && answer.error.code === "internal");
    assert.equal(temp.started(), 1);
  });
});
