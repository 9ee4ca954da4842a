import assert from "node:assert/strict";
import { test } from "node:test";
import { commandNames, readArguments, wordsForCommandLine, wordsOf } from "../../../../electron/cli/arguments.ts";

test("every command is read with its files and options", () => {
  for (const command of commandNames) {
    const asked = readArguments([...wordsOf(command), "髙﨑 𠮷.pdf", "--vault", "/media/蔵", "--json", "--lang", "en"]);
    assert.ok(asked.ok);
    assert.equal(asked.value.command, command);
    assert.deepEqual(asked.value.files, ["髙﨑 𠮷.pdf"]);
    assert.equal(asked.value.vault, "/media/蔵");
    assert.equal(asked.value.json, true);
    assert.equal(asked.value.locale, "en");
  }
});

test("there is no option that would take a passphrase", () => {
  for (const word of ["--passphrase", "--password", "-p"]) {
    const asked = readArguments(["verify-trail", word, "secret"]);
    assert.equal(asked.ok, false);
  }
});

test("an option without its value is no option", () => {
  const asked = readArguments(["verify-trail", "--vault"]);
  assert.ok(!asked.ok);
  assert.equal(asked.error.code, "unknown-option");
});

test("the app started with a command wants no window, and otherwise does", () => {
  assert.deepEqual(wordsForCommandLine(["/opt/kura", "verify-pdf", "a.pdf"], true), ["verify-pdf", "a.pdf"]);
  assert.deepEqual(wordsForCommandLine(["electron", ".", "help"], false), ["help"]);
  assert.equal(wordsForCommandLine(["/opt/kura"], true), undefined);
  assert.equal(wordsForCommandLine(["/opt/kura", "--hidden"], true), undefined);
  assert.equal(wordsForCommandLine(["electron", "."], false), undefined);
});

test("a command of two words is told apart from what is none", () => {
  const begun = readArguments(["list", "chek", "a.csv"]);
  assert.deepEqual(begun, { ok: false, error: { code: "unknown-command", word: "list chek" } });
  assert.equal(readArguments(["list"]).ok, false);
  assert.deepEqual(wordsForCommandLine(["/opt/kura", "list", "check", "a.csv"], true), ["list", "check", "a.csv"]);
  const helped = readArguments(["help", "list", "check"]);
  assert.ok(helped.ok);
  assert.deepEqual([helped.value.command, helped.value.about, helped.value.files], ["help", "list-check", []]);
});
