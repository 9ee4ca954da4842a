import {
  type PdfArray,
  type PdfDictionary,
  type PdfObject,
  pdfArray,
  pdfDictionary,
  pdfHexString,
  pdfName,
  pdfNumber,
  pdfReference,
  pdfText,
  withEntries,
} from "../structure/objects.ts";

/** Room kept for one signature container, in bytes; ours have one to four thousand, a long chain a few more. */
export const contentsReserveBytes = 12_000;

/** Stands where the real byte range goes: as wide as the widest, so that filling it in moves nothing. */
export const byteRangePlaceholder = "[0 9999999999 9999999999 9999999999]";

export interface SignatureWords {
  readonly signerName: string;
  readonly claimedTimeMs: number;
  readonly reason: string | undefined;
}

export interface SignaturePermissions {
  /** 2: later changes are limited to filling in signature fields. Undefined for a signature that does not certify. */
  readonly certifyLevel: 2 | undefined;
  /** The field's own lock, which becomes part of what is signed. */
  readonly lock: PdfDictionary | undefined;
  readonly rootNumber: number;
}

/** The dictionary a signature field points at, with room where the signature goes. */
export function signatureDictionary(words: SignatureWords, permissions: SignaturePermissions): PdfDictionary {
  return pdfDictionary({
    Type: pdfName("Sig"),
    Filter: pdfName("Adobe.PPKLite"),
    SubFilter: pdfName("ETSI.CAdES.detached"),
    ByteRange: pdfArray([0, 9_999_999_999, 9_999_999_999, 9_999_999_999].map(pdfNumber)),
    Contents: pdfHexString(Buffer.alloc(contentsReserveBytes)),
    M: pdfText(pdfDate(words.claimedTimeMs)),
    Name: pdfText(words.signerName),
    Reason: words.reason === undefined ? undefined : pdfText(words.reason),
    Reference: references(permissions),
  });
}

/** A time in the notation of PDF, UTC, whole seconds. */
function pdfDate(timeMs: number): string {
  const digits = new Date(timeMs).toISOString().replace(/[-:T]/g, "").slice(0, 14);
  return `D:${digits}Z`;
}

function references({ certifyLevel, lock, rootNumber }: SignaturePermissions): PdfArray | undefined {
  const items: PdfObject[] = [];
  if (certifyLevel !== undefined) {
    items.push(
      pdfDictionary({
        Type: pdfName("SigRef"),
        TransformMethod: pdfName("DocMDP"),
        TransformParams: pdfDictionary({
          Type: pdfName("TransformParams"),
          P: pdfNumber(certifyLevel),
          V: pdfName("1.2"),
        }),
      }),
    );
  }
  if (lock !== undefined) {
    items.push(
      pdfDictionary({
        Type: pdfName("SigRef"),
        TransformMethod: pdfName("FieldMDP"),
        Data: pdfReference(rootNumber),
        TransformParams: lockParameters(lock),
      }),
    );
  }
  return items.length === 0 ? undefined : pdfArray(items);
}

/** What a lock says, in the words of a signature that carries it out. */
export function lockParameters(lock: PdfDictionary): PdfDictionary {
  return withEntries(lock, { Type: pdfName("TransformParams"), V: pdfName("1.2") });
}
