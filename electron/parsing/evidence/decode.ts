import { decodeText } from "../text-decoding.ts";
import { ReadingFault } from "./reading-fault.ts";

/** Text of a file and how it was read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** A second encoding fitted too, or some bytes fitted none and stand as U+FFFD. */
  readonly isUncertain: boolean;
}

/** Decodes a plain text, strictly where one encoding fits, and with marks of doubt where none does. Throws for binary files. */
export function decodePlain(bytes: Uint8Array): Decoded {
  const strict = decodeText(bytes);
  if (strict.ok) {
    const { text, encoding, uncertain } = strict.value;
    return { text, encoding, isUncertain: uncertain };
  }
  if (strict.error !== "encoding-unknown") throw new ReadingFault("broken");
  return { text: new TextDecoder("utf-8").decode(bytes), encoding: "utf-8", isUncertain: true };
}

/** How much of a page is looked at for the encoding it names, in bytes. */
const headBytes = 4_096;

/** Decodes markup by its mark, by the encoding it names itself, or as a plain text. */
export function decodeMarkup(bytes: Uint8Array): Decoded {
  const strict = decodeText(bytes);
  if (strict.ok && (strict.value.byteOrderMark || strict.value.encoding === "utf-8"))
    return { text: strict.value.text, encoding: strict.value.encoding, isUncertain: false };
  const named = namedEncoding(bytes);
  if (named !== undefined) return decodeAs(bytes, named);
  return decodePlain(bytes);
}

function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, headBytes));
  return /<meta[^>]{0,400}charset\s*=\s*["']?\s*([\w.:-]{1,40})/iu.exec(head)?.[1];
}

function decodeAs(bytes: Uint8Array, label: string): Decoded {
  try {
    const text = new TextDecoder(label).decode(bytes);
    return { text, encoding: label.toLowerCase(), isUncertain: text.includes("\ufffd") };
  } catch {
    // A name that no decoder knows.
    return decodePlain(bytes);
  }
}
