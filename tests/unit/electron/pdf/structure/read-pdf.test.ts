import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deflateSync } from "node:zlib";
import type { PdfFaultCode } from "../../../../../electron/pdf/structure/faults.ts";
import { decodeStream } from "../../../../../electron/pdf/structure/inflate.ts";
import {
  fileLimitBytes,
  inflatedLimitBytes,
  revisionLimit,
  valueLimit,
} from "../../../../../electron/pdf/structure/limits.ts";
import { pdfDictionary, pdfName, textOf } from "../../../../../electron/pdf/structure/objects.ts";
import { catchFault, readPdf } from "../../../../../electron/pdf/structure/pdf-file.ts";
import { rawUpdate } from "../../../../support/pdf-attacks/raw-update.ts";
import { renderSamplePdf } from "../../../../support/sample-pdf.ts";
import { writeTinyPdf } from "../../../../support/tiny-pdf.ts";

function faultOf(bytes: Uint8Array): PdfFaultCode | "read" {
  const file = readPdf(bytes);
  return file.ok ? "read" : file.error;
}

describe("reading a paper of our own", () => {
  it("reads the rendering with its three signature fields in order", async () => {
    const file = readPdf(await renderSamplePdf());
    assert.ok(file.ok);
    const names = file.value
      .view()
      .signatureFields()
      .map(({ name }) => name);
    assert.deepEqual(names, ["sig.reviewer", "sig.approver", "sig.chair"]);
  });

  it("accounts for every byte from the first to the last", async () => {
    const bytes = await renderSamplePdf();
    const file = readPdf(bytes);
    assert.ok(file.ok);
    assert.deepEqual([file.value.revisions[0]?.startByte, file.value.revisions[0]?.endByte], [0, bytes.length]);
  });

  it("sees older revisions as they were", () => {
    const base = writeTinyPdf({ 2: "(old)" });
    const file = readPdf(rawUpdate(base, { 2: "(new)" }));
    assert.ok(file.ok);
    const text = (revision: number): string => {
      const object = file.value.view(revision).find(2);
      return object?.kind === "string" ? textOf(object) : "";
    };
    assert.deepEqual([text(0), text(1)], ["old", "new"]);
  });

  it("reads strings in both notations, names with escapes, and numbers of every form", () => {
    const file = readPdf(writeTinyPdf({ 2: "[(a\\(b\\)\\\\\\101) <FEFFD842DFB7> /A#20B -1.5 +2 .5 7 0 R true null]" }));
    assert.ok(file.ok);
    const object = file.value.view().find(2);
    assert.ok(object?.kind === "array");
    const read = object.items.map((item) =>
      item.kind === "string" ? textOf(item) : item.kind === "name" ? item.name : item.kind,
    );
    assert.deepEqual(read, ["a(b)\\A", "𠮷", "A B", "number", "number", "number", "reference", "boolean", "null"]);
  });
});

describe("what the reader refuses", () => {
  const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const bodies: Readonly<Record<string, readonly [string, PdfFaultCode | "read"]>> = {
    "takes 64 levels": [nested(64), "read"],
    "refuses 65 levels": [nested(65), "pdf-nesting"],
    "refuses a hundred thousand levels": [nested(100_000), "pdf-nesting"],
    "refuses a key twice": ["<</A 1 /A 2>>", "pdf-duplicate-key"],
    "refuses the same key written with an escape": ["<</AB 1 /A#42 2>>", "pdf-duplicate-key"],
    "refuses a comment": ["[1 % two\n3]", "pdf-syntax"],
    "refuses an odd number of digits in a string": ["<ABC>", "pdf-syntax"],
    "refuses gaps in a hexadecimal string": ["<AB CD>", "pdf-syntax"],
    "refuses a string without an end": ["(abc", "pdf-syntax"],
    "refuses a line continued inside a string": ["(a\\\nb)", "pdf-syntax"],
    "refuses a number with an exponent": ["1e5", "pdf-syntax"],
    "refuses an unknown word": ["nil", "pdf-syntax"],
    "refuses a name with a zero octet": ["/A#00", "pdf-syntax"],
    "refuses a very long name": [`/${"A".repeat(300)}`, "pdf-syntax"],
    "refuses a reference to another generation": ["[7 1 R]", "pdf-unsupported"],
    "refuses a stream length behind a reference": ["<</Length 9 0 R>>\nstream\nx\nendstream", "pdf-unsupported"],
    "refuses a stream longer than the file": ["<</Length 99999>>\nstream\nx\nendstream", "pdf-syntax"],
    "refuses a stream shorter than stated": ["<</Length 2>>\nstream\nx\nendstream", "pdf-syntax"],
    "refuses a stream without a dictionary": ["[]\nstream\nx\nendstream", "pdf-syntax"],
    "refuses an object stream": ["<</Type /ObjStm /Length 1>>\nstream\nx\nendstream", "pdf-unsupported"],
  };
  for (const [what, [body, expected]] of Object.entries(bodies)) {
    it(what, () => assert.equal(faultOf(writeTinyPdf({ 2: body })), expected));
  }

  it("refuses a file over the size limit before looking at it", () => {
    assert.equal(faultOf(new Uint8Array(fileLimitBytes + 1)), "pdf-too-large");
  });

  it("refuses more revisions than any paper has", () => {
    let bytes: Uint8Array = writeTinyPdf({ 2: "1" });
    for (let revision = 1; revision < revisionLimit; revision += 1) bytes = rawUpdate(bytes, { 2: String(revision) });
    assert.equal(faultOf(bytes), "read");
    assert.equal(faultOf(rawUpdate(bytes, { 2: "0" })), "pdf-limit");
  });

  it("refuses more values than a worker's memory is meant for", () => {
    const values = (count: number): Uint8Array => writeTinyPdf({ 2: `[${"1 ".repeat(count)}]` });
    assert.equal(faultOf(values(valueLimit / 2)), "read");
    assert.equal(faultOf(values(valueLimit + 1)), "pdf-limit");
  });

  it("refuses a stream that unpacks to more than the limit without unpacking it all", () => {
    const body = deflateSync(Buffer.alloc(inflatedLimitBytes + 1));
    const dictionary = pdfDictionary({ Filter: pdfName("FlateDecode") });
    assert.deepEqual(
      catchFault(() => decodeStream({ kind: "stream", dictionary, body })),
      { ok: false, error: "pdf-limit" },
    );
  });

  it("refuses an unknown filter", () => {
    const dictionary = pdfDictionary({ Filter: pdfName("LZWDecode") });
    assert.deepEqual(
      catchFault(() => decodeStream({ kind: "stream", dictionary, body: Buffer.alloc(1) })),
      { ok: false, error: "pdf-unsupported" },
    );
  });

  it("refuses a table whose entry is one byte too short", () => {
    const text = Buffer.from(writeTinyPdf({ 2: "1" })).toString("latin1");
    assert.equal(faultOf(Buffer.from(text.replace(" 00000 n \n", " 00000 n\n"), "latin1")), "pdf-xref");
  });

  it("refuses a table that says another place than where the object stands", () => {
    const text = Buffer.from(writeTinyPdf({ 2: "1" })).toString("latin1");
    assert.equal(
      faultOf(Buffer.from(text.replace("0000000015 00000 n", "0000000016 00000 n"), "latin1")),
      "pdf-object-hidden",
    );
  });

  it("refuses a trailer without a file identifier", () => {
    const text = Buffer.from(writeTinyPdf({ 2: "1" })).toString("latin1");
    assert.equal(faultOf(Buffer.from(text.replace("/ID [", "/Id ["), "latin1")), "pdf-unsupported");
  });
});
