import { countryCode } from "../../names/country-code.ts";
import type { EntryParts, NamePart } from "../entry-parts.ts";
import { listDay } from "../list-day.ts";
import { joinWrapped } from "../meti-cells.ts";
import type { TokuteiRow } from "./meti-tokutei-lines.ts";
import { isEastAsian } from "./printed-lines.ts";

const aliasMark = /^\s*[-—–―‐・]\s*/;

/** What a row says: the Japanese and the English name, each with its aliases, and the places. */
export function tokuteiParts(row: TokuteiRow, programme: string): EntryParts {
  const lines = cutGluedLines(row.names);
  const firstEnglish = lines.findIndex((line) => !isEastAsian(line));
  const japaneseLines = firstEnglish < 0 ? lines : lines.slice(0, firstEnglish);
  const noted = lines.filter((line) => line.startsWith("別称"));
  const english = firstEnglish < 0 ? [] : lines.slice(firstEnglish).filter((line) => !line.startsWith("別称"));
  const address = joinWrapped(row.address);
  return {
    type: "organisation",
    names: [
      ...japaneseNames(joinWrapped(japaneseLines.filter((line) => !line.startsWith("別称")))),
      ...englishNames(english, noted.length > 0),
      ...noted.flatMap((line) => notedAliases(line)),
    ],
    countries: countriesOf(address),
    addresses: address.split(/;\s*(?:and\s+)?/).map((part) => part.replace(/\.$/, "")),
    programmes: [programme],
    rowNumber: row.number,
  };
}

/** The day on which the text says it was last changed. */
export function tokuteiDay(heading: readonly string[]): string | undefined {
  const days = heading.flatMap((line) => {
    const day = /(?:最終更新日|指定日)/.test(line) ? listDay(line) : undefined;
    return day === undefined ? [] : [day];
  });
  return days.sort().at(-1);
}

/** Where the break between the Japanese and the English name was lost, the last Japanese character parts them. */
function cutGluedLines(lines: readonly string[]): string[] {
  if (lines.some((line) => !isEastAsian(line) && !aliasMark.test(line))) return [...lines];
  return lines.flatMap((line) => {
    const [, japanese, english] =
      /^(.*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー）])\s*([A-Z][\w\s.,&“”"'’()-]{3,})$/u.exec(line) ??
      [];
    return japanese === undefined || english === undefined ? [line] : [japanese, english];
  });
}

/** （別称、A、B及びC） after the name holds its aliases. */
function japaneseNames(text: string): NamePart[] {
  const [name = "", inside] = text.split(/[（(]\s*別称[、:：]\s*/, 2);
  const aliases = (inside ?? "")
    .replace(/[）)]\s*$/, "")
    .split(/、|及び|並びに/)
    .map((alias) => alias.trim());
  return [
    { text: name.trim(), kind: "primary" },
    ...aliases.map((alias): NamePart => ({ text: alias, kind: "alias" })),
  ];
}

/** The English name up to "a.k.a.", and the aliases, each begun by a dash; a line without one continues the line above. */
function englishNames(lines: readonly string[], hasNoted: boolean): NamePart[] {
  const firstAlias = lines.findIndex((line) => aliasMark.test(line));
  // After 別称 a second line of Latin names parted by semicolons belongs to it.
  const isMore = (line: string, at: number): boolean => hasNoted && at > 0 && line.includes(";");
  const before = firstAlias < 0 ? lines : lines.slice(0, firstAlias);
  const name = joinWrapped(before.filter((line, at) => !isMore(line, at))).replace(
    /,?\s*(?:a\.k\.a|also known as)[\s\S]*$/i,
    "",
  );
  const more = before.filter(isMore).flatMap((line) => line.split(";"));
  const aliases: string[][] = [];
  for (const line of firstAlias < 0 ? [] : lines.slice(firstAlias)) {
    const current = aliases.at(-1);
    if (aliasMark.test(line) || current === undefined) aliases.push([line.replace(aliasMark, "")]);
    else current.push(line);
  }
  return [
    { text: name, kind: "alias" },
    ...[...more, ...aliases.map(joinWrapped)].map((text): NamePart => ({ text: withoutEnding(text), kind: "alias" })),
  ];
}

function notedAliases(line: string): NamePart[] {
  const text = line.replace(/^別称\s*[:：、]?\s*/, "");
  return text.split(/[;；、]/).map((alias) => ({ text: alias.trim(), kind: "alias" }));
}

function withoutEnding(text: string): string {
  return text
    .trim()
    .replace(/[;,.]?\s*(?:and)?$/i, "")
    .replace(/[;.]$/, "")
    .trim();
}

/** Countries that end an address of several places. */
function countriesOf(address: string): string[] {
  return address.split(";").flatMap((place) => {
    const last =
      place
        .split(",")
        .at(-1)
        ?.replace(/[.\d\s]+$/, "")
        .trim() ?? "";
    return countryCode(last) === undefined ? [] : [last];
  });
}
