import type { Fault } from "../../../shared/contract/channel.ts";
import type { ImportNote } from "../../../shared/domain/screening.ts";
import { isTextKey, type Text } from "../../../shared/strings/text.ts";
import { faultText } from "../../stores/text.ts";

/** Why a list file was stopped: the reader's own sentence where it has one, with the file and line it stopped at. */
export function importProblem(text: Text, fault: Fault): string {
  const key = `screening.note.${String(fault.details?.["reason"] ?? "")}`;
  const { line, file, fileName } = fault.details ?? {};
  const sentence = isTextKey(key) ? text(key) : faultText(text, fault);
  return [...placeWords(text, { line, file, name: fileName }), sentence].join(" ");
}

/** The sentence for one refused or pointed-out row; `fileNames` are those of the files chosen together. */
export function noteText(text: Text, { line, code, file }: ImportNote, fileNames: readonly string[]): string {
  const key = `screening.note.${code}`;
  const sentence = isTextKey(key) ? text(key) : code;
  const name = file === undefined ? undefined : fileNames[file - 1];
  return [...placeWords(text, { line: line ?? undefined, file, name }), sentence].join(" ");
}

interface NotePlace {
  readonly line: string | number | undefined;
  /** Which of the files, from 1; undefined where only one was chosen. */
  readonly file: string | number | undefined;
  readonly name: string | number | undefined;
}

function placeWords(text: Text, { line, file, name }: NotePlace): string[] {
  const inFile = file === undefined ? [] : [text("lists.inFile", { file, name: name ?? "" })];
  return line === undefined ? inFile : [...inFile, text("lists.atLine", { line })];
}
