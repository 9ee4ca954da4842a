/** How a hand-made update differs from a proper one. */
export interface RawUpdateOptions {
  /** Entries of the trailer, replacing the proper ones; undefined leaves one out. */
  readonly trailer?: Readonly<Record<string, string | undefined>>;
  /** Lines put into the cross-reference table beside those of the objects. */
  readonly extraXref?: string;
  /** Bytes between the objects and the table. */
  readonly beforeXref?: string;
  /** Objects written but not listed. */
  readonly unlisted?: Readonly<Record<number, string>>;
  /** Replaces the proper offset of the previous table. */
  readonly previousXrefByte?: number;
}

/**
 * Appends an update written by hand, byte by byte, so that attacks do not depend on the writer they attack. Bodies are
 * Latin-1 text without header and end word.
 */
export function rawUpdate(
  bytes: Uint8Array,
  objects: Readonly<Record<number, string>>,
  options: RawUpdateOptions = {},
): Uint8Array {
  const original = Buffer.from(bytes);
  const tail = original.toString("latin1");
  const previousXref = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(tail)?.[1]);
  const trailer = lastTrailer(tail);
  let text = "";
  const lines: string[] = [];
  for (const [objectNumber, body] of Object.entries(objects)) {
    lines.push(`${objectNumber} 1\n${String(original.length + text.length).padStart(10, "0")} 00000 n \n`);
    text += `${objectNumber} 0 obj\n${body}\nendobj\n`;
  }
  for (const [objectNumber, body] of Object.entries(options.unlisted ?? {})) {
    text += `${objectNumber} 0 obj\n${body}\nendobj\n`;
  }
  text += options.beforeXref ?? "";
  const highest = Math.max(Number(trailer["Size"]) - 1, ...Object.keys(objects).map(Number));
  const entries: Record<string, string | undefined> = {
    ...trailer,
    Size: String(highest + 1),
    Prev: String(options.previousXrefByte ?? previousXref),
    ...options.trailer,
  };
  const written = Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value}`]));
  const xrefByte = original.length + text.length;
  text += `xref\n${lines.join("")}${options.extraXref ?? ""}trailer\n<<${written.join(" ")}>>\nstartxref\n${xrefByte}\n%%EOF\n`;
  return Buffer.concat([original, Buffer.from(text, "latin1")]);
}

function lastTrailer(text: string): Record<string, string> {
  const trailer = text.slice(text.lastIndexOf("trailer\n"));
  const entry = (key: string, pattern: string): Record<string, string> => {
    const found = new RegExp(`/${key} (${pattern})`).exec(trailer)?.[1];
    return found === undefined ? {} : { [key]: found };
  };
  return {
    ...entry("Size", "\\d+"),
    ...entry("Root", "\\d+ 0 R"),
    ...entry("Info", "\\d+ 0 R"),
    ...entry("ID", "\\[<[0-9A-Fa-f]+> <[0-9A-Fa-f]+>\\]"),
  };
}

/** A stream object's text. */
export function streamText(entries: string, body: string): string {
  return `<<${entries} /Length ${body.length}>>\nstream\n${body}\nendstream`;
}

/** The file with one piece of text put in place of another of the same length, after a given byte. */
export function overwrite(bytes: Uint8Array, find: string, replacement: string, fromByte = 0): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(find, fromByte, "latin1");
  if (at < 0 || replacement.length > find.length) throw new Error("The text to overwrite is not there or too short");
  copy.write(replacement.padEnd(find.length, " "), at, "latin1");
  return copy;
}
