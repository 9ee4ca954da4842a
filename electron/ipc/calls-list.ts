import type { CallTable } from "../../shared/contract/channel.ts";

/** The names of a table's calls, area by area; all that the bridge in the page needs to know of it. */
export type CallNames = Readonly<Record<string, readonly string[]>>;

/** `area.verb` for every line of a table. */
export type CallName<T extends CallTable> = {
  [A in keyof T & string]: `${A}.${keyof T[A] & string}`;
}[keyof T & string];

/** Names area by area, in the order of the table. */
export function callNames(table: CallTable): CallNames {
  return Object.fromEntries(Object.entries(table).map(([area, verbs]) => [area, Object.keys(verbs)]));
}

/** One line of text with every name, `area:verb,verb;area:verb`, short enough to be written into the preload. */
export function packCallNames(names: CallNames): string {
  return Object.entries(names)
    .map(([area, verbs]) => `${area}:${verbs.join()}`)
    .join(";");
}
