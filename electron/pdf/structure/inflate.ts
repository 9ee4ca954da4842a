import { inflateSync } from "node:zlib";
import { PdfFault } from "./faults.ts";
import { inflatedLimitBytes } from "./limits.ts";
import { nameOf, type PdfStream } from "./objects.ts";

/** The bytes a stream stands for. Knows no filter and plain Flate, as our exports use; throws `PdfFault`. */
export function decodeStream(stream: PdfStream): Buffer {
  const { entries } = stream.dictionary;
  const filter = entries.get("Filter");
  if (filter === undefined) return stream.body;
  if (nameOf(filter) !== "FlateDecode" || entries.has("DecodeParms")) throw new PdfFault("pdf-unsupported");
  try {
    return inflateSync(stream.body, { maxOutputLength: inflatedLimitBytes });
  } catch (error) {
    const tooMuch = error instanceof RangeError;
    throw new PdfFault(tooMuch ? "pdf-limit" : "pdf-syntax");
  }
}
