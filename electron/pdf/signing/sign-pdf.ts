import { createHash } from "node:crypto";
import { err, ok, type Result } from "../../../shared/result.ts";
import { type PdfStream, pdfDictionary, pdfHexString, pdfReference, withEntries } from "../structure/objects.ts";
import { type PdfFile, readPdf } from "../structure/pdf-file.ts";
import type { SignatureField } from "../structure/pdf-view.ts";
import { beginUpdate } from "../structure/update.ts";
import type { ReasonCode } from "../verification/reasons.ts";
import type { Verdict } from "../verification/verdict.ts";
import { verifyPdf } from "../verification/verify-pdf.ts";
import { type AppearanceRefusal, drawAppearance, type FieldSize } from "./appearance.ts";
import { signCms } from "./cms.ts";
import { fillSignature } from "./fill-signature.ts";
import type { GlyphOutliner } from "./glyph-outlines.ts";
import type { SigningIdentity } from "./identity.ts";
import { signatureDictionary } from "./signature-dictionary.ts";
import { openSigner, type Signer, type SignerRefusal } from "./signer.ts";

export interface SignRequest {
  /** The paper so far, as read from where it is kept. */
  readonly bytes: Uint8Array;
  readonly fieldName: string;
  readonly identity: SigningIdentity;
  /** What the signer's clock says, epoch milliseconds; whole seconds are kept. */
  readonly claimedTimeMs: number;
  /** The words drawn into the field; line feeds begin new lines. */
  readonly appearanceText: string;
  readonly outliner: GlyphOutliner;
  readonly reason?: string;
  /** Forbids every later change but further signatures. The first signature does so unless told not to. */
  readonly certify?: boolean;
  /** Smallest RSA modulus accepted, in bits. */
  readonly minimumRsaBits?: number;
}

export type SignRefusal =
  | AppearanceRefusal
  | { readonly code: SignerRefusal }
  | {
      readonly code:
        | "field-unknown"
        | "field-signed"
        /** An earlier signature forbids signing this field. */
        | "field-locked"
        /** Only the first signature can certify. */
        | "certify-not-first"
        /** The stated time lies outside the certificate's validity. */
        | "identity-expired"
        /** Certificate chain larger than the room kept for a signature. */
        | "signature-too-large";
    }
  | {
      /** The file given fails verification, or the file made would; nothing is handed out. */
      readonly code: "pdf-refused" | "signature-self-check-failed";
      readonly reasons: readonly ReasonCode[];
    };

/**
 * Signs one empty field as an incremental update: the bytes given stay as they are, and only the field, the
 * signature, its drawing and, the first time, the catalogue are written behind them. The whole file is verified
 * before and after. The caller overwrites the key bytes in `identity`.
 */
export async function signPdf(request: SignRequest): Promise<Result<Uint8Array, SignRefusal>> {
  const before = await verify(request.bytes, request, []);
  if (before.verdict === "invalid") return err({ code: "pdf-refused", reasons: before.reasons.filter(isAboutTheFile) });
  const file = readPdf(request.bytes);
  if (!file.ok) return err({ code: "pdf-refused", reasons: [file.error] });
  const signer = openSigner(request.identity, request.minimumRsaBits);
  if (!signer.ok) return err({ code: signer.error });
  const field = file.value
    .view()
    .signatureFields()
    .find(({ name }) => name === request.fieldName);
  const refusal = refusalOf(request, before, field, signer.value);
  if (field === undefined || refusal !== undefined) return err({ code: refusal ?? "field-unknown" });
  const drawing = drawAppearance(request.appearanceText, sizeOf(field), request.outliner);
  if (!drawing.ok) return drawing;
  const certifies = request.certify ?? before.signatures.length === 0;
  const unsigned = appendField({ request, file: file.value, field, signer: signer.value, certifies }, drawing.value);
  const signed = fillSignature(unsigned.bytes, unsigned.signatureByte, (digest) => signCms(digest, signer.value));
  if (signed === undefined) return err({ code: "signature-too-large" });
  const reasons = await selfCheck(signed, request, signer.value);
  if (reasons.some(isForbidden)) return err({ code: "field-locked" });
  return reasons.length === 0 ? ok(signed) : err({ code: "signature-self-check-failed", reasons });
}

/** Roots are not looked at before signing, so that nobody vouches for the signers so far says nothing. */
function isAboutTheFile(reason: ReasonCode): boolean {
  return reason !== "root-unknown";
}

function isForbidden(reason: ReasonCode): boolean {
  return reason === "field-locked" || reason === "changes-forbidden";
}

async function verify(bytes: Uint8Array, request: SignRequest, trustedRoots: readonly Uint8Array[]): Promise<Verdict> {
  const { minimumRsaBits, claimedTimeMs } = request;
  return verifyPdf(bytes, {
    trustedRoots,
    nowMs: claimedTimeMs,
    ...(minimumRsaBits === undefined ? {} : { minimumRsaBits }),
  });
}

type FieldRefusal = "field-unknown" | "field-signed" | "certify-not-first" | "identity-expired";

function refusalOf(
  request: SignRequest,
  before: Verdict,
  field: SignatureField | undefined,
  { certificate }: Signer,
): FieldRefusal | undefined {
  if (field === undefined) return "field-unknown";
  if (field.dictionary.entries.has("V")) return "field-signed";
  if (request.certify === true && before.signatures.length > 0) return "certify-not-first";
  const { claimedTimeMs } = request;
  const isValid = claimedTimeMs >= certificate.notBeforeMs && claimedTimeMs <= certificate.notAfterMs;
  return isValid ? undefined : "identity-expired";
}

function sizeOf({ dictionary }: SignatureField): FieldSize {
  const rectangle = dictionary.entries.get("Rect");
  const corners = rectangle?.kind === "array" ? rectangle.items : [];
  const [left = 0, bottom = 0, right = 0, top = 0] = corners.map((item) => (item.kind === "number" ? item.value : 0));
  return { widthPt: right - left, heightPt: top - bottom };
}

interface FieldUpdate {
  readonly request: SignRequest;
  readonly file: PdfFile;
  readonly field: SignatureField;
  readonly signer: Signer;
  readonly certifies: boolean;
}

function appendField(
  { request, file, field, signer, certifies }: FieldUpdate,
  drawing: PdfStream,
): { readonly bytes: Buffer; readonly signatureByte: number } {
  const view = file.view();
  const update = beginUpdate(file);
  const signatureNumber = update.allocate();
  const drawingNumber = update.allocate();
  const lock = field.dictionary.entries.get("Lock");
  const words = {
    signerName: signer.certificate.commonName,
    claimedTimeMs: request.claimedTimeMs,
    reason: request.reason,
  };
  const permissions = {
    certifyLevel: certifies ? (2 as const) : undefined,
    lock: lock === undefined ? undefined : view.dictionary(lock),
    rootNumber: view.rootNumber,
  };
  update.put(signatureNumber, signatureDictionary(words, permissions));
  update.put(drawingNumber, drawing);
  const appearance = pdfDictionary({ N: pdfReference(drawingNumber) });
  const signed = withEntries(field.dictionary, { V: pdfReference(signatureNumber), AP: appearance });
  update.put(field.objectNumber, signed);
  if (certifies) {
    const certified = pdfDictionary({ DocMDP: pdfReference(signatureNumber) });
    update.put(view.rootNumber, withEntries(view.catalog(), { Perms: certified }));
  }
  const { bytes, offsets } = update.append(pdfHexString(revisionId(file.bytes, request.claimedTimeMs)));
  return { bytes, signatureByte: offsets.get(signatureNumber) ?? -1 };
}

/** The changing half of the file identifier: different for every revision, without a clock or chance of its own. */
function revisionId(bytes: Buffer, claimedTimeMs: number): Buffer {
  return createHash("sha256").update(bytes).update(String(claimedTimeMs)).digest().subarray(0, 16);
}

async function selfCheck(signed: Buffer, request: SignRequest, signer: Signer): Promise<readonly ReasonCode[]> {
  const roots = signer.root === undefined ? [] : [signer.root.der];
  const after = await verify(signed, request, roots);
  const own = after.signatures.find(({ field }) => field === request.fieldName);
  const expected = signer.root === undefined ? "indeterminate" : "valid";
  const isIntact = after.verdict === "valid" || after.verdict === "indeterminate";
  if (isIntact && own?.verdict === expected && own.coversWholeFile) return [];
  return after.reasons.length === 0 ? ["verification-failed"] : after.reasons;
}
