import type { Outcome } from "./outcome.ts";

/** Several files' outcomes as one; the gravest exit code counts. */
export function combine(outcomes: readonly Outcome[]): Outcome {
  return {
    exitCode: Math.max(...outcomes.map(({ exitCode }) => exitCode)),
    lines: outcomes.flatMap(({ lines }) => lines),
    facts: { files: outcomes.map(({ facts }) => facts) },
  };
}
