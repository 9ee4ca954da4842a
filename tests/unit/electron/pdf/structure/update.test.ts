import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  type PdfObject,
  pdfArray,
  pdfDictionary,
  pdfHexString,
  pdfName,
  pdfNumber,
  pdfReference,
  pdfText,
  textOf,
} from "../../../../../electron/pdf/structure/objects.ts";
import { readPdf } from "../../../../../electron/pdf/structure/pdf-file.ts";
import { sameObject, serialize } from "../../../../../electron/pdf/structure/serialize.ts";
import { beginUpdate } from "../../../../../electron/pdf/structure/update.ts";
import { writeTinyPdf } from "../../../../support/tiny-pdf.ts";

const { tree } = fc.letrec<{ tree: PdfObject; leaf: PdfObject }>((tie) => ({
  leaf: fc.oneof(
    fc.constant<PdfObject>({ kind: "null" }),
    fc.boolean().map((value): PdfObject => ({ kind: "boolean", value })),
    fc.integer({ min: -1e9, max: 1e9 }).map(pdfNumber),
    fc.integer({ min: -1e9, max: 1e9 }).map((value) => pdfNumber(value / 10_000)),
    fc.string({ unit: "grapheme" }).map(pdfText),
    fc.uint8Array().map(pdfHexString),
    fc.integer({ min: 1, max: 9_999 }).map(pdfReference),
    fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((name) => !name.includes("\0"))
      .map(pdfName),
  ),
  tree: fc.oneof(
    { maxDepth: 4 },
    tie("leaf"),
    fc.array(tie("tree"), { maxLength: 5 }).map(pdfArray),
    fc.dictionary(fc.stringMatching(/^[A-Za-z0-9#(/ ]{1,8}$/), tie("tree"), { maxKeys: 5 }).map(pdfDictionary),
  ),
}));

function read(bytes: Uint8Array) {
  const file = readPdf(bytes);
  assert.ok(file.ok, file.ok ? "" : file.error);
  return file.value;
}

describe("appending an update", () => {
  it("gives back any object that was written, and leaves the bytes before as they were", () => {
    const base = writeTinyPdf({ 2: "1" });
    fc.assert(
      fc.property(tree, (object) => {
        const update = beginUpdate(read(base));
        const objectNumber = update.allocate();
        update.put(objectNumber, object);
        const { bytes } = update.append(pdfHexString(Buffer.alloc(16)));
        assert.ok(bytes.subarray(0, base.length).equals(base));
        const found = read(bytes).view().find(objectNumber);
        assert.ok(sameObject(found, object), serialize(object));
      }),
      { numRuns: 300 },
    );
  });

  it("writes scattered numbers as runs the reader accepts", () => {
    const update = beginUpdate(read(writeTinyPdf({ 9: "1" })));
    for (const objectNumber of [9, 4, 5, 2, 7]) update.put(objectNumber, pdfNumber(objectNumber));
    const { bytes, offsets } = update.append(pdfHexString(Buffer.alloc(16)));
    assert.deepEqual([...offsets.keys()], [2, 4, 5, 7, 9]);
    assert.equal(read(bytes).revisions.length, 2);
  });

  it("never gives out a number that is taken", () => {
    const update = beginUpdate(read(writeTinyPdf({ 2: "1", 8: "2" })));
    assert.deepEqual([update.allocate(), update.allocate()], [9, 10]);
  });
});

describe("text strings", () => {
  for (const name of ["髙橋 﨑子", "𠮷", "葛\u{E0100}城", "ﾔﾏﾀﾞ", "plain", "齋".repeat(5000)]) {
    it(`keeps ${name.slice(0, 12)} exactly`, () => assert.equal(textOf(pdfText(name)), name));
  }
});

describe("comparing objects", () => {
  it("does not mind the order of keys or the notation of strings", () => {
    const left = pdfDictionary({ A: pdfNumber(1), B: pdfDictionary({ C: pdfName("x"), D: pdfName("y") }) });
    const right = pdfDictionary({ B: pdfDictionary({ D: pdfName("y"), C: pdfName("x") }), A: pdfNumber(1) });
    assert.ok(sameObject(left, right));
  });

  it("tells streams of the same dictionary and other bytes apart", () => {
    const dictionary = pdfDictionary({ Length: pdfNumber(1) });
    const stream = (body: string): PdfObject => ({ kind: "stream", dictionary, body: Buffer.from(body) });
    assert.ok(!sameObject(stream("a"), stream("b")));
    assert.ok(sameObject(stream("a"), stream("a")));
  });

  it("tells an array's order apart", () => {
    const numbers = (...values: number[]): PdfObject => pdfArray(values.map(pdfNumber));
    assert.ok(!sameObject(numbers(1, 2), numbers(2, 1)));
  });
});
