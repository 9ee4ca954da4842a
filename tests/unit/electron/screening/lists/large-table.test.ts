import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readKnown, refusalsOf, stopOf, table } from "./read-known.ts";

const rows = [
  ["name", "aliases", "country"],
  ...Array.from({ length: 40 }, (_, at) => [`髙﨑${at} 𠮷野`, "葛󠄀;ﾀｶｻｷ", "架空国"]),
];
const text = `${table(rows)},,架空国\r\n`;
/** Held up to fewer bytes than the table has. */
const limits = { bytes: 500, mappedBytes: 100_000 };

describe("a table whose columns were assigned and that is too large to be held", () => {
  test("is read in pieces with the same entries, lines and hash", async () => {
    const [inPieces, held] = [await readKnown(text, { limits }), await readKnown(text)];
    assert.deepEqual(inPieces, held);
    assert.equal(inPieces.entries.length, 40);
    assert.deepEqual(refusalsOf(inPieces), ["42 name-empty"]);
  });

  test("is refused when it is chosen, not after its columns were assigned, if it is larger still", async () => {
    assert.equal(await stopOf(text, { limits: { ...limits, mappedBytes: 600 } }), "file-too-large");
  });

  test("stops where its bytes are no longer of the encoding its beginning has", async () => {
    const broken = Buffer.concat([Buffer.from(text.repeat(400)), Buffer.from([0xff, 0xfe, 0x0a])]);
    assert.ok(broken.length > 512 * 1024, "longer than what the encoding is told from");
    assert.equal(await stopOf(broken, { limits: { ...limits, mappedBytes: 10_000_000 } }), "file-encoding-unknown");
  });

  test("stops at a quotation mark that is never closed, without holding the file", async () => {
    const open = `name\n"${"架".repeat(400_000)}`;
    assert.equal(await stopOf(open, { limits: { ...limits, mappedBytes: 10_000_000 } }), "row-endless 2");
  });
});
