import { createText, type Text, type TextArgs, type TextKey } from "../../../shared/strings/text.ts";
import type { PaperData } from "./paper-data.ts";

type PaperKey = Extract<TextKey, `paper.${string}`> extends `paper.${infer Name}` ? Name : never;

/** Turns codes, dates and numbers of one paper into the words that stand on it. */
export interface Wording {
  /** The paper's data, at hand wherever words are made. */
  readonly data: PaperData;
  say(key: PaperKey, args?: TextArgs): string;
  /** A calendar date, in words. */
  date(localDate: string | null): string;
  /** A calendar date, in figures. */
  dateShort(localDate: string | null): string;
  /** An instant in the paper's own offset, in words. */
  dateTime(instantMs: number): string;
  /** An instant in the paper's own offset, in figures. */
  dateTimeShort(instantMs: number): string;
}

/** Words for one paper. Times are shown in the offset the data names, whatever the machine is set to. */
export function createWording(data: PaperData): Wording {
  const text: Text = createText(data.locale);
  const say = (key: PaperKey, args?: TextArgs): string => text(`paper.${key}`, args);
  const offset = offsetWords(data.utcOffsetMinutes);
  return {
    data,
    say,
    date: (localDate) => (localDate === null ? say("dateNone") : say("date", dateArgs(localDate))),
    dateShort: (localDate) => (localDate === null ? say("noEntry") : say("dateShort", dateArgs(localDate))),
    dateTime: (instantMs) => say("dateTime", { ...instantArgs(instantMs, data.utcOffsetMinutes), offset }),
    dateTimeShort: (instantMs) => say("dateTimeShort", instantArgs(instantMs, data.utcOffsetMinutes)),
  };
}

/** Arguments are strings throughout: number formatting would hang on the machine's language data. */
function dateArgs(localDate: string): Record<string, string> {
  const [year = "", month = "", day = ""] = localDate.split("-");
  return { year, month: String(Number(month)), day: String(Number(day)), month2: month, day2: day };
}

function instantArgs(instantMs: number, offsetMinutes: number): Record<string, string> {
  // The shifted instant is read in UTC, so the machine's own zone never enters.
  const iso = new Date(instantMs + offsetMinutes * 60_000).toISOString();
  return { ...dateArgs(iso.slice(0, 10)), time: iso.slice(11, 16) };
}

function offsetWords(offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? "−" : "+";
  const total = Math.abs(offsetMinutes);
  const hours = String(Math.floor(total / 60)).padStart(2, "0");
  return `${sign}${hours}:${String(total % 60).padStart(2, "0")}`;
}
