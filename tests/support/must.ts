import type { Fault } from "../../shared/contract/channel.ts";
import type { Result } from "../../shared/result.ts";

/** The value of a call that must succeed; a refusal throws with its code. */
export function must<T>(result: Result<T, Fault>): T {
  if (result.ok) return result.value;
  throw new Error(`Refused: ${result.error.code} ${JSON.stringify(result.error.details ?? {})}`);
}
