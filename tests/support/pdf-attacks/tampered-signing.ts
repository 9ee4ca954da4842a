import { drawAppearance } from "../../../electron/pdf/signing/appearance.ts";
import { signCms } from "../../../electron/pdf/signing/cms.ts";
import { fillSignature } from "../../../electron/pdf/signing/fill-signature.ts";
import type { SigningIdentity } from "../../../electron/pdf/signing/identity.ts";
import { signatureDictionary } from "../../../electron/pdf/signing/signature-dictionary.ts";
import { openSigner, type Signer } from "../../../electron/pdf/signing/signer.ts";
import {
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
  pdfDictionary,
  pdfHexString,
  pdfReference,
  withEntries,
} from "../../../electron/pdf/structure/objects.ts";
import type { PdfView } from "../../../electron/pdf/structure/pdf-view.ts";
import { beginUpdate, type PdfUpdate } from "../../../electron/pdf/structure/update.ts";
import { mustExist } from "../../../shared/assert.ts";
import { signingDayMs, testOutliner } from "../signing-people.ts";
import { openFile } from "./scene.ts";

/** What a dishonest signer with a good key does differently. */
export interface Tampering {
  readonly certifies?: boolean;
  readonly claimedTimeMs?: number;
  readonly dictionary?: (dictionary: PdfDictionary, view: PdfView) => PdfDictionary;
  readonly drawing?: (drawing: PdfStream) => PdfStream;
  /** The field's new entries beside the signature. */
  readonly field?: (field: PdfDictionary) => PdfDictionary;
  /** More objects in the same, signed update. */
  readonly also?: (update: PdfUpdate, view: PdfView) => void;
  readonly container?: (digest: Uint8Array, signer: Signer) => Buffer;
  /** Used in place of the checks the app makes on a key. */
  readonly signer?: Signer;
  readonly leaveOutPermissions?: boolean;
}

/** Signs like the app, but for the tampering, and without its checks before and after. */
export async function signTampered(
  bytes: Uint8Array,
  fieldName: string,
  identity: SigningIdentity,
  tampering: Tampering,
): Promise<Uint8Array> {
  const file = openFile(bytes);
  const view = file.view();
  const signer = tampering.signer ?? openForAttack(identity);
  const field = mustExist(
    view.signatureFields().find(({ name }) => name === fieldName),
    "the field exists",
  );
  const drawn = drawAppearance("攻撃者", { widthPt: 155, heightPt: 84 }, await testOutliner());
  const drawing = mustExist(drawn.ok ? drawn.value : undefined, "the words fit");
  const update = beginUpdate(file);
  const signatureNumber = update.allocate();
  const drawingNumber = update.allocate();
  const lock = field.dictionary.entries.get("Lock");
  const dictionary = signatureDictionary(
    {
      signerName: signer.certificate.commonName,
      claimedTimeMs: tampering.claimedTimeMs ?? signingDayMs,
      reason: undefined,
    },
    {
      certifyLevel: tampering.certifies === true ? 2 : undefined,
      lock: lock === undefined ? undefined : view.dictionary(lock),
      rootNumber: view.rootNumber,
    },
  );
  update.put(signatureNumber, tampering.dictionary?.(dictionary, view) ?? dictionary);
  update.put(drawingNumber, tampering.drawing?.(drawing) ?? drawing);
  const appearance = pdfDictionary({ N: pdfReference(drawingNumber) });
  const signed = withEntries(field.dictionary, { V: pdfReference(signatureNumber), AP: appearance });
  update.put(field.objectNumber, tampering.field?.(signed) ?? signed);
  if (tampering.certifies === true && tampering.leaveOutPermissions !== true) {
    const permissions = pdfDictionary({ DocMDP: pdfReference(signatureNumber) });
    update.put(view.rootNumber, withEntries(view.catalog(), { Perms: permissions }));
  }
  tampering.also?.(update, view);
  const { bytes: unsigned, offsets } = update.append(pdfHexString(Buffer.alloc(16, 1)));
  const makeContainer = tampering.container ?? signCms;
  const filled = fillSignature(unsigned, offsets.get(signatureNumber) ?? -1, (digest) => makeContainer(digest, signer));
  return mustExist(filled, "the signature fits");
}

/** Opens an identity of the scene. */
export function openForAttack(identity: SigningIdentity): Signer {
  const signer = openSigner(identity);
  if (!signer.ok) throw new Error(signer.error);
  return signer.value;
}

/** The same dictionary without one entry. */
export function withoutEntry(dictionary: PdfDictionary, key: string): PdfDictionary {
  return { kind: "dictionary", entries: new Map([...dictionary.entries].filter(([name]) => name !== key)) };
}

/** The same drawing with other entries. */
export function redrawn(drawing: PdfStream, entries: Readonly<Record<string, PdfObject>>): PdfStream {
  return { ...drawing, dictionary: withEntries(drawing.dictionary, entries) };
}
