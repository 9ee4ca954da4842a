import type { Text, TextKey } from "../../../shared/strings/text.ts";
import { printable } from "../printable.ts";
import type { World } from "../world.ts";

type Sentence = Extract<TextKey, `cli.screen-${string}`> extends `cli.${infer Name}` ? Name : never;
type Facts = Readonly<Record<string, string | number>>;

/** What a long run says of itself on standard error. No name of the file is ever among it. */
export interface Progress {
  /** One stage is over. */
  say(sentence: Sentence, facts: Facts): void;
  /** A sentence of another area. */
  tell(sentence: string): void;
  /** How far a stage is; said every few seconds, and not at all where it is quick. */
  step(sentence: Sentence, done: number, total: number, facts: Facts): void;
}

/** Shortest time between two reports of one run, in milliseconds. */
const reportEveryMs = 2_000;

/** Tells the person at the terminal; `text` chooses the language. */
export function createProgress({ world, text }: { readonly world: World; readonly text: Text }): Progress {
  let lastMs = performance.now();
  const tell = (sentence: string): void => {
    lastMs = performance.now();
    world.printError(printable(sentence));
  };
  return {
    tell,
    say: (sentence, facts) => tell(text(`cli.${sentence}`, facts)),
    step: (sentence, done, total, facts) => {
      if (performance.now() - lastMs >= reportEveryMs) tell(text(`cli.${sentence}`, { ...facts, done, total }));
    },
  };
}
