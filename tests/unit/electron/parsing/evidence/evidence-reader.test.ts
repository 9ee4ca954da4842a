import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createEvidenceReader, type EvidenceReader } from "../../../../../electron/parsing/evidence/evidence-reader.ts";
import { readingLimits } from "../../../../../electron/parsing/evidence/reading-limits.ts";
import { Reading } from "../../../../../shared/domain/reading.ts";
import { hostileHost, hostileHtml } from "../../../../support/evidence-files/hostile-html.ts";
import { docxOf, officeTypes, packageOf, pptxOf, xlsxOf } from "../../../../support/evidence-files/office-files.ts";
import { renderSamplePdf } from "../../../../support/sample-pdf.ts";
import { writeTinyPdf } from "../../../../support/tiny-pdf.ts";

const reader = createEvidenceReader();
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

async function show(mediaType: string, bytes: Uint8Array<ArrayBuffer>, by: EvidenceReader = reader): Promise<Reading> {
  const read = await by.show({ mediaType, bytes });
  assert.ok(read.ok, read.ok ? "" : read.error);
  return Reading.parse(JSON.parse(new TextDecoder().decode(read.value)));
}

async function stop(mediaType: string, bytes: Uint8Array<ArrayBuffer>, by: EvidenceReader = reader): Promise<string> {
  const read = await by.show({ mediaType, bytes });
  return read.ok ? "ok" : read.error;
}

describe("reading evidence in a worker", () => {
  test("takes the words out of each page of a PDF, characters as they are", async () => {
    const read = await reader.takeText({
      mediaType: "application/pdf",
      bytes: new Uint8Array(await renderSamplePdf()),
    });
    assert.ok(read.ok);
    assert.equal(read.value.parts.length, 2);
    assert.match(read.value.parts[1]?.text ?? "", /𠮷田 葛󠄀馬（ﾖｼﾀﾞ ｶｽﾞﾏ）/u);
  });

  test("reads a PDF whose Japanese font lies elsewhere, by the table of its encoding", async () => {
    const words = Buffer.from([0x8e, 0x91, 0x97, 0xbf]).toString("hex");
    const stream = `BT /F1 20 Tf 50 100 Td <${words}> Tj ET`;
    const pdf = writeTinyPdf({
      1: "<</Type /Catalog /Pages 2 0 R>>",
      2: "<</Type /Pages /Kids [4 0 R] /Count 1>>",
      4: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 5 0 R /Resources <</Font <</F1 6 0 R>>>>>>",
      5: `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
      6: "<</Type /Font /Subtype /Type0 /BaseFont /MS-Gothic /Encoding /90ms-RKSJ-H /DescendantFonts [7 0 R]>>",
      7: "<</Type /Font /Subtype /CIDFontType2 /BaseFont /MS-Gothic /CIDSystemInfo <</Registry (Adobe) /Ordering (Japan1) /Supplement 2>> /DW 1000>>",
    });
    const read = await reader.takeText({ mediaType: "application/pdf", bytes: new Uint8Array(pdf) });
    assert.deepEqual(read, { ok: true, value: { parts: [{ label: "", text: "資料" }], isCut: false } });
  });

  test("says of a PDF with a password that it is encrypted, and of rubbish that it is broken", async () => {
    const locked = new Uint8Array(
      Buffer.from(
        Buffer.from(writeTinyPdf({ 1: "<</Type /Catalog /Pages 2 0 R>>", 2: "<</Type /Pages /Kids [] /Count 0>>" }))
          .toString("latin1")
          .replace(
            "/Root 1 0 R",
            `/Root 1 0 R /Encrypt <</Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${"11".repeat(32)}> /U <${"22".repeat(32)}>>>`,
          ),
        "latin1",
      ),
    );
    const outcomes = await Promise.all(
      [locked, bytesOf("%PDF-1.7 無")].map((bytes) => reader.takeText({ mediaType: "application/pdf", bytes })),
    );
    assert.deepEqual(
      outcomes.map((one) => (one.ok ? "ok" : one.error)),
      ["encrypted", "broken"],
    );
  });

  test("reads Word, PowerPoint and Excel files, slides in their order", async () => {
    const word = await show(officeTypes.docx, docxOf(["髙橋", "葛󠄀城 &amp; 𠮷田"]));
    assert.ok(word.form === "text");
    assert.equal(word.parts.map((part) => part.text).join(""), "髙橋\n葛󠄀城 & 𠮷田\n");
    const slides = await show(officeTypes.pptx, pptxOf(Array.from({ length: 12 }, (_, at) => `${at + 1}枚目`)));
    assert.ok(slides.form === "text");
    assert.deepEqual(
      slides.parts.map((part) => part.text.trim()),
      Array.from({ length: 12 }, (_, at) => `${at + 1}枚目`),
    );
    const book = await show(
      officeTypes.xlsx,
      xlsxOf(
        [
          ["氏名", "所属"],
          ["髙﨑 𠮷", '=HYPERLINK("http://x")'],
        ].map((row) => row.map((cell) => cell.replaceAll('"', "&quot;"))),
      ),
    );
    assert.ok(book.form === "table");
    assert.deepEqual(book.sheets, [
      {
        name: "葛󠄀城",
        columns: 2,
        rows: [
          ["氏名", "所属"],
          ["髙﨑 𠮷", '=HYPERLINK("http://x")'],
        ],
      },
    ]);
  });

  test("refuses ZIP bombs, archives within, too many parts and locked parts, and ends quickly", async () => {
    const zeros = new Uint8Array(30 * 1024 * 1024);
    assert.equal(await stop(officeTypes.xlsx, xlsxOf([["一"]], { "xl/media/zeros.bin": zeros })), "limit");
    assert.equal(await stop(officeTypes.docx, packageOf({ "word/document.xml": zeros })), "limit");
    const inner = packageOf({ "a.txt": "中" });
    assert.equal(await stop(officeTypes.xlsx, xlsxOf([["一"]], { "xl/embeddings/inner.zip": inner })), "limit");
    const many = Object.fromEntries(Array.from({ length: 4_100 }, (_, at) => [`word/p${at}.xml`, "<a/>"]));
    assert.equal(await stop(officeTypes.docx, packageOf({ "word/document.xml": "<a/>", ...many })), "limit");
    const locked = docxOf(["鍵"]);
    const view = Buffer.from(locked.buffer);
    const entry = view.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    view.writeUInt16LE(view.readUInt16LE(entry + 8) | 1, entry + 8);
    assert.equal(await stop(officeTypes.docx, locked), "encrypted");
  });

  test("does not believe a part that lies about its size", async () => {
    const lying = Buffer.from(packageOf({ "word/document.xml": new Uint8Array(20 * 1024 * 1024) }));
    const entry = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    lying.writeUInt32LE(10, entry + 24);
    assert.equal(await stop(officeTypes.docx, new Uint8Array(lying)), "limit");
  });

  test("does not expand entities that an XML part declares itself", async () => {
    const lol = `<!DOCTYPE a [<!ENTITY a "ああああああああ">${Array.from({ length: 20 }, (_, at) => `<!ENTITY b${at} "&b${at - 1};&b${at - 1};">`).join("")}]>`;
    const body = `${lol}<w:document xmlns:w="w"><w:p><w:t>&b19;</w:t></w:p></w:document>`;
    const read = await show(officeTypes.docx, packageOf({ "word/document.xml": body }));
    assert.ok(read.form === "text" && read.parts.map((part) => part.text).join("").length < 1_000);
  });

  test("ends what takes too long or grows too large, and says which limit it was", async () => {
    const hasty = createEvidenceReader(undefined, { ...readingLimits, timeMs: 30 });
    assert.equal(await stop("text/html", bytesOf(`<p>${"あ".repeat(100_000)}`), hasty), "limit");
    const deep = `${"<w:p>".repeat(3_000)}`;
    assert.equal(await stop(officeTypes.docx, packageOf({ "word/document.xml": deep })), "limit");
    const small = createEvidenceReader(undefined, { ...readingLimits, bytes: 10 });
    assert.equal(await stop("text/plain", bytesOf("十バイトを超える文"), small), "too-large");
  });

  test("keeps of a hostile page the words and nothing that acts, loads or leads away", async () => {
    const page = await show("text/html", bytesOf(hostileHtml));
    assert.ok(page.form === "page");
    assert.match(page.parts.map((part) => part.text).join(""), /髙橋 﨑子の経歴[\s\S]*𠮷田財団の寄付を受けた/u);
    assert.doesNotMatch(
      page.markup,
      /<(?:script|style|iframe|object|embed|form|input|svg|math|link|meta|base|video|audio|a)\b/iu,
    );
    assert.doesNotMatch(page.markup, /\son\w+\s*=|="javascript:[^"]*"(?<!title="[^"]*")|srcset|style=/iu);
    assert.doesNotMatch(page.markup, new RegExp(`(?:src|href|action)="[^"]*${hostileHost}`, "u"));
    assert.ok(page.leftOut.remote > 0 && page.leftOut.active > 0 && page.leftOut.links > 0);
  });

  test("leaves out a picture whose header promises more than may be decoded", async () => {
    const head = Buffer.from("89504e470d0a1a0a0000000d49484452000f4240000f42400806000000", "hex");
    const bomb = Buffer.concat([head, Buffer.alloc(40)]).toString("base64");
    const page = await show(
      "text/html",
      bytesOf(`<html><body><img src="data:image/png;base64,${bomb}" alt="爆弾"></body>`),
    );
    assert.ok(page.form === "page" && !page.markup.includes("data:") && page.leftOut.pictures === 1);
    const size = await reader.measure({
      mediaType: "image/png",
      bytes: new Uint8Array(Buffer.concat([head, Buffer.alloc(40)])),
    });
    assert.deepEqual(size, { ok: false, error: "limit" });
  });

  test("reads a page in the encoding that it names itself, and says when it is not sure of a text", async () => {
    const korean = Buffer.concat([
      Buffer.from('<html><head><meta charset="euc-kr"></head><body>'),
      Buffer.from([0xb0, 0xa1, 0xb3, 0xaa]),
      Buffer.from("</body></html>"),
    ]);
    const page = await show("text/html", new Uint8Array(korean));
    assert.ok(page.form === "page" && page.parts[0]?.text === "가나" && page.encoding === "euc-kr");
    const odd = await show("text/plain", new Uint8Array([0x61, 0xff, 0xfd, 0x62, 0x0a, 0x80]));
    assert.ok(odd.form === "text" && odd.isUncertain);
  });

  test("cuts what goes beyond the limits between characters, and says so", async () => {
    const tight = createEvidenceReader(undefined, { ...readingLimits, textUnits: 5, rows: 3 });
    const text = await show("text/plain", bytesOf("𠮷𠮷𠮷𠮷"), tight);
    assert.ok(text.form === "text" && text.isCut && text.parts.map((part) => part.text).join("") === "𠮷𠮷");
    const table = await show(
      "text/csv",
      bytesOf("a\nb\nc\nd\ne\n"),
      createEvidenceReader(undefined, { ...readingLimits, rows: 3 }),
    );
    assert.ok(table.form === "table" && table.isCut && table.sheets[0]?.rows.length === 3);
  });
});
