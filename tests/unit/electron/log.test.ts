import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { createLog, errorClass, logWord } from "../../../electron/log.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const clock = { nowMs: () => Date.UTC(2026, 10, 22, 1, 2, 3) };

function readLines(file: string): unknown[] {
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

describe("the log", () => {
  it("writes time, event, numbers and words", (t) => {
    const folder = join(tempFolder(t), "logs");
    createLog({ folder, clock }).write("engine-ended", { crashes: 2, early: true, call: logWord("vault.unlock") });
    assert.deepEqual(readLines(join(folder, "kura.log")), [
      { at: "2026-11-22T01:02:03.000Z", event: "engine-ended", crashes: 2, early: true, call: "vault.unlock" },
    ]);
  });

  it("keeps folder and file for its user alone", (t) => {
    const folder = join(tempFolder(t), "logs");
    createLog({ folder, clock }).write("start");
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, "kura.log")).mode & 0o777, 0o600);
  });

  it("takes rights from a file that others could read", (t) => {
    const folder = tempFolder(t);
    writeFileSync(join(folder, "kura.log"), "", { mode: 0o644 });
    createLog({ folder, clock }).write("start");
    assert.equal(statSync(join(folder, "kura.log")).mode & 0o777, 0o600);
  });

  it("writes `refused` where a caller has smuggled prose past the types", (t) => {
    const folder = tempFolder(t);
    // The compiler refuses these; the cast stands for code that has silenced it.
    const fields = { name: "髙橋 一郎", path: "/home/髙橋", nested: { a: 1 } } as unknown as { name: number };
    createLog({ folder, clock }).write("start", fields);
    assert.deepEqual(readLines(join(folder, "kura.log")), [
      { at: "2026-11-22T01:02:03.000Z", event: "start", name: "refused", path: "refused", nested: "object" },
    ]);
  });

  it("sets a full file aside and keeps so many of them", (t) => {
    const folder = tempFolder(t);
    const log = createLog({ folder, clock, limitBytes: 200, keptFiles: 2 });
    for (let turn = 0; turn < 40; turn += 1) log.write("turn", { turn });
    assert.deepEqual(readdirSync(folder).sort(), ["kura.1.log", "kura.2.log", "kura.log"]);
    for (const file of readdirSync(folder)) assert.ok(statSync(join(folder, file)).size < 300);
    const newest = readLines(join(folder, "kura.log")).at(-1);
    assert.deepEqual(newest, { at: "2026-11-22T01:02:03.000Z", event: "turn", turn: 39 });
  });

  it("of the host lies beside the engine's", (t) => {
    const folder = tempFolder(t);
    createLog({ folder, clock }).write("start");
    createLog({ folder, clock, name: "host" }).write("start");
    assert.deepEqual(readdirSync(folder).sort(), ["host.log", "kura.log"]);
  });

  it("does not throw when nothing can be written", (t) => {
    const folder = join(tempFolder(t), "taken");
    writeFileSync(folder, "a file where the folder should be");
    createLog({ folder, clock }).write("start");
    mkdirSync(join(folder, "..", "fine"));
  });

  it("refuses sentences at compile time", (t) => {
    const log = createLog({ folder: tempFolder(t), clock });
    const name: string = "髙橋";
    // @ts-expect-error an event name is a literal without spaces
    log.write("vault opened by somebody");
    // @ts-expect-error a literal with a space is a sentence
    log.write("opened", { by: "somebody else" });
    // @ts-expect-error a string whose content the compiler cannot know may be anything
    log.write("opened", { by: name });
  });
});

describe("words of the log", () => {
  it("are ids, codes and names of calls", () => {
    for (const word of ["vault.unlock", "0123abcd", "engine-ended", "TypeError", "a:b"])
      assert.equal(logWord(word), word);
  });

  it("are never sentences, paths or names of people", () => {
    for (const text of ["two words", "/etc/passwd", "C:\\x", "髙橋", "", "a".repeat(81), "a\nb"]) {
      assert.equal(logWord(text), "refused");
    }
  });

  it("give the class of an error and nothing else of it", () => {
    assert.equal(errorClass(new RangeError("秘密")), "RangeError");
    assert.equal(errorClass("秘密"), "string");
    assert.equal(errorClass(undefined), "undefined");
  });
});
