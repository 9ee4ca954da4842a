import type { TrailVerdict } from "../../../shared/domain/audit.ts";
import type { Text } from "../../../shared/strings/text.ts";
import { verifyTrailExport } from "../../trail/trail-export.ts";
import { combine } from "../combine.ts";
import type { Command, Outcome } from "../outcome.ts";
import { readFileBounded } from "../read-file.ts";
import { refused } from "../refused.ts";
import { exitCodes } from "../world.ts";

/** Verifies an exported trail without any vault, or the trail inside one. No content of a case is read. */
export const verifyTrail: Command = {
  lacking: ({ vault, files }) => (vault === undefined && files.length === 0 ? "no-file-or-vault" : undefined),
  run: async ({ desk, asked, text }) => {
    if (asked.vault === undefined) return combine(asked.files.map((file) => verifyExport(file, text)));
    const checked = await desk.host.trail.check({});
    return checked.ok ? outcomeOf(checked.value, text) : refused(text, checked.error);
  },
};

function verifyExport(file: string, text: Text): Outcome {
  const bytes = readFileBounded(file);
  if (bytes === undefined) return inFile(file, refused(text, { code: "file-unreadable" }));
  const verified = verifyTrailExport(bytes);
  if (!verified.ok) {
    const { code, line } = verified.error;
    const lines = [text(`cli.${code}`, { line })];
    return inFile(file, { exitCode: exitCodes.refused, lines, facts: { error: { code, line } } });
  }
  const { header, verdict } = verified.value;
  const { lines, ...outcome } = outcomeOf(verdict, text);
  const about = text("cli.trailOf", { vaultId: header.vaultId, by: header.exportedBy, at: isoOf(header.exportedAt) });
  return inFile(file, { ...outcome, lines: [about, ...lines], facts: { ...outcome.facts, export: header } });
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

function inFile(file: string, { exitCode, lines, facts }: Outcome): Outcome {
  const [first = "", ...others] = lines;
  return { exitCode, lines: [`${file}: ${first}`, ...others.map((line) => `  ${line}`)], facts: { file, ...facts } };
}

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
