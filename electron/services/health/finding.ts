import type { HealthCode, HealthFinding } from "../../../shared/domain/health.ts";

/** One finding with the numbers of its sentence. */
export function finding(code: HealthCode, numbers: Readonly<Record<string, number>> = {}): HealthFinding {
  return { code, numbers: { ...numbers } };
}
