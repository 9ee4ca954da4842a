import type { ReactNode } from "react";
import { useDateStyle } from "./calendar-style.ts";
import { formatDate, formatInstant } from "./date-format.ts";

export type DateTextProps = {
  readonly hasWeekday?: boolean;
} & (
  | { /** A calendar date, `YYYY-MM-DD`. */ readonly iso: string; readonly instantMs?: undefined }
  | {
      /** A moment in epoch milliseconds, shown to the minute in this machine's zone. */ readonly instantMs: number;
      readonly iso?: undefined;
    }
);

/** A date or a moment in the person's language and calendar, never broken across lines. */
export function DateText({ iso, instantMs, hasWeekday = true }: DateTextProps): ReactNode {
  const style = { ...useDateStyle(), hasWeekday };
  const isMoment = instantMs !== undefined;
  return (
    <time dateTime={isMoment ? new Date(instantMs).toISOString() : iso} style={{ whiteSpace: "nowrap" }}>
      {isMoment ? formatInstant(instantMs, style) : formatDate(iso, style)}
    </time>
  );
}
