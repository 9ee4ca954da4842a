import type { Fault } from "../../shared/contract/channel.ts";
import type { Text } from "../../shared/strings/text.ts";
import type { Outcome } from "./outcome.ts";
import { exitCodes } from "./world.ts";

/** The outcome of something the engine refused, in the words of the window. */
export function refused(text: Text, fault: Fault): Outcome {
  const sentence = text(`error.${fault.code}`, { reference: fault.reference ?? "", ...fault.details });
  return { exitCode: exitCodes.refused, lines: [sentence], facts: { error: { code: fault.code, sentence } } };
}
