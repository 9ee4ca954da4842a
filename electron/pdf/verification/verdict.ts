import type { CheckCode, ReasonCode } from "./reasons.ts";

/** `valid` alone may be shown green. `indeterminate` is an intact file whose signer nobody here vouches for. */
export const verdictWords = ["valid", "indeterminate", "invalid", "unsigned"] as const;
export type VerdictWord = (typeof verdictWords)[number];

export const outcomeWords = ["passed", "failed", "unknown"] as const;
export type OutcomeWord = (typeof outcomeWords)[number];

/** The answer about one file. Holds no path; the names in it come from certificates and are shown as they are. */
export interface Verdict {
  readonly verdict: VerdictWord;
  /** Every reason found, each once. Empty for `valid`. */
  readonly reasons: readonly ReasonCode[];
  /** In the order of signing. */
  readonly signatures: readonly SignatureVerdict[];
  /** One line for each check that was asked for, in fixed order. */
  readonly checks: readonly CheckResult[];
  /** How often the file was saved: the rendering and one for each signature; 0 if the file cannot be read. */
  readonly revisions: number;
  /** The data file inside the signed paper, if there is exactly one and it can be read. */
  readonly embeddedData?: { readonly sha256: string };
}

export interface CheckResult {
  readonly check: CheckCode;
  readonly outcome: OutcomeWord;
}

export interface SignatureVerdict {
  readonly field: string;
  readonly verdict: "valid" | "indeterminate" | "invalid";
  readonly reasons: readonly ReasonCode[];
  /** From the certificate, not from what the signature dictionary says; empty if no certificate could be read. */
  readonly signerName: string;
  readonly organization: string;
  /** Lower-case hexadecimal SHA-256 of the signing certificate; empty if none could be read. */
  readonly fingerprint: string;
  /** Fingerprint of the trusted root the chain ends in, if there is one. */
  readonly rootFingerprint?: string;
  /** What the signer's clock said; nothing proves it. */
  readonly claimedTimeMs?: number;
  /** The reason for signing as the signer wrote it. */
  readonly statedReason?: string;
  /** Which saving of the file the signature covers, counted from 1; 0 if that cannot be told. */
  readonly revision: number;
  /** True if nothing stands in the file that this signature does not cover. */
  readonly coversWholeFile: boolean;
  readonly certifies: boolean;
  readonly checks: readonly CheckResult[];
}
