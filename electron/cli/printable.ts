// What a terminal would obey, and what turns the direction of a line. Variation selectors choose a name's written form.
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A line with words from a file in it, without any character a terminal would obey. */
export function printable(line: string): string {
  return line.replace(unprintable, "\ufffd");
}
