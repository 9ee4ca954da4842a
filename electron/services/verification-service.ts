import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { VerificationResult } from "../../shared/contract/calls/proof.ts";
import { Sha256 } from "../../shared/domain/ids.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { regenerate } from "../pdf/paper/render-paper.ts";
import type { Verdict } from "../pdf/verification/verdict.ts";
import { verifyInWorker } from "../pdf/verification/verify-in-worker.ts";
import type { Clock, Dialogs, Paths } from "../ports.ts";
import { displayName } from "../security/display-name.ts";
import { comparePaperTrail } from "./paper-trail.ts";
import { type ReadRefusal, readBounded } from "./read-bounded.ts";
import type { Session } from "./session.ts";
import { trustedRoots } from "./trusted-issuers.ts";

/** Verifies any PDF from outside, in a worker that can be killed. */
export interface VerificationService {
  verify(): Promise<Result<VerificationResult, { readonly code: "cancelled" | ReadRefusal }>>;
}

/** Largest PDF looked at, in bytes. */
const pdfLimitBytes = 64 * 1024 * 1024;

interface Parts {
  readonly session: Session;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly paths: Paths;
  readonly workerUrl?: URL | undefined;
}

export function createVerificationService(parts: Parts): VerificationService {
  const { session, clock, dialogs, paths, workerUrl } = parts;
  return {
    verify: async () => {
      const path = await dialogs.openFile("signed-pdf");
      if (path === undefined) return err({ code: "cancelled" });
      const bytes = await readBounded(path, pdfLimitBytes);
      if (!bytes.ok) return err({ code: bytes.error });
      const open = session.current();
      const verdict = await verifyInWorker({
        bytes: bytes.value,
        options: {
          // With the vault locked no root is known, and the best verdict is that the signer's trust is unknown.
          trustedRoots: open === undefined ? [] : trustedRoots(open),
          nowMs: clock.nowMs(),
        },
        regenerate: async (data) => {
          const drawn = await regenerate(data, paths.fonts);
          // The comparison takes any throw as "could not be drawn again", which is a verdict of its own.
          if (!drawn.ok) throw new Error(`Not drawn again: ${drawn.error.code}`);
          return drawn.value.bytes;
        },
        ...(workerUrl === undefined ? {} : { workerUrl }),
      });
      const fileSha256 = Sha256.parse(createHash("sha256").update(bytes.value).digest("hex"));
      const still = session.current();
      const trail =
        still === undefined
          ? "not-compared"
          : comparePaperTrail(still, { bytes: bytes.value, sha256: fileSha256, verdict: verdict.verdict });
      const found = { file: fileSha256, verdict: verdict.verdict, trail };
      still?.write(() => still.note("pdf-verified", null, found));
      return ok({
        ...toResult(verdict),
        trail,
        fileName: displayName(basename(path)),
        sizeBytes: bytes.value.length,
        fileSha256,
      });
    },
  };
}

function toResult(verdict: Verdict): Omit<VerificationResult, "fileName" | "sizeBytes" | "fileSha256" | "trail"> {
  return {
    verdict: verdict.verdict,
    reasons: [...verdict.reasons],
    signatures: verdict.signatures.map((signature) => ({
      field: signature.field,
      signerName: signature.signerName,
      fingerprint: signature.fingerprint,
      claimedAt: signature.claimedTimeMs === undefined ? null : Instant.parse(signature.claimedTimeMs),
      outcome: signature.verdict,
      reasons: [...signature.reasons],
    })),
    checks: verdict.checks.map(({ check, outcome }) => ({ check, outcome })),
  };
}
