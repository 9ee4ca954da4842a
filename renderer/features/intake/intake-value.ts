/** A period as the intake form stores it: two days joined by a slash, either of which may be missing. */
export interface Period {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a stored period; what is not one is no period. */
export function periodOf(value: string): Period {
  const [from = "", to = ""] = value.split("/");
  return { from: day.test(from) ? from : undefined, to: day.test(to) ? to : undefined };
}

/** A period as it is stored; none at all is the empty text. */
export function periodText({ from, to }: Period): string {
  return from === undefined && to === undefined ? "" : `${from ?? ""}/${to ?? ""}`;
}

/** Whether a period ends before it begins. */
export function isBackwards({ from, to }: Period): boolean {
  return from !== undefined && to !== undefined && to < from;
}

/** A day with a few words, as the date and the way consent was given. */
export interface DayNote {
  readonly day: string | undefined;
  readonly note: string;
}

/** Reads a stored day with its note; a text without a day is all note. */
export function dayNoteOf(value: string): DayNote {
  const match = /^(\d{4}-\d{2}-\d{2})(?: ([\s\S]*))?$/.exec(value);
  return match === null ? { day: undefined, note: value } : { day: match[1], note: match[2] ?? "" };
}

/** A day with its note as it is stored. */
export function dayNoteText({ day: on, note }: DayNote): string {
  if (on === undefined) return note;
  return note === "" ? on : `${on} ${note}`;
}

/** Choices that a field's Japanese name lists in brackets, as `区分（常勤採用・任期付等）`; none when it lists none. */
export function choicesIn(name: string): string[] {
  const listed = /（(.+)）/.exec(name)?.[1] ?? "";
  const parts = listed.split("・");
  if (parts.length < 3) return [];
  return parts.map((part) => part.replace(/等$/, "")).filter((part) => part !== "");
}
