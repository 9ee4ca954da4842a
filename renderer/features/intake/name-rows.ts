import { NameKind, type NameScript, type SubjectName } from "../../../shared/domain/party.ts";
import { identifierLine, readIdentifier } from "../../../shared/domain/profile/identifier.ts";
import { isDated, noPeriod } from "../../../shared/domain/profile/period.ts";
import { type DateWriting, readPeriod, writePeriod } from "../../../shared/domain/profile/period-text.ts";

/** One line of the name form; it may still be empty. */
export interface NameRow {
  /** Stays the same while the line is on screen. */
  readonly rowId: number;
  readonly kind: NameKind;
  readonly text: string;
  /** Undefined where the letters tell. */
  readonly script?: NameScript | undefined;
  /** When the name was in use, as typed. */
  readonly dates: string;
}

/** The form for the names that are stored, with dates as this person writes them. */
export function rowsFor(names: readonly SubjectName[], style: DateWriting): NameRow[] {
  return names.map(({ kind, text, script, period }, index) => ({
    rowId: index,
    kind,
    text,
    script,
    dates: writePeriod(period ?? noPeriod, style),
  }));
}

/** The form with one more line, of the first kind nobody has used yet. */
export function withRow(rows: readonly NameRow[]): NameRow[] {
  const kind = NameKind.options.find((one) => !rows.some((row) => row.kind === one)) ?? "variant";
  const rowId = rows.reduce((most, row) => Math.max(most, row.rowId), -1) + 1;
  return [...rows, { rowId, kind, text: "", dates: "" }];
}

/** The names as they can be stored, exactly as typed; lines without text, and dates that cannot be read, are left out. */
export function namesOf(rows: readonly NameRow[]): SubjectName[] {
  return rows
    .filter((row) => row.text.trim() !== "")
    .map(({ kind, text, script, dates }) => {
      const read = readPeriod(dates);
      const isDatedName = read.ok && isDated(read.value);
      return { kind, text, ...(script && { script }), ...(isDatedName && { period: read.value }) };
    });
}

/** Identifiers typed one per line, each in the writing of its scheme; empty lines are left out. */
export function identifiersOf(text: string): string[] {
  return text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      const read = readIdentifier(one);
      return read.fault === undefined ? identifierLine(read) : one;
    });
}
