import { encode } from "uqr";

/** A QR code as lines of an SVG path in a square of `size` modules, quiet zone included. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/** Modules left white around a code; the standard asks for four. */
const quietZone = 4;

/**
 * The words as a QR code, so that a scanner that types can type them. Capitals, because a code holds them in 5.5 bits a
 * letter instead of eight: larger modules on the same paper.
 */
export function qrOfWords(words: readonly string[]): QrPicture {
  // M: a fifteenth of the code may be creased or stained.
  const { data, size } = encode(words.join(" ").toUpperCase(), { ecc: "M", boostEcc: false, border: quietZone });
  return { size, path: data.map(rowPath).join("") };
}

/** One bar for each run of dark modules. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
  }
  return path;
}
