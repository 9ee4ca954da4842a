/** A length of time as people say it. */
export interface GuessTime {
  readonly unit: "moment" | "minutes" | "hours" | "days" | "months" | "years" | "ages";
  readonly count: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30 * day;
const year = 365 * day;

/** Beyond this many years the number says no more than the word. */
const longestYears = 10_000;

/** Turns the decimal logarithm of seconds into a count of the largest fitting unit, with two digits at most. */
export function guessTime(secondsLog10: number): GuessTime {
  // A power beyond what a number can hold is Infinity, which is ages too.
  const seconds = 10 ** secondsLog10;
  if (seconds < minute) return { unit: "moment", count: 0 };
  if (seconds < hour) return { unit: "minutes", count: rounded(seconds / minute) };
  if (seconds < day) return { unit: "hours", count: rounded(seconds / hour) };
  if (seconds < month) return { unit: "days", count: rounded(seconds / day) };
  if (seconds < year) return { unit: "months", count: rounded(seconds / month) };
  if (seconds < longestYears * year) return { unit: "years", count: rounded(seconds / year) };
  return { unit: "ages", count: longestYears };
}

function rounded(count: number): number {
  return Number(Math.max(1, count).toPrecision(2));
}
