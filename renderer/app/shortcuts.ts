import type { Command } from "../stores/command-store.ts";

/** What a key press says, as DOM keyboard events carry it. */
export type KeyChord = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
};

/** Where the focus was when a key was pressed. */
export type KeyPlace = "page" | "typing" | "overlay";

/**
 * A key press in the spelling commands use: `Ctrl+Enter`, `J`, `?`. Caps Lock changes nothing, and Shift is named only
 * where it is not already in the character, so that `?` is `?` on every keyboard.
 */
export function chordName(chord: KeyChord): string {
  const isCharacter = [...chord.key].length === 1;
  const isLetter = isCharacter && /\p{L}/u.test(chord.key);
  const key = chord.key === " " ? "Space" : isLetter ? chord.key.toUpperCase() : chord.key;
  return [
    chord.ctrlKey && "Ctrl",
    chord.altKey && "Alt",
    chord.metaKey && "Meta",
    chord.shiftKey && (isLetter || !isCharacter) && "Shift",
    key,
  ]
    .filter((part) => part !== false)
    .join("+");
}

/** Whether the chord would type something, so that it belongs to a field that has the focus. */
function typesText(chord: KeyChord): boolean {
  return !(chord.ctrlKey || chord.altKey || chord.metaKey) && !/^F\d{1,2}$/.test(chord.key);
}

/** The command a chord runs at this place, or undefined. `commands` is in order of precedence. */
export function commandFor(commands: readonly Command[], chord: KeyChord, place: KeyPlace): Command | undefined {
  if (place === "typing" && typesText(chord)) return undefined;
  const name = chordName(chord);
  return commands.find(
    (command) =>
      command.keys.includes(name) && (place !== "overlay" || command.isAlways === true) && (command.when?.() ?? true),
  );
}

/** The commands a person could run now, each id once, the first offer winning. */
export function availableCommands(commands: readonly Command[]): readonly Command[] {
  const seen = new Set<string>();
  return commands.filter((command) => {
    if (seen.has(command.id) || command.when?.() === false) return false;
    seen.add(command.id);
    return true;
  });
}

/** What the frame gives to the commands that work on every page. */
export type AppActions = {
  readonly openPalette: () => void;
  readonly openSheet: () => void;
  readonly lock: () => void;
  /** Opens the search page. */
  readonly search: () => void;
  /** Undoes the newest thing that can be undone. */
  readonly undo: () => void;
  readonly canUndo: () => boolean;
};

/** The commands that work on every page. */
export function appCommands(actions: AppActions): readonly Command[] {
  return [
    { id: "app.palette", titleKey: "shortcuts.palette", keys: ["Ctrl+K"], run: actions.openPalette },
    { id: "app.sheet", titleKey: "shortcuts.sheet", keys: ["?", "F1"], run: actions.openSheet },
    { id: "app.search", titleKey: "search.title", keys: ["Ctrl+Shift+F"], run: actions.search },
    { id: "app.undo", titleKey: "shortcuts.undo", keys: ["U", "Ctrl+Z"], when: actions.canUndo, run: actions.undo },
    { id: "app.lock", titleKey: "shortcuts.lock", keys: ["Ctrl+L"], run: actions.lock, isAlways: true },
    { id: "app.handOver", titleKey: "shortcuts.handOver", keys: [], run: actions.lock },
  ];
}

/** Whether every word of the query occurs in the text, whatever the width, case or kana of either. */
export function matchesQuery(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(" ")
    .every((word) => folded.includes(word));
}

/** Katakana lie this many code points above their hiragana. */
const katakanaOffset = 0x60;

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - katakanaOffset))
    .replace(/\s+/g, " ")
    .trim();
}
