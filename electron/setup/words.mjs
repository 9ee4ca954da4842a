/**
 * What setup says. It runs before anything is installed, so it cannot use the catalogues in shared/strings;
 * each sentence is here in both languages, Japanese first.
 */

/** Prints one sentence in both languages. */
export function say(ja, en) {
  process.stdout.write(`蔵 ${ja}\n   ${en}\n`);
}

/** A failure a person can act on: two sentences, no stack. */
export class SetupError extends Error {
  constructor(ja, en) {
    super(`蔵 ${ja}\n   ${en}`);
    this.name = "SetupError";
  }
}
