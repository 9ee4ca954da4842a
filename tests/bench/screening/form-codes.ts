import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { realData } from "./real-data.ts";

const file = new URL("lists/gleif_elf-codes-1.4.1.csv", realData);

/** Why legal forms cannot be counted here, or false. */
export const noFormCodes: string | false = existsSync(file)
  ? false
  : "the list of legal forms is not on this machine (KURA_LIST_DATA names the folder)";

/** One way to write a legal form, in the words of the country that has it. */
export interface WrittenForm {
  readonly country: string;
  readonly text: string;
  /** Written out, or an abbreviation of it. */
  readonly part: "name" | "abbreviation";
}

const columns = [
  ["Entity Legal Form name Local name", "name"],
  ["Entity Legal Form name Transliterated name (per ISO 01-140-10)", "name"],
  ["Abbreviations Local language", "abbreviation"],
  ["Abbreviations transliterated", "abbreviation"],
] as const;

/** Every legal form of the ISO 20275 list that is in use, each way it is written once for each country. */
export function readWrittenForms(): readonly WrittenForm[] {
  // Safe: csv-parse gives strings for every column of the header.
  const rows = parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[];
  const seen = new Map<string, WrittenForm>();
  for (const row of rows.filter((one) => one["ELF Status ACTV/INAC"] === "ACTV")) {
    const country = row["Country Code (ISO 3166-1)"] ?? "";
    for (const [column, part] of columns)
      for (const text of (row[column] ?? "").split(";").map((one) => one.trim()))
        if (text !== "" && country !== "") seen.set(`${country} ${text}`, { country, text, part });
  }
  return [...seen.values()];
}
