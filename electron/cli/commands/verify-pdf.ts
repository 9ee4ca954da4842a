import type { VerificationResult } from "../../../shared/contract/calls/proof.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Result } from "../../../shared/result.ts";
import { isTextKey, type Text } from "../../../shared/strings/text.ts";
import { combine } from "../combine.ts";
import type { Command, Outcome } from "../outcome.ts";
import { refused } from "../refused.ts";
import { exitCodes } from "../world.ts";

/** Verifies signed papers; with a vault, the issuers it trusts are known. */
export const verifyPdf: Command = {
  lacking: ({ files }) => (files.length === 0 ? "no-file" : undefined),
  run: async ({ desk, asked, text }) => {
    const outcomes: Outcome[] = [];
    for (const file of asked.files) {
      desk.choose("signed-pdf", file);
      outcomes.push(outcomeOf(await desk.host.verification.verify({}), { file, text }));
    }
    return combine(outcomes);
  },
};

function outcomeOf(verified: Result<VerificationResult, Fault>, { file, text }: { file: string; text: Text }): Outcome {
  if (!verified.ok) {
    const { lines, ...rest } = refused(text, verified.error);
    return { ...rest, lines: [`${file}: ${lines.join(" ")}`] };
  }
  const { verdict, signatures, reasons, checks, trail, fileSha256 } = verified.value;
  const words = [...new Set([...reasons, ...signatures.flatMap((signature) => signature.reasons)])]
    .map((reason) => `verification.reason.${reason}`)
    .flatMap((key) => (isTextKey(key) ? [`  - ${text(key)}`] : []));
  const isContradicted = trail === "behind" || trail === "differs";
  return {
    exitCode: verdict === "valid" && !isContradicted ? exitCodes.good : exitCodes.found,
    lines: [
      `${file}: ${text(`verification.verdict.${verdict}`)}`,
      `  ${text(`verification.meaning.${verdict}`)}`,
      ...signatures.map(
        ({ signerName, fingerprint }) => `  ${text("cli.signedBy", { name: signerName, fingerprint })}`,
      ),
      ...words,
      ...(trail === "not-compared" ? [] : [`  ${text("verify.trailCheck")}: ${text(`verify.trail-${trail}`)}`]),
    ],
    facts: { file, verdict, reasons, fileSha256, signatures, checks, trail },
  };
}
