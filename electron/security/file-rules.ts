import { err, ok, type Result } from "../../shared/result.ts";

/** Largest file that may come in as evidence, in bytes: 2 GiB. */
export const evidenceLimitBytes = 2 * 1_024 ** 3;

/** How many bytes from the start of a file `judgeEvidenceFile` wants to see; shorter files are given whole. */
export const evidenceHeadBytes = 4_096;

/** What is known of a file before it is taken in. */
export interface FileFacts {
  readonly name: string;
  readonly sizeBytes: number;
  /** The first `evidenceHeadBytes` bytes, or all of a shorter file. */
  readonly head: Uint8Array;
}

/** Why a file may not come in. */
export type FileRefusal = "file-too-large" | "file-type-refused";

/** A kind of file that may come in: how it is named and how its bytes begin. */
interface FileKind {
  readonly extensions: readonly string[];
  readonly mediaType: string;
  readonly fits: (head: Uint8Array) => boolean;
}

// Archives, programs, scripts, office files with macros and SVG are not here, and what is not here is refused.
const kinds: readonly FileKind[] = [
  { extensions: ["pdf"], mediaType: "application/pdf", fits: isPdf },
  { extensions: ["png"], mediaType: "image/png", fits: starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { extensions: ["jpg", "jpeg"], mediaType: "image/jpeg", fits: starts([0xff, 0xd8, 0xff]) },
  { extensions: ["tif", "tiff"], mediaType: "image/tiff", fits: isTiff },
  { extensions: ["txt"], mediaType: "text/plain", fits: isText },
  { extensions: ["csv"], mediaType: "text/csv", fits: isText },
  { extensions: ["htm", "html"], mediaType: "text/html", fits: isMarkup },
  { extensions: ["mht", "mhtml"], mediaType: "multipart/related", fits: isMessage },
  { extensions: ["eml"], mediaType: "message/rfc822", fits: isMessage },
  {
    extensions: ["xlsx"],
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    fits: isOfficePackage("xl/"),
  },
  {
    extensions: ["docx"],
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    fits: isOfficePackage("word/"),
  },
  {
    extensions: ["pptx"],
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    fits: isOfficePackage("ppt/"),
  },
];

/** Extensions that evidence may have, without the dot, for the host's dialog. */
export const evidenceExtensions: readonly string[] = kinds.flatMap((kind) => kind.extensions);

/**
 * Decides whether a file may come in as evidence and gives its media type. The extension says what it claims to be, the
 * first bytes must agree. `file-too-large` above 2 GiB, `file-type-refused` for any other kind and for empty files.
 */
export function judgeEvidenceFile(file: FileFacts): Result<{ readonly mediaType: string }, FileRefusal> {
  if (file.sizeBytes > evidenceLimitBytes) return err("file-too-large");
  const extension = extensionOf(file.name);
  const kind = kinds.find((candidate) => candidate.extensions.includes(extension));
  if (kind === undefined || file.head.length === 0 || !kind.fits(file.head)) return err("file-type-refused");
  return ok({ mediaType: kind.mediaType });
}

/** Whether a file of this name can be of a kind that may come in; its bytes are judged when they are there. */
export function judgeFileName(name: string): boolean {
  return evidenceExtensions.includes(extensionOf(name));
}

/** The part after the last dot in lower case, or nothing. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
}

function starts(magic: readonly number[]): (head: Uint8Array) => boolean {
  return (head) => magic.every((byte, index) => head[index] === byte);
}

/** Bytes as text in which one character is one byte. */
function latin1(head: Uint8Array, limit = head.length): string {
  return Buffer.from(head.buffer, head.byteOffset, Math.min(limit, head.length)).toString("latin1");
}

/** Readers accept bytes before the header within the first kilobyte, and so do we. */
function isPdf(head: Uint8Array): boolean {
  return latin1(head, 1_024).includes("%PDF-");
}

function isTiff(head: Uint8Array): boolean {
  return starts([0x49, 0x49, 0x2a, 0x00])(head) || starts([0x4d, 0x4d, 0x00, 0x2a])(head);
}

/** Text in UTF-8, Shift_JIS, EUC-JP or ISO-2022-JP has no control bytes but these; UTF-16 must say so by its mark. */
function isText(head: Uint8Array): boolean {
  if (starts([0xff, 0xfe])(head) || starts([0xfe, 0xff])(head)) return true;
  return head.every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte));
}

function isMarkup(head: Uint8Array): boolean {
  // Dropping NUL bytes makes the look for a tag work in UTF-16 as well.
  return (
    isText(head) &&
    /<(?:!doctype|html|head|body|meta|title|div|p|table|!--|\?xml)/iu.test(latin1(head).replaceAll("\0", ""))
  );
}

/** A mail or a saved page begins with header lines, `Name: value`. */
function isMessage(head: Uint8Array): boolean {
  const text = latin1(head).replace(/^(?:\xef\xbb\xbf|From [^\r\n]*\r?\n)/u, "");
  return isText(head) && /^[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]/u.test(text);
}

/** A ZIP package whose first entry is one that office programs write first, or lies in the program's own folder. */
function isOfficePackage(folder: string): (head: Uint8Array) => boolean {
  const firstNames = ["[Content_Types].xml", "_rels/", "docProps/", "customXml/", folder];
  return (head) => {
    if (!starts([0x50, 0x4b, 0x03, 0x04])(head) || head.length < 30) return false;
    const nameLength = (head[26] ?? 0) + (head[27] ?? 0) * 256;
    const name = latin1(head).slice(30, 30 + nameLength);
    return firstNames.some((first) => name.startsWith(first));
  };
}
