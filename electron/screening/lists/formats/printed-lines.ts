/** One line of running text that was taken from a printed page. */
export interface PrintedLine {
  readonly text: string;
  /** Line of the file, from 1. */
  readonly line: number;
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** Whether a text holds a character of Japanese, Chinese or Korean writing. */
export function isEastAsian(text: string): boolean {
  return eastAsian.test(text);
}

/** The lines of a text without empty ones, form feeds and the space around them. */
export function printedLines(text: string): PrintedLine[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((raw, at) => ({ text: raw.replaceAll("\f", "").trim(), line: at + 1 }))
    .filter((line) => line.text !== "");
}

/** A line that holds nothing but a page number. */
export function isPageNumber(text: string): boolean {
  return /^(?:page\s*)?[-–\s]*\d{1,4}\s*(?:[/／]\s*\d{1,4})?[-–\s]*(?:ページ|頁)?$/i.test(text.normalize("NFKC"));
}
