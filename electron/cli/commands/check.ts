import { type HealthReport, healthLevels } from "../../../shared/domain/health.ts";
import { isTextKey, type Text } from "../../../shared/strings/text.ts";
import type { Command, Outcome } from "../outcome.ts";
import { refused } from "../refused.ts";
import { exitCodes } from "../world.ts";

/** Checks the health of a vault, as the page does. */
export const check: Command = {
  lacking: ({ vault }) => (vault === undefined ? "no-vault" : undefined),
  run: async ({ desk, text }) => {
    const checked = await desk.host.health.check({ taskId: "kura-check" });
    return checked.ok ? outcomeOf(checked.value, text) : refused(text, checked.error);
  },
};

function outcomeOf(report: HealthReport, text: Text): Outcome {
  const lines = report.findings.flatMap(({ code, numbers }) => {
    const todo = `health.${code}-todo`;
    const sentence = `[${text(`health.level-${healthLevels[code]}`)}] ${text(`health.${code}`, numbers)}`;
    return isTextKey(todo) ? [sentence, `  ${text(todo, numbers)}`] : [sentence];
  });
  const isSound = report.findings.every(({ code }) => healthLevels[code] !== "act");
  return {
    exitCode: isSound ? exitCodes.good : exitCodes.found,
    lines,
    facts: {
      ...report,
      findings: report.findings.map((finding) => ({ ...finding, level: healthLevels[finding.code] })),
    },
  };
}
