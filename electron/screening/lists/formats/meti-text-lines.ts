import { countryCode } from "../../names/country-code.ts";
import type { MetiRow } from "../meti-rows.ts";
import { isEastAsian, isPageNumber, type PrintedLine, printedLines } from "./printed-lines.ts";

/** Rows of METI's list as pasted from its PDF, or the line that does not fit. */
export interface MetiText {
  readonly rows: readonly MetiRow[];
  readonly hasHeader: boolean;
  readonly pageNumbers: readonly number[];
  readonly continued: readonly number[];
  readonly gapAt: number | undefined;
}

const headerWords =
  /country or region|company or organization|also known as|type of wmd|conventional weapons|国名|企業名|組織名|懸念区分|通常兵器/i;
const bullet = /^[・･•●]/;
const wmdLine = /^(?:(?:[NCBM]|核|化学|生物|ミサイル|nuclear|chemical|biological|missiles?)(?:兵器)?[\s,、，・/]*)+$/i;
const wmdAtEnd = /[\s　]((?:(?:核|化学|生物|ミサイル|[NCBM])[,、，・/\s]*)+)$/;
const conventionalLine = /^(?:CW|○|〇|●)$/;

/**
 * Cuts pasted text into rows. A row begins with the number that follows the last one, before the name of a country; then come
 * the organisation, its aliases behind bullets, and the types of weapons. Cells parted by tabs or wide spaces count as lines.
 */
export function cutMetiText(text: string): MetiText {
  const rows: { line: number; number: number; cells: string[] }[] = [];
  const pageNumbers: number[] = [];
  let hasHeader = false;
  let gapAt: number | undefined;
  const take = ({ text: printed, line }: PrintedLine): void => {
    const next = rows.length + 1;
    const [, digits = "", rest = ""] = /^(\d{1,4})[.．]?(?:[\s　]+(.*))?$/.exec(printed.normalize("NFKC")) ?? [];
    const isCountry = rest !== "" && countryAtStart(rest) !== undefined;
    if (digits !== "" && isCountry && Number(digits) === next) rows.push({ line, number: next, cells: [rest] });
    else if (digits !== "" && isCountry && hasHeader) gapAt ??= line;
    else if (isHeaderLine(printed)) hasHeader = true;
    else if (isPageNumber(printed)) pageNumbers.push(line);
    else rows.at(-1)?.cells.push(printed);
  };
  for (const printed of joinLoneNumbers(
    printedLines(text.replace(/\t| {3,}|　{2,}/g, "\n\u0001")),
    () => rows.length + 1,
  ))
    take(printed);
  return { rows: rows.map(toRow), hasHeader, pageNumbers, continued: [], gapAt };
}

function isHeaderLine(text: string): boolean {
  return text.length < 60 && (headerWords.test(text) || /^no\.?$/i.test(text));
}

/** Cells that stood on one line came apart as lines of their own; they keep the number of theirs. */
function* joinLoneNumbers(lines: readonly PrintedLine[], next: () => number): Generator<PrintedLine> {
  let cells = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const { text, line } = lines[at] ?? { text: "", line: 1 };
    if (text.startsWith("\u0001")) cells += 1;
    const plain = text.replace("\u0001", "").trim();
    const following = lines[at + 1]?.text ?? "";
    const isRowNumber = plain.normalize("NFKC").replace(/[.．]$/, "") === String(next());
    // A number alone, with a country in the next cell or line, begins a row; otherwise it is the number of a page.
    if (isRowNumber && countryAtStart(following.replace("\u0001", "").trim()) !== undefined) {
      if (following.startsWith("\u0001")) cells += 1;
      at += 1;
      yield {
        text: `${plain} ${following.replace("\u0001", "").trim()}`,
        line: line - cells + (following.startsWith("\u0001") ? 1 : 0),
      };
      continue;
    }
    if (plain !== "") yield { text: plain, line: line - cells };
  }
}

/** The longest beginning of a text that names a country, and what follows it. */
function countryAtStart(text: string): { readonly country: string; readonly rest: string } | undefined {
  const words = text.split(/[\s　/／]+/);
  for (let count = Math.min(words.length, 9); count > 0; count -= 1) {
    const [first = "", ...more] = words.slice(0, count);
    const isBoth = more.length > 0 && isEastAsian(first) && isCountryName(first) && isCountryName(more.join(" "));
    if (isBoth || isCountryName(words.slice(0, count).join(" ")))
      return {
        country: words
          .slice(0, count)
          .join(isBoth ? "\n" : " ")
          .replace(/\n(.*)$/s, (_, english: string) => `\n${english.replaceAll("\n", " ")}`),
        rest: words.slice(count).join(" "),
      };
  }
  return undefined;
}

function isCountryName(text: string): boolean {
  return text.length > 1 && countryCode(text) !== undefined && !/^[A-Z]{2}$/.test(text);
}

function toRow({ line, number, cells }: { line: number; number: number; cells: readonly string[] }): MetiRow {
  const found = countryAtStart(cells[0] ?? "");
  const lines = [found?.rest ?? "", ...cells.slice(1)].filter((text) => text !== "");
  const countries = [found?.country ?? ""];
  // The English name of the country stands on a line of its own, maybe in two.
  while (lines.length > 0) {
    const one = lines[0] ?? "";
    const two = `${one} ${lines[1] ?? ""}`;
    const count = isCountryName(one) ? 1 : isCountryName(two) ? 2 : 0;
    if (count === 0) break;
    countries.push(count === 1 ? one : two);
    lines.splice(0, count);
  }
  const wmd: string[] = [];
  let conventional = "";
  while (lines.length > 0) {
    const last = lines.at(-1) ?? "";
    if (conventionalLine.test(last)) conventional = last;
    else if (wmdLine.test(last)) wmd.unshift(last);
    else break;
    lines.pop();
  }
  const glued = wmd.length === 0 ? wmdAtEnd.exec(lines.at(-1) ?? "") : null;
  if (glued !== null) {
    wmd.push(glued[1] ?? "");
    lines[lines.length - 1] = (lines.at(-1) ?? "").slice(0, glued.index);
  }
  const firstBullet = lines.findIndex((text) => bullet.test(text));
  const names = firstBullet < 0 ? lines : lines.slice(0, firstBullet);
  const aliases = firstBullet < 0 ? [] : lines.slice(firstBullet);
  return {
    line,
    number,
    country: countries.join("\n"),
    name: names.join("\n"),
    aliases: aliases.join("\n"),
    wmd: wmd.join("\n"),
    conventional,
  };
}
