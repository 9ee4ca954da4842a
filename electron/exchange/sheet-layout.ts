/** The hidden sheet that says which case a workbook belongs to. */
export const bindingSheetName = "kura";

/** Columns of the visible sheet, from 0. */
export const sheetColumns = { number: 0, itemId: 1, question: 2, explanation: 3, fact: 4 } as const;

/** What stands in the first cell of the row above the lines; found by this, whatever was inserted above. */
export const lineMark = "ID";

/** Marks that make a spreadsheet take a text for a formula, once it is saved as CSV or pasted. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/u;

/** A text that no spreadsheet runs: with an apostrophe in front where it would. */
export function guarded(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text without the apostrophe that `guarded` put there. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text;
}
