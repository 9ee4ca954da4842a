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

/** Signs a freshly drawn paper as its reviewer: the first signature, which also certifies that only others may follow. */
export async function signPaper(request: {
  bytes: Uint8Array;
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
    fieldName: "sig.reviewer",
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
