import { isEastAsian, isPageNumber, type PrintedLine, printedLines } from "./printed-lines.ts";

/** One numbered entry of the printed text, its lines by what they are. */
export interface TokuteiRow {
  readonly number: number;
  readonly line: number;
  /** Lines before the address. */
  readonly names: readonly string[];
  readonly address: readonly string[];
}

/** The text cut into its rows, or the line at which it does not fit. */
export interface TokuteiText {
  readonly heading: readonly string[];
  readonly rows: readonly TokuteiRow[];
  readonly pageNumbers: readonly number[];
  /** A row number that does not follow the one before it. */
  readonly gapAt: number | undefined;
}

/** Printed with space between the characters where a line was stretched. */
const addressMark = /所\s*在\s*地/;

/**
 * Cuts the text of a 特定団体 list into rows. A row begins with the number that follows the last one, before Japanese text; where
 * the break of a page swallowed the break of a line, it may begin within one.
 */
export function cutTokuteiRows(text: string): TokuteiText {
  const heading: string[] = [];
  const rows: (TokuteiRow & { names: string[]; address: string[] })[] = [];
  const pageNumbers: number[] = [];
  let isAddress = true;
  let gapAt: number | undefined;
  const takeText = (part: string): void => {
    const row = rows.at(-1);
    if (row === undefined) heading.push(part);
    else (isAddress ? row.address : row.names).push(part);
  };
  const takeLine = ({ text: printed, line }: PrintedLine): void => {
    const mark = addressMark.exec(printed);
    if (mark !== null && rows.length > 0) {
      if (mark.index > 0) takeLine({ text: printed.slice(0, mark.index).trim(), line });
      isAddress = true;
      takeLine({ text: printed.slice(mark.index + mark[0].length).replace(/^\s*[:：]\s*/, ""), line });
      return;
    }
    const next = rows.length + 1;
    const begin = isAddress ? rowStart(printed, next) : undefined;
    if (begin === undefined) {
      const other = isAddress && rows.length > 0 ? /^([0-9０-９]{1,4})[\s　]+(.+)$/.exec(printed) : null;
      if (other !== null && isEastAsian(other[2] ?? "")) gapAt ??= line;
      if (printed !== "") takeText(printed);
      return;
    }
    if (begin.before !== "") takeText(begin.before);
    rows.push({ number: next, line, names: [begin.after], address: [] });
    isAddress = false;
  };
  for (const printed of printedLines(text)) {
    if (isPageNumber(printed.text)) pageNumbers.push(printed.line);
    else takeLine(printed);
  }
  return { heading, rows, pageNumbers, gapAt };
}

/** Where the row of this number begins in a line: at its start, or after what the row before it ends with. */
function rowStart(text: string, number: number): { readonly before: string; readonly after: string } | undefined {
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const pattern = new RegExp(`(?<![\\d-])${number}[\\s　.．]+(?=\\S)`, "gu");
  for (const found of plain.matchAll(pattern)) {
    const after = text.slice(found.index + found[0].length);
    const isAtStart = found.index === 0;
    // Within a line only Japanese text right after the number tells a row from a house number.
    if (isAtStart ? isEastAsian(after) : /^[「（(A-Z]{0,12}/.test(after) && isEastAsian(after.slice(0, 14)))
      return { before: text.slice(0, found.index).trim(), after };
  }
  return undefined;
}
