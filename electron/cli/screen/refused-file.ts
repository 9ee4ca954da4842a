import type { Outcome, Place } from "../outcome.ts";
import { printable } from "../printable.ts";
import { exitCodes } from "../world.ts";
import type { FileRefusal } from "./read-lists.ts";

/** The outcome of a file that was not read: which, where in it as far as that can be told, and why. */
export function refusedFile({ text }: Pick<Place, "text">, { file, code, stop, fault }: FileRefusal): Outcome {
  const line = stop?.line ?? 0;
  const where = line === 0 ? "" : text("cli.screen-atLine", { line });
  const reason =
    fault !== undefined
      ? text(`cli.pack-${fault}`)
      : stop === undefined
        ? text(`error.${code}`, { line })
        : text(`screening.note.${stop.reason}`);
  const sentence = text("cli.screen-refused", { file, where, reason });
  const error = {
    ...{ code, file, sentence },
    ...(stop === undefined ? {} : { reason: stop.reason, line: stop.line }),
    ...(fault === undefined ? {} : { reason: fault }),
  };
  return { exitCode: exitCodes.refused, lines: [printable(sentence)], facts: { type: "error", error } };
}
