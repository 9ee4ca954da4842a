import type { CreatedIdentity } from "../../../electron/pdf/signing/identity.ts";
import type { PdfObject } from "../../../electron/pdf/structure/objects.ts";
import { nameOf } from "../../../electron/pdf/structure/objects.ts";
import { type PdfFile, readPdf } from "../../../electron/pdf/structure/pdf-file.ts";
import type { ReasonCode } from "../../../electron/pdf/verification/reasons.ts";
import type { VerdictWord } from "../../../electron/pdf/verification/verdict.ts";
import { mustExist } from "../../../shared/assert.ts";
import { renderSamplePdf } from "../sample-pdf.ts";
import { createPerson, people, signField, signingDayMs } from "../signing-people.ts";

/** One hostile file: how it is made, and what the verifier must say. */
export interface Attack {
  readonly name: string;
  readonly verdict: VerdictWord;
  /** A reason that must be among those given; none for files that must be found good. */
  readonly reason?: ReasonCode;
  readonly requiredFields?: readonly string[];
  /** Trusted in place of the three people's roots. */
  readonly roots?: (scene: Scene) => readonly Uint8Array[];
  readonly nowMs?: number;
  readonly existedAtMs?: number;
  readonly minimumRsaBits?: number;
  readonly build: (scene: Scene) => Uint8Array | Promise<Uint8Array>;
}

/** The honest files every attack begins with. */
export interface Scene {
  readonly base: Uint8Array;
  /** One, two and three signatures. */
  readonly signed: readonly [Uint8Array, Uint8Array, Uint8Array];
  readonly reviewer: CreatedIdentity;
  readonly approver: CreatedIdentity;
  readonly chair: CreatedIdentity;
  /** Numbers of the objects attacks aim at; the same in every file of the scene. */
  readonly numbers: SceneNumbers;
}

export interface SceneNumbers {
  readonly catalog: number;
  readonly pages: number;
  readonly page: number;
  readonly content: number;
  readonly fontFile: number;
  readonly font: number;
  readonly attachment: number;
  readonly metadata: number;
  readonly info: number;
  readonly form: number;
  readonly reviewerField: number;
  readonly approverField: number;
  readonly chairField: number;
}

/** Renders and signs the honest files. */
export async function createScene(): Promise<Scene> {
  const base = await renderSamplePdf();
  const [reviewer, approver, chair] = await Promise.all(Object.values(people).map(createPerson));
  if (reviewer === undefined || approver === undefined || chair === undefined) throw new Error("three people");
  const first = await signField(base, "sig.reviewer", reviewer, signingDayMs);
  const second = await signField(first, "sig.approver", approver, signingDayMs + 3_600_000);
  const third = await signField(second, "sig.chair", chair, signingDayMs + 7_200_000);
  return { base, signed: [first, second, third], reviewer, approver, chair, numbers: numbersOf(openFile(base)) };
}

/** Reads a file that must be readable. */
export function openFile(bytes: Uint8Array): PdfFile {
  const file = readPdf(bytes);
  if (!file.ok) throw new Error(file.error);
  return file.value;
}

/** The text of an object of the newest revision as it stands in the file, without its header and end. */
export function bodyOf(bytes: Uint8Array, objectNumber: number): string {
  const file = openFile(bytes);
  const holder = mustExist(
    file.revisions.findLast(({ objects }) => objects.has(objectNumber))?.objects.get(objectNumber),
    "the object exists",
  );
  const text = file.bytes.toString("latin1", holder.startByte, holder.endByte);
  return text.slice(text.indexOf("obj\n") + 4, text.lastIndexOf("\nendobj"));
}

function numbersOf(file: PdfFile): SceneNumbers {
  const view = file.view();
  const objects = [...mustExist(file.revisions[0], "a first revision").objects.values()];
  const number = (matches: (object: PdfObject) => boolean): number => {
    return mustExist(
      objects.find(({ object }) => matches(object)),
      "the sample has such an object",
    ).objectNumber;
  };
  const ofType =
    (type: string) =>
    (object: PdfObject): boolean => {
      const dictionary = object.kind === "stream" ? object.dictionary : object;
      return dictionary.kind === "dictionary" && nameOf(dictionary.entries.get("Type")) === type;
    };
  const reference = (object: PdfObject | undefined): number =>
    object?.kind === "reference" ? object.objectNumber : -1;
  const page = number(ofType("Page"));
  const field = (name: string): number => {
    return mustExist(
      view.signatureFields().find((found) => found.name === name),
      "the field exists",
    ).objectNumber;
  };
  return {
    catalog: view.rootNumber,
    pages: number(ofType("Pages")),
    page,
    content: reference(view.dictionary(view.find(page)).entries.get("Contents")),
    fontFile: reference(view.dictionary(view.find(number(ofType("FontDescriptor")))).entries.get("FontFile2")),
    font: number(ofType("Font")),
    attachment: number(ofType("EmbeddedFile")),
    metadata: number(ofType("Metadata")),
    info: reference(mustExist(file.revisions[0], "a first revision").xref.trailer.entries.get("Info")),
    form: reference(view.catalog().entries.get("AcroForm")),
    reviewerField: field("sig.reviewer"),
    approverField: field("sig.approver"),
    chairField: field("sig.chair"),
  };
}
