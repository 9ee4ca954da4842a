import type { Fault } from "../../../shared/contract/channel.ts";
import { isTextKey, type Text } from "../../../shared/strings/text.ts";
import { faultText } from "../../stores/text.ts";

/** Why a list file was stopped: the reader's own sentence where it has one, with the line it stopped at. */
export function importProblem(text: Text, fault: Fault): string {
  const key = `screening.note.${String(fault.details?.["reason"] ?? "")}`;
  const line = fault.details?.["line"];
  const sentence = isTextKey(key) ? text(key) : faultText(text, fault);
  return line === undefined ? sentence : `${text("lists.atLine", { line })} ${sentence}`;
}

/** The sentence for one refused or pointed-out row. */
export function noteText(text: Text, note: { line: number | null; code: string }): string {
  const key = `screening.note.${note.code}`;
  const sentence = isTextKey(key) ? text(key) : note.code;
  return note.line === null ? sentence : `${text("lists.atLine", { line: note.line })} ${sentence}`;
}
