import type { TrailVerdict } from "../../../shared/domain/audit.ts";
import type { Text } from "../../../shared/strings/text.ts";
import type { Command, Outcome } from "../outcome.ts";
import { refused } from "../refused.ts";
import { exitCodes } from "../world.ts";

/** Verifies the trail inside a vault. No content of a case is read. */
export const verifyTrail: Command = {
  lacking: ({ vault }) => (vault === undefined ? "no-vault" : undefined),
  run: async ({ desk, text }) => {
    const checked = await desk.host.trail.check({});
    return checked.ok ? outcomeOf(checked.value, text) : refused(text, checked.error);
  },
};

function outcomeOf(verdict: TrailVerdict, text: Text): Outcome {
  const findings = verdict.findings.map(({ fault, brokenAt, noticedAt }) => [
    text(`trail.verdict-${fault}`, { at: brokenAt, noticed: noticedAt }),
    `  ${text(`trail.advice-${fault}`)}`,
  ]);
  const isWhole = verdict.verdict === "whole";
  const summary = text(isWhole ? "cli.trailWhole" : "cli.trailNotWhole", { count: verdict.count });
  return {
    exitCode: isWhole ? exitCodes.good : exitCodes.found,
    lines: [summary, text("cli.trailHead", { head: verdict.head, signed: verdict.signedCount }), ...findings.flat()],
    facts: { ...verdict },
  };
}
