import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  appCommands,
  availableCommands,
  chordName,
  commandFor,
  type KeyChord,
  matchesQuery,
} from "../../../../renderer/app/shortcuts.ts";
import type { Command } from "../../../../renderer/stores/command-store.ts";

const plain = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const chord = (key: string, held: Partial<KeyChord> = {}): KeyChord => ({ ...plain, key, ...held });
const command = (id: string, keys: readonly string[], more: Partial<Command> = {}): Command => ({
  id,
  titleKey: "shortcuts.nextItem",
  keys,
  run: () => undefined,
  ...more,
});
const idFor = (commands: readonly Command[], press: KeyChord, place: "page" | "typing" | "overlay" = "page") =>
  commandFor(commands, press, place)?.id;

test("a letter is the same with and without Caps Lock", () => {
  assert.equal(chordName(chord("j")), "J");
  assert.equal(chordName(chord("J")), "J");
});

test("Shift with a letter is another chord", () => {
  assert.equal(chordName(chord("J", { shiftKey: true })), "Shift+J");
});

test("a character that needs Shift on some keyboards is named alone", () => {
  assert.equal(chordName(chord("?", { shiftKey: true })), "?");
});

test("modifiers stand in one order", () => {
  assert.equal(chordName(chord("k", { shiftKey: true, altKey: true, ctrlKey: true })), "Ctrl+Alt+Shift+K");
  assert.equal(chordName(chord("Enter", { ctrlKey: true })), "Ctrl+Enter");
  assert.equal(chordName(chord(" ")), "Space");
});

test("a single key runs its command on the page and types in a field", () => {
  const commands = [command("next", ["J"])];
  assert.equal(idFor(commands, chord("j")), "next");
  assert.equal(idFor(commands, chord("j"), "typing"), undefined);
});

test("a chord with Ctrl runs in a field too", () => {
  assert.equal(idFor([command("open", ["Ctrl+Enter"])], chord("Enter", { ctrlKey: true }), "typing"), "open");
});

test("arrows belong to a field that has the focus", () => {
  assert.equal(idFor([command("next", ["ArrowDown"])], chord("ArrowDown"), "typing"), undefined);
});

test("above the page only what always works runs", () => {
  const commands = [command("next", ["J"]), command("lock", ["Ctrl+L"], { isAlways: true })];
  assert.equal(idFor(commands, chord("j"), "overlay"), undefined);
  assert.equal(idFor(commands, chord("l", { ctrlKey: true }), "overlay"), "lock");
});

test("no key without Ctrl, Alt or Meta ever runs a command while typing, save the function keys", () => {
  const commands = [command("all", ["J", "?", "1", "U", "Enter", "Space", "ArrowDown", "Escape"])];
  fc.assert(
    fc.property(
      fc.constantFrom("j", "?", "1", "U", "Enter", " ", "ArrowDown", "Escape"),
      fc.boolean(),
      (key, shiftKey) => {
        assert.equal(idFor(commands, chord(key, { shiftKey }), "typing"), undefined);
      },
    ),
  );
});

test("the first in precedence takes the key, unless it cannot run", () => {
  let canRun = true;
  const commands = [command("inner", ["J"], { when: () => canRun }), command("outer", ["J"])];
  assert.equal(idFor(commands, chord("j")), "inner");
  canRun = false;
  assert.equal(idFor(commands, chord("j")), "outer");
});

test("what is available leaves out what cannot run and what an inner offer has replaced", () => {
  const commands = [
    command("a", ["J"]),
    command("b", [], { when: () => false }),
    command("a", ["K"]),
    command("c", []),
  ];
  assert.deepEqual(
    availableCommands(commands).map((one) => `${one.id} ${one.keys.join()}`),
    ["a J", "c "],
  );
});

test("undo is offered everywhere only while there is something to undo", () => {
  let canUndo = false;
  const nothing = (): void => undefined;
  const commands = appCommands({
    openPalette: nothing,
    openSheet: nothing,
    search: () => undefined,
    lock: nothing,
    undo: nothing,
    canUndo: () => canUndo,
  });
  assert.equal(idFor(commands, chord("u")), undefined);
  canUndo = true;
  assert.equal(idFor(commands, chord("u")), "app.undo");
});

test("the palette finds by hiragana, katakana and half-width kana alike", () => {
  for (const query of ["たかはし", "タカハシ", "ﾀｶﾊｼ"]) assert.ok(matchesQuery("髙橋 﨑 タカハシ サキ", query));
});

test("the palette finds whatever the case and the width of the letters", () => {
  assert.ok(matchesQuery("Musterhausen Institut", "ｍｕｓｔｅｒ INST"));
});

test("every word of a query must be there, in any order", () => {
  assert.ok(matchesQuery("想像海洋技術センター", "技術　海洋"));
  assert.ok(!matchesQuery("想像海洋技術センター", "海洋 物理"));
});

test("an empty query finds everything", () => {
  fc.assert(fc.property(fc.string(), (text) => assert.ok(matchesQuery(text, " "))));
});
