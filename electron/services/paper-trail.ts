import type { PaperTrail } from "../../shared/contract/calls/proof.ts";
import { readPaper } from "../pdf/paper/read-paper.ts";
import { readPdf } from "../pdf/structure/pdf-file.ts";
import { readEmbeddedData } from "../pdf/verification/embedded-data.ts";
import type { VerdictWord } from "../pdf/verification/verdict.ts";
import type { OpenSession } from "./session.ts";

/** A paper that was verified. */
export interface VerifiedPaper {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly verdict: VerdictWord;
}

/**
 * How the end of the trail that a paper prints compares with this vault's trail. A paper does not name its vault: it belongs
 * to this one when the trail passes through that very end, or when this vault keeps the paper. Only a paper that is intact
 * is compared, since anybody can write an end into another.
 */
export function comparePaperTrail({ tables }: OpenSession, { bytes, sha256, verdict }: VerifiedPaper): PaperTrail {
  if (verdict === "invalid" || verdict === "unsigned") return "not-compared";
  const printed = printedTrail(bytes);
  if (printed === undefined || printed.count === 0) return "not-compared";
  if (tables.audit.hashAt(printed.count) === printed.headHash) return "agrees";
  if (!tables.reports.keeps(sha256)) return "other-vault";
  return printed.count > tables.audit.head().count ? "behind" : "differs";
}

function printedTrail(bytes: Uint8Array): { readonly count: number; readonly headHash: string } | undefined {
  const file = readPdf(bytes);
  const data = file.ok ? readEmbeddedData(file.value) : undefined;
  if (data === undefined) return undefined;
  try {
    const paper = readPaper(JSON.parse(data.bytes.toString("utf8")));
    return paper.ok ? paper.value.trail : undefined;
  } catch {
    return undefined;
  }
}
