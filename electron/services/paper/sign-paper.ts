import { err, ok, type Result } from "../../../shared/result.ts";
import { createText, type Locale } from "../../../shared/strings/text.ts";
import { loadGlyphOutliner } from "../../pdf/signing/glyph-outlines.ts";
import type { SigningIdentity } from "../../pdf/signing/identity.ts";
import { signPdf } from "../../pdf/signing/sign-pdf.ts";

/** Why a paper was not signed. */
export type SignPaperRefusal = {
  readonly code: "identity-expired" | "glyph-missing" | "signature-self-check-failed";
  readonly details?: Readonly<Record<string, string | number>>;
};

/**
 * Signs a paper in one of its fields. The reviewer signs the freshly drawn paper, which also certifies that nothing but
 * signatures may follow; the approver signs what the reviewer signed, behind it, and changes none of its bytes.
 */
export async function signPaper(request: {
  bytes: Uint8Array;
  field: "sig.reviewer" | "sig.approver";
  identity: SigningIdentity;
  nowMs: number;
  signer: string;
  locale: Locale;
  fontsFolder: string;
}): Promise<Result<Uint8Array, SignPaperRefusal>> {
  const text = createText(request.locale);
  const at = new Date(request.nowMs + 9 * 60 * 60 * 1000).toISOString().slice(0, 16).replace("T", " ");
  const appearanceText = `${request.signer}\n${text("draft.signedAt", { at })}`;
  const outliner = await loadGlyphOutliner(request.fontsFolder, [appearanceText]);
  if (!outliner.ok) throw new Error(`Fonts cannot be read: ${outliner.error.code}`);
  const signed = await signPdf({
    bytes: request.bytes,
    fieldName: request.field,
    identity: request.identity,
    claimedTimeMs: request.nowMs,
    appearanceText,
    outliner: outliner.value,
  });
  if (signed.ok) return ok(signed.value);
  if (signed.error.code === "identity-expired") return err({ code: "identity-expired" });
  if (signed.error.code === "glyph-missing") return err({ code: "glyph-missing" });
  return err({ code: "signature-self-check-failed", details: { reason: signed.error.code } });
}
