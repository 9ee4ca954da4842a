import { NameKind, type SubjectName } from "../../../shared/domain/party.ts";

/** One line of the name form; it may still be empty. */
export interface NameRow {
  /** Stays the same while the line is on screen. */
  readonly rowId: number;
  readonly kind: NameKind;
  readonly text: string;
}

/** The form for the names that are stored. */
export function rowsFor(names: readonly SubjectName[]): NameRow[] {
  return names.map((name, index) => ({ rowId: index, ...name }));
}

/** The form with one more line, of the first kind nobody has used yet. */
export function withRow(rows: readonly NameRow[]): NameRow[] {
  const kind = NameKind.options.find((one) => !rows.some((row) => row.kind === one)) ?? "variant";
  const rowId = rows.reduce((most, row) => Math.max(most, row.rowId), -1) + 1;
  return [...rows, { rowId, kind, text: "" }];
}

/** The names as they can be stored, exactly as typed; lines without text are left out. */
export function namesOf(rows: readonly NameRow[]): SubjectName[] {
  return rows.filter((row) => row.text.trim() !== "").map(({ kind, text }) => ({ kind, text }));
}

/** Identifiers typed one per line; empty lines are left out. */
export function identifiersOf(text: string): string[] {
  return text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
