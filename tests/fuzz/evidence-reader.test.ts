import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { createEvidenceReader } from "../../electron/parsing/evidence/evidence-reader.ts";
import { readingLimits } from "../../electron/parsing/evidence/reading-limits.ts";
import { Reading } from "../../shared/domain/reading.ts";
import { hostileHtml } from "../support/evidence-files/hostile-html.ts";
import { docxOf, officeTypes, pptxOf, xlsxOf } from "../support/evidence-files/office-files.ts";
import { assertNothingActs } from "../support/evidence-files/strict-markup.ts";
import { renderSamplePdf } from "../support/sample-pdf.ts";

const rounds = Number(process.env["KURA_ROUNDS"] ?? 6);
const timeMs = 8_000;
const reader = createEvidenceReader(undefined, { ...readingLimits, timeMs, memoryMb: 256 });
const stops = ["encrypted", "broken", "limit", "too-large", "unsupported"];

const mail = `From: =?utf-8?B?6auY?= <a@example.invalid>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: http://a.example/\r\n\r\n${hostileHtml}\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <i>\r\n\r\niVBORw0KGgo=\r\n--b--\r\n`;

/** A sound file of each kind, to be damaged. */
let sound: readonly (readonly [mediaType: string, bytes: Uint8Array])[] = [];
before(async () => {
  sound = [
    ["application/pdf", await renderSamplePdf()],
    ["text/html", Buffer.from(hostileHtml)],
    ["multipart/related", Buffer.from(mail)],
    ["message/rfc822", Buffer.from(mail)],
    ["text/csv", Buffer.from('年,"題名"\n2025,"髙""橋"\n')],
    ["text/plain", Buffer.from("髙橋 𠮷田 葛󠄀城")],
    [officeTypes.docx, docxOf(["髙橋", "𠮷田"])],
    [officeTypes.pptx, pptxOf(["一", "二"])],
    [officeTypes.xlsx, xlsxOf([["a", "b"]])],
  ];
});
after(() => assert.equal(sound.length, 9));

/** Cuts, flips, repeats and joins. */
const damage = fc.array(
  fc.record({ kind: fc.constantFrom("flip", "cut", "repeat", "insert"), at: fc.nat(10_000), byte: fc.nat(255) }),
  { minLength: 1, maxLength: 12 },
);

function damaged(
  bytes: Uint8Array,
  steps: readonly { kind: string; at: number; byte: number }[],
): Uint8Array<ArrayBuffer> {
  let body = Buffer.from(bytes);
  for (const { kind, at, byte } of steps) {
    const place = body.length === 0 ? 0 : Math.floor((at / 10_000) * body.length);
    if (kind === "flip" && body.length > 0) body[Math.min(place, body.length - 1)] = byte;
    else if (kind === "cut") body = Buffer.concat([body.subarray(0, place), body.subarray(place + byte * 8)]);
    else if (kind === "repeat") body = Buffer.concat([body, body.subarray(place, place + byte * 64)]);
    else body = Buffer.concat([body.subarray(0, place), Buffer.alloc(byte, byte), body.subarray(place)]);
  }
  return new Uint8Array(body);
}

test("every kind of file, however damaged, gives a reading of its schema or a stop by name, and the reader lives on", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(8), damage, async (kind, steps) => {
      const [mediaType = "", bytes = new Uint8Array()] = sound[kind] ?? [];
      const body = damaged(bytes, steps);
      const text = await reader.takeText({ mediaType, bytes: body.slice() });
      if (!text.ok) assert.ok(stops.includes(text.error), text.error);
      else for (const part of text.value.parts) assert.ok(part.text.isWellFormed());
      if (mediaType === "application/pdf") return;
      const shown = await reader.show({ mediaType, bytes: body });
      if (!shown.ok) {
        assert.ok(stops.includes(shown.error), shown.error);
        return;
      }
      const reading = Reading.parse(JSON.parse(new TextDecoder().decode(shown.value)));
      if (reading.form !== "page") return;
      assertNothingActs(reading.markup);
    }),
    {
      numRuns: rounds * 9,
      // A page damaged so that an attack ends up as a title's value, where it is only text.
      examples: [
        [
          1,
          [
            { kind: "cut", at: 0, byte: 1 },
            { kind: "cut", at: 0, byte: 248 },
            { kind: "flip", at: 0, byte: 32 },
          ],
        ],
      ],
    },
  );
});

test("markup made of the pieces of attacks never keeps what acts", async () => {
  const piece = fc.constantFrom(
    ...[
      "<script>",
      "</script>",
      "<img src=x onerror=a>",
      "<svg/onload=a>",
      "<math>",
      "<style>",
      "</style>",
      "<!--",
      "-->",
    ],
    ...[
      "<iframe srcdoc='",
      "'>",
      '"',
      "<a href=javascript:a>",
      "<p title='",
      "&lt;script&gt;",
      "<noscript>",
      "</noscript>",
    ],
    ...[
      "<template>",
      "<![CDATA[",
      "]]>",
      "<table><tr><td>",
      "<mglyph>",
      "<form>",
      "\u0000",
      "<b",
      " onclick=a ",
      "/>",
      "髙𠮷",
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), async (pieces) => {
      const html = `<html><body>${pieces.join("")}</body></html>`;
      const shown = await reader.show({
        mediaType: "text/html",
        bytes: new Uint8Array(new TextEncoder().encode(html)),
      });
      if (!shown.ok) {
        assert.ok(stops.includes(shown.error));
        return;
      }
      const reading = Reading.parse(JSON.parse(new TextDecoder().decode(shown.value)));
      assert.ok(reading.form === "page");
      assertNothingActs(reading.markup);
    }),
    { numRuns: rounds * 5 },
  );
});
