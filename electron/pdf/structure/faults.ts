/**
 * Every way bytes can fail to be a file of ours, with what was seen.
 * The sentence a person reads for each stands in `strings` under `verification.reason.<code>`.
 */
export const pdfFaultCodes = {
  "pdf-too-large": "the file is larger than the reader accepts",
  "pdf-header": "the file does not begin with the header our exports carry",
  "pdf-ending": "the file does not end with startxref and the end mark, or bytes follow them",
  "pdf-stray-bytes": "bytes stand between objects that belong to nothing",
  "pdf-syntax": "an object breaks the grammar of our exports",
  "pdf-duplicate-key": "a dictionary holds the same key twice",
  "pdf-nesting": "objects are nested too deeply",
  "pdf-limit": "there are too many objects or revisions, or a stream unpacks to too much",
  "pdf-xref": "a cross-reference table breaks the grammar of our exports",
  "pdf-object-hidden": "an object is defined twice or is not listed where it stands",
  "pdf-object-freed": "an update deletes an object",
  "pdf-revision-chain": "the updates do not point back at one another in order",
  "pdf-trailer-changed": "an update changes the catalogue, the document information or the file's identity",
  "pdf-encrypted": "the file is encrypted",
  "pdf-unsupported": "the file uses a construction our exports never use",
  "pdf-reference": "an object refers to something that is not there or not of the kind expected",
  "pdf-form": "the form is not the flat list of signature fields our exports carry",
} as const;

export type PdfFaultCode = keyof typeof pdfFaultCodes;

/** Thrown inside the reader and turned into a value by `readPdf`; holds a code and a place, never content. */
export class PdfFault extends Error {
  readonly code: PdfFaultCode;
  /** Offset in bytes where the fault was noticed, where that is known. */
  readonly atByte: number | undefined;

  constructor(code: PdfFaultCode, atByte?: number) {
    super(atByte === undefined ? code : `${code} at byte ${atByte}`);
    this.name = "PdfFault";
    this.code = code;
    this.atByte = atByte;
  }
}
