import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { importPkcs12 } from "../../electron/pdf/signing/pkcs12.ts";
import { pdfFaultCodes } from "../../electron/pdf/structure/faults.ts";
import { catchFault, readPdf } from "../../electron/pdf/structure/pdf-file.ts";
import { readEmbeddedData } from "../../electron/pdf/verification/embedded-data.ts";
import { reasonCodes } from "../../electron/pdf/verification/reasons.ts";
import { verifyPdf } from "../../electron/pdf/verification/verify-pdf.ts";
import { rawUpdate } from "../support/pdf-attacks/raw-update.ts";
import { createScene } from "../support/pdf-attacks/scene.ts";
import { signingDayMs } from "../support/signing-people.ts";
import { writeTinyPdf } from "../support/tiny-pdf.ts";

/** Runs per property; `KURA_ROUNDS` sets more for a long campaign. */
const numRuns = Number(process.env["KURA_ROUNDS"] ?? 500);
/** No input of these sizes may keep the reader busy for longer, in milliseconds. */
const patienceMs = 2_000;

/** Reads all there is to read; whatever fails must fail with a code. */
function readEverything(bytes: Uint8Array): void {
  const began = performance.now();
  const file = readPdf(bytes);
  if (file.ok) {
    readEmbeddedData(file.value);
    const fields = catchFault(() => file.value.view().signatureFields());
    if (!fields.ok) assert.ok(fields.error in pdfFaultCodes);
  } else assert.ok(file.error in pdfFaultCodes);
  assert.ok(performance.now() - began < patienceMs);
}

/** Pieces a PDF is made of, so that random text comes near to one. */
const piece = fc.constantFrom(
  "<<",
  ">>",
  "[",
  "]",
  "(",
  ")",
  "<",
  ">",
  "/",
  "/A",
  "/Type",
  "/Length 5",
  "/Kids",
  " ",
  "\n",
  "\r",
  "%",
  "0",
  "1",
  "-",
  ".",
  "1 0 R",
  "7 0 obj\n",
  "\nendobj\n",
  "\nstream\n",
  "\nendstream",
  "xref\n",
  "trailer\n",
  "startxref\n",
  "%%EOF\n",
  "0000000015 00000 n \n",
  "0 1\n",
  "true",
  "null",
  "\\",
  "#41",
  "FEFF",
  "\0",
  "\xff",
);
const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: Uint8Array;
}
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 1_000_000 }),
  removed: fc.nat({ max: 40 }),
  inserted: fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    soup.map((text) => Buffer.from(text, "latin1")),
  ),
});

function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  return edits.reduce<Uint8Array>((edited, { at, removed, inserted }) => {
    const start = at % (edited.length + 1);
    return Buffer.concat([edited.subarray(0, start), inserted, edited.subarray(start + removed)]);
  }, bytes);
}

describe("the reader on hostile bytes", () => {
  it("answers with a file or a code for random bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4_000 }), readEverything), { numRuns });
  });

  it("answers for random pieces in the place of an object", () => {
    fc.assert(
      fc.property(soup, (text) => readEverything(writeTinyPdf({ 2: text }))),
      { numRuns },
    );
  });

  it("answers for random pieces behind a good file", () => {
    const base = writeTinyPdf({ 2: "1" });
    fc.assert(
      fc.property(soup, (text) => readEverything(Buffer.concat([base, Buffer.from(text, "latin1")]))),
      { numRuns },
    );
  });

  it("answers for deep, long and repeated constructions in good time", () => {
    const many = (text: string): string => text.repeat(200_000);
    for (const body of ["[", "<<", "(", "<", "/", "1 0 R ", "((((", "<</A", "\\", "[]", "#41", "9", " "].map(many)) {
      readEverything(writeTinyPdf({ 2: body }));
      readEverything(writeTinyPdf({ 2: `[${body}]` }));
    }
  });
});

describe("the verifier on hostile papers", () => {
  const scene = createScene();

  it("never calls an edited paper valid and always gives known reasons", async () => {
    const { signed, reviewer, approver, chair } = await scene;
    const options = { trustedRoots: [reviewer.rootDer, approver.rootDer, chair.rootDer], nowMs: signingDayMs };
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const edited = applyEdits(signed[2], edits);
        fc.pre(!Buffer.from(edited).equals(signed[2]));
        const verdict = await verifyPdf(edited, options);
        assert.notEqual(verdict.verdict, "valid");
        for (const reason of verdict.reasons) assert.ok(reasonCodes.includes(reason), reason);
        assert.ok(!verdict.reasons.includes("verification-failed"));
      }),
      { numRuns },
    );
  });

  it("never calls a paper valid to which a well-written update with anything in it was added", async () => {
    const { signed, reviewer, approver, chair } = await scene;
    const options = { trustedRoots: [reviewer.rootDer, approver.rootDer, chair.rootDer], nowMs: signingDayMs };
    const objects = fc.dictionary(fc.integer({ min: 1, max: 60 }).map(String), soup, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(objects, async (added) => {
        const verdict = await verifyPdf(rawUpdate(signed[1], added), options);
        assert.equal(verdict.verdict, "invalid");
        assert.ok(!verdict.reasons.includes("verification-failed"));
      }),
      { numRuns },
    );
  });
});

describe("the PKCS#12 importer on hostile bytes", () => {
  it("answers with a code for random bytes and for DER cut to pieces", async () => {
    const der = fc.array(fc.constantFrom(0x30, 0x02, 0x04, 0x06, 0x80, 0x82, 0x00, 0x01, 0x03, 0xa0, 0xff), {
      maxLength: 200,
    });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      der.map((octets) => Uint8Array.from(octets)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (random) => {
        const imported = await importPkcs12({ bytes: random, password: "無効な鍵𠮷" });
        assert.ok(!imported.ok && typeof imported.error === "string");
      }),
      { numRuns },
    );
  });
});
