import { dayBlank } from "../../../shared/domain/content/blanks.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import type { Locale, Text } from "../../../shared/strings/text.ts";

/** What a letter says, all in its own language. */
export interface LetterParts {
  readonly language: Locale;
  /** Words of the frame in the language of the letter. */
  readonly text: Text;
  readonly isToPerson: boolean;
  readonly addressee: string;
  readonly office: string;
  readonly person: string;
  /** Dates as written out. */
  readonly letterDate: string;
  readonly replyDate: string;
  /** The notice as the policy words it, with the place for the date still open. */
  readonly notice: string;
  readonly questions: readonly string[];
}

/** The whole letter as plain text, ready for a word processor. Holds no finding and no assessment, only questions. */
export function composeLetter(parts: LetterParts): string {
  const { text, isToPerson, addressee, office, person, letterDate, replyDate, questions } = parts;
  const numbered = questions.map((question, index) => `${index + 1}. ${question}`);
  return [
    letterDate,
    "",
    text(isToPerson ? "enquiry.letterToPerson" : "enquiry.letterToBody", {
      name: addressee.trim() === "" ? "○○" : addressee,
    }),
    "",
    ...[office, person].filter((line) => line !== ""),
    "",
    text("enquiry.letterTitle"),
    "",
    withDate(parts),
    "",
    ...(numbered.length === 0 ? [] : [text("enquiry.letterPoints"), "", ...numbered, ""]),
    text("enquiry.letterReplyBy", { date: replyDate }),
    text("enquiry.letterEnd"),
  ]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd();
}

function withDate({ notice, replyDate }: LetterParts): string {
  return notice.replace(dayBlank, replyDate).replace("[date]", replyDate);
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Today in Japan, where letters are dated. */
export function today(nowMs: number): string {
  return dayOf(nowMs);
}
