import { nameOf, type PdfDictionary, type PdfObject, textOf } from "../structure/objects.ts";
import type { ReasonCode } from "./reasons.ts";

/** What a signature dictionary says beside the signature itself. */
export interface SignatureEntries {
  readonly reasons: readonly ReasonCode[];
  readonly claimedTimeMs: number | undefined;
  /** The name other programs show; must be the certificate's. */
  readonly statedName: string | undefined;
  readonly statedReason: string | undefined;
}

const allowedKeys: ReadonlySet<string> = new Set([
  "Type",
  "Filter",
  "SubFilter",
  "ByteRange",
  "Contents",
  "M",
  "Name",
  "Reason",
  "Reference",
]);

/** Reads the entries our signatures have and names whatever differs. */
export function readEntries({ entries }: PdfDictionary): SignatureEntries {
  const reasons: ReasonCode[] = [];
  const hasOnlyKnown = [...entries.keys()].every((key) => allowedKeys.has(key));
  const isSignature = nameOf(entries.get("Type")) === "Sig" && nameOf(entries.get("Filter")) === "Adobe.PPKLite";
  const name = entries.get("Name");
  const reason = entries.get("Reason");
  const areWords = [name, reason].every(isTextOrAbsent);
  if (!hasOnlyKnown || !isSignature || !areWords) reasons.push("signature-dictionary");
  if (nameOf(entries.get("SubFilter")) !== "ETSI.CAdES.detached") reasons.push("signature-format");
  const stated = entries.get("M");
  const claimedTimeMs = stated?.kind === "string" ? parsePdfDate(textOf(stated)) : undefined;
  if (claimedTimeMs === undefined) reasons.push("claimed-time-malformed");
  return { reasons, claimedTimeMs, statedName: wordsOf(name), statedReason: wordsOf(reason) };
}

function isTextOrAbsent(object: PdfObject | undefined): boolean {
  return object === undefined || object.kind === "string";
}

function wordsOf(object: PdfObject | undefined): string | undefined {
  return object?.kind === "string" ? textOf(object) : undefined;
}

/** Epoch milliseconds for the one notation our signatures use: UTC, whole seconds. */
function parsePdfDate(text: string): number | undefined {
  const parts = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const timeMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(timeMs) ? undefined : timeMs;
}
