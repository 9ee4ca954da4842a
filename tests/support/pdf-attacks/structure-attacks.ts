import { rawUpdate, streamText } from "./raw-update.ts";
import { type Attack, bodyOf, type Scene } from "./scene.ts";

const whiteRectangle = streamText("", "1 1 1 rg 0 0 600 850 re f");
const append = (bytes: Uint8Array, text: string): Uint8Array => Buffer.concat([bytes, Buffer.from(text, "latin1")]);

/** An update that hides the text of the first page, with one thing wrong in how it is written. */
function hidingUpdate(scene: Scene, options: Parameters<typeof rawUpdate>[2] = {}): Uint8Array {
  return rawUpdate(scene.signed[1], { [scene.numbers.content]: whiteRectangle }, options);
}

function withoutTail(bytes: Uint8Array, marker: string): Uint8Array {
  const buffer = Buffer.from(bytes);
  return buffer.subarray(0, buffer.lastIndexOf(marker, undefined, "latin1"));
}

function firstXrefByte(bytes: Uint8Array): number {
  return Buffer.from(bytes).indexOf("\nxref\n", 0, "latin1") + 1;
}

/** Files whose bytes are not arranged as our writer arranges them. */
export const structureAttacks: readonly Attack[] = [
  {
    name: "ISA: a body appended without table and trailer",
    verdict: "invalid",
    reason: "pdf-ending",
    build: (scene) => append(scene.signed[1], `${scene.numbers.content} 0 obj\n${whiteRectangle}\nendobj\n`),
  },
  {
    name: "ISA: an update without its end mark",
    verdict: "invalid",
    reason: "pdf-ending",
    build: (scene) => withoutTail(hidingUpdate(scene), "%%EOF"),
  },
  {
    name: "ISA: a body followed by a copy of the old trailer",
    verdict: "invalid",
    reason: "pdf-stray-bytes",
    build: (scene) => {
      const old = Buffer.from(scene.signed[1]);
      const trailer = old.toString("latin1", old.lastIndexOf("trailer\n", undefined, "latin1"));
      return append(old, `${scene.numbers.content} 0 obj\n${whiteRectangle}\nendobj\n${trailer}`);
    },
  },
  {
    name: "ISA: the trailer's root moved to a new catalogue",
    verdict: "invalid",
    reason: "pdf-trailer-changed",
    build: (scene) => {
      const catalog = bodyOf(scene.signed[1], scene.numbers.catalog);
      return rawUpdate(scene.signed[1], { 900: catalog }, { trailer: { Root: "900 0 R" } });
    },
  },
  {
    name: "ISA: the trailer's document information moved",
    verdict: "invalid",
    reason: "pdf-trailer-changed",
    build: (scene) => rawUpdate(scene.signed[1], { 900: "<</Title (other)>>" }, { trailer: { Info: "900 0 R" } }),
  },
  {
    name: "ISA: the permanent file identifier changed",
    verdict: "invalid",
    reason: "pdf-trailer-changed",
    build: (scene) => hidingUpdate(scene, { trailer: { ID: `[<${"00".repeat(16)}> <${"00".repeat(16)}>]` } }),
  },
  {
    name: "ISA: an update that points past the signed revisions to the first table",
    verdict: "invalid",
    reason: "pdf-revision-chain",
    build: (scene) => hidingUpdate(scene, { previousXrefByte: firstXrefByte(scene.signed[1]) }),
  },
  {
    name: "ISA: an update without a link to the table before it",
    verdict: "invalid",
    reason: "pdf-revision-chain",
    build: (scene) => hidingUpdate(scene, { trailer: { Prev: undefined } }),
  },
  {
    name: "ISA: an object freed",
    verdict: "invalid",
    reason: "pdf-object-freed",
    build: (scene) =>
      rawUpdate(scene.signed[1], {}, { extraXref: `${scene.numbers.content} 1\n0000000000 00000 f \n` }),
  },
  {
    name: "ISA: an update that says the file is encrypted",
    verdict: "invalid",
    reason: "pdf-encrypted",
    build: (scene) => hidingUpdate(scene, { trailer: { Encrypt: "900 0 R" } }),
  },
  {
    name: "ISA: a hybrid table that points at a cross-reference stream",
    verdict: "invalid",
    reason: "pdf-unsupported",
    build: (scene) => hidingUpdate(scene, { trailer: { XRefStm: "15" } }),
  },
  {
    name: "ISA: an update with a cross-reference stream",
    verdict: "invalid",
    reason: "pdf-unsupported",
    build: (scene) => {
      const stream = streamText("/Type /XRef /W [1 4 1] /Size 901 /Root 3 0 R", "\0".repeat(6));
      const startByte = scene.signed[1].length;
      return append(scene.signed[1], `900 0 obj\n${stream}\nendobj\nstartxref\n${startByte}\n%%EOF\n`);
    },
  },
  {
    name: "ISA: objects inside an object stream",
    verdict: "invalid",
    reason: "pdf-unsupported",
    build: (scene) => rawUpdate(scene.signed[1], { 900: streamText("/Type /ObjStm /N 1 /First 4", "8 0 <<>>") }),
  },
  {
    name: "ISA: the same object under a higher generation",
    verdict: "invalid",
    reason: "pdf-syntax",
    build: (scene) => {
      return hidingUpdate(scene, { beforeXref: `${scene.numbers.content} 1 obj\n${whiteRectangle}\nendobj\n` });
    },
  },
  {
    name: "ISA: a comment between objects",
    verdict: "invalid",
    reason: "pdf-stray-bytes",
    build: (scene) => hidingUpdate(scene, { beforeXref: "% nothing to see\n" }),
  },
  {
    name: "ISA: a comment inside an object",
    verdict: "invalid",
    reason: "pdf-syntax",
    build: (scene) => rawUpdate(scene.signed[1], { 900: "<</A 1 % comment\n>>" }),
  },
  {
    name: "ISA: a size that leaves out the highest object",
    verdict: "invalid",
    reason: "pdf-xref",
    build: (scene) => hidingUpdate(scene, { trailer: { Size: "5" } }),
  },
  {
    name: "SHADOW: a second definition in one revision that its table does not list",
    verdict: "invalid",
    reason: "pdf-object-hidden",
    build: (scene) => {
      return rawUpdate(scene.signed[0], { 900: "<<>>" }, { unlisted: { [scene.numbers.content]: whiteRectangle } });
    },
  },
  {
    name: "SHADOW: the same object defined twice in one revision",
    verdict: "invalid",
    reason: "pdf-object-hidden",
    build: (scene) => hidingUpdate(scene, { unlisted: { [scene.numbers.content]: whiteRectangle } }),
  },
  {
    name: "SHADOW: a table entry that points into an earlier revision",
    verdict: "invalid",
    reason: "pdf-xref",
    build: (scene) => {
      return rawUpdate(
        scene.signed[0],
        { 900: "<<>>" },
        { extraXref: `${scene.numbers.content} 1\n0000000015 00000 n \n` },
      );
    },
  },
  {
    name: "rubbish behind the end mark",
    verdict: "invalid",
    reason: "pdf-ending",
    build: (scene) => append(scene.signed[1], "rubbish"),
  },
  {
    name: "one more line break behind the end mark",
    verdict: "invalid",
    reason: "pdf-ending",
    build: (scene) => append(scene.signed[1], "\n"),
  },
  {
    name: "a second end mark",
    verdict: "invalid",
    reason: "pdf-ending",
    build: (scene) => append(scene.signed[1], "%%EOF\n"),
  },
  {
    name: "one byte before the header",
    verdict: "invalid",
    reason: "pdf-header",
    build: (scene) => Buffer.concat([Buffer.from("\n"), scene.signed[1]]),
  },
  {
    name: "the last byte cut off",
    verdict: "invalid",
    reason: "pdf-ending",
    build: (scene) => scene.signed[1].subarray(0, -1),
  },
  {
    name: "a file cut in the middle",
    verdict: "invalid",
    build: (scene) => scene.signed[1].subarray(0, scene.signed[1].length / 2),
  },
  { name: "an empty file", verdict: "invalid", reason: "pdf-header", build: () => new Uint8Array() },
];
