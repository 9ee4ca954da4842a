import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { withEmbedded } from "../../../electron/screening/lists/embedded-names.ts";
import { realData } from "./real-data.ts";

/** Why a bench on real lists cannot run here, or false. */
export const noRealLists: string | false = existsSync(new URL("lists/", realData))
  ? false
  : "the real lists are not on this machine (KURA_LIST_DATA names their folder)";

/** One listed entity with the names the bench puts into the index. */
export interface RealEntity {
  readonly id: string;
  readonly source: string;
  readonly type: "person" | "organisation";
  readonly names: readonly string[];
}

/** A name that should find an entity whose entry does not have it. */
export interface RealQuery {
  readonly set: string;
  readonly text: string;
  readonly type: "person" | "organisation";
  readonly entity: string;
}

export interface RealLists {
  readonly entities: readonly RealEntity[];
  readonly queries: readonly RealQuery[];
}

type Row = Readonly<Record<string, string>>;

/** Reads every list; names in another script than Latin become queries and stay out of the index. */
export function readRealLists(): RealLists {
  const gathered = { entities: [] as RealEntity[], queries: [] as RealQuery[] };
  readOfac(gathered);
  readUn(gathered);
  readEu(gathered);
  readUs(gathered);
  readChina(gathered);
  for (const file of ["russia", "daisangoku", "belarus"]) readMeti(gathered, file);
  return { ...gathered, entities: gathered.entities.map(withInner) };
}

/** Names inside names are taken out as an import takes them. */
function withInner(entity: RealEntity): RealEntity {
  const parts = entity.names.map((name) => ({ text: name, kind: "alias" }) as const);
  return { ...entity, names: clean(withEmbedded(parts).map(({ text: name }) => name)) };
}

type Gathered = { entities: RealEntity[]; queries: RealQuery[] };

function text(path: string): string {
  return readFileSync(new URL(path, realData), "utf8");
}

function rows(path: string): readonly Row[] {
  return parse(text(path), { columns: true, bom: true, relax_quotes: true, relax_column_count: true });
}

function rawRows(path: string): readonly (readonly string[])[] {
  return parse(text(path), { relax_quotes: true, relax_column_count: true });
}

const clean = (names: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(names.map((name) => (name ?? "").trim()).filter((name) => name.length > 1 && name !== "-0-")),
];

function readOfac({ entities }: Gathered): void {
  const aliases = new Map<string, string[]>();
  for (const file of ["lists/ofac_alt_newer.csv", "lists/ofac_cons_alt.csv"]) {
    for (const [id = "", , , name = ""] of rawRows(file)) aliases.set(id, [...(aliases.get(id) ?? []), name]);
  }
  for (const file of ["lists/ofac_sdn.csv", "lists/ofac_cons_prim.csv"]) {
    for (const [id = "", name = "", kind = ""] of rawRows(file)) {
      const type = kind.trim() === "individual" ? "person" : "organisation";
      const names = clean([name, ...(aliases.get(id) ?? [])]);
      aliases.delete(id);
      if (names.length > 0) entities.push({ id: `OFAC-${id}`, source: "OFAC", type, names });
    }
  }
  // Aliases of entries that this older main file does not have are names all the same.
  for (const [id, names] of aliases) {
    const type = names.some((name) => /^[\p{Lu}' -]+, /u.test(name)) ? "person" : "organisation";
    entities.push({ id: `OFAC-${id}`, source: "OFAC", type, names: clean(names) });
  }
}

function tagged(block: string, tag: string): readonly string[] {
  return [...block.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, "g"))].map(([, value = ""]) =>
    value.trim().replaceAll("&amp;", "&").replaceAll("&apos;", "'").replaceAll("&quot;", '"'),
  );
}

function readUn({ entities, queries }: Gathered): void {
  const xml = text("lists/un_consolidated.xml");
  for (const [tag, type] of [
    ["INDIVIDUAL", "person"],
    ["ENTITY", "organisation"],
  ] as const) {
    for (const [, block = ""] of xml.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))) {
      const id = `UN-${tagged(block, "DATAID")[0] ?? ""}`;
      const main = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].flatMap((part) => tagged(block, part));
      entities.push({ id, source: "UN", type, names: clean([main.join(" "), ...tagged(block, "ALIAS_NAME")]) });
      for (const original of tagged(block, "NAME_ORIGINAL_SCRIPT").flatMap((value) => value.split(/[;；]|: /)))
        if (original.trim().length > 2)
          queries.push({ set: "UN original script", text: original.trim(), type, entity: id });
    }
  }
}

const euScripts: readonly (readonly [string, RegExp])[] = [
  ["EU Cyrillic alias", /\p{Script=Cyrillic}/u],
  ["EU Arabic alias", /\p{Script=Arabic}/u],
  ["EU CJK alias", /[\p{Script=Han}\p{Script=Hangul}]/u],
];

function readEu({ entities, queries }: Gathered): void {
  for (const file of readdirSync(new URL("lists/", realData)).filter((name) => name.startsWith("eu_journal"))) {
    rows(`lists/${file}`).forEach((row, at) => {
      const id = `EU-${row["celex"]}-${at}`;
      const type = row["schema"] === "Person" ? "person" : "organisation";
      const parts = `${row["alias"] ?? ""};${row["previousName"] ?? ""}`.replace(/\(([^)]*)\)/g, ";$1").split(";");
      const names = [row["name"]];
      for (const part of parts.map((one) => one.trim()).filter((one) => one.length >= 3)) {
        const set = /[a-z]/i.test(part) ? undefined : euScripts.find(([, pattern]) => pattern.test(part))?.[0];
        if (set === undefined) names.push(part);
        else queries.push({ set, text: part, type, entity: id });
      }
      entities.push({ id, source: "EU", type, names: clean(names) });
    });
  }
}

function readUs({ entities }: Gathered): void {
  const files = ["us_dod_section_1286", "us_section_353", "us_special_leg_inksna", "us_special_leg_section_154"];
  for (const file of [...files, "us_special_leg_section_5949", "us_special_leg_section_889"]) {
    rows(`lists/${file}.csv`).forEach((row, at) => {
      const type = row["schema"] === "Person" ? "person" : "organisation";
      const names = clean([row["name"], ...(row["aliases"] ?? "").split(/[;\n]/)]);
      entities.push({ id: `${file}-${at}`, source: "US", type, names });
    });
  }
  rows("lists/us_dod_chinese_milcorps_1260H.csv").forEach((row, at) => {
    const names = clean([row["Clean Name"] ?? row["Name"], ...(row["Alias"] ?? "").split(/[;\n]/)]);
    entities.push({ id: `1260H-${at}`, source: "US", type: "organisation", names });
  });
}

function readChina({ entities }: Gathered): void {
  rows("lists/cn_mofa_mofcom_sanctions.csv").forEach((row, at) => {
    const type = row["Type"] === "Person" ? "person" : "organisation";
    const names = clean([row["Name"], row["Chinese name"], ...(row["Alias"] ?? "").split(";")]);
    entities.push({ id: `CN-${at}`, source: "CN", type, names });
  });
}

const isJapanese = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const isKatakanaName = /^[\p{Script=Katakana}ー・\s\p{P}A-Za-z]+$/u;

/** Japanese line(s), English line(s), address: the English names go into the index, the Japanese one is the query. */
function readMeti(gathered: Gathered, file: string): void {
  const source = text(`lists/jp_meti_${file}_tokutei.txt`).normalize("NFKC");
  const lines = source.replace(/(所在地:[^\n]*?)(\d{1,4}) ([一-龥ァ-ヶ])/g, "$1\n$2 $3").split("\n");
  let entry = { japanese: "", english: [] as string[], aliases: [] as string[], stage: "none" };
  let count = 0;
  const finish = (): void => {
    if (entry.japanese !== "" && entry.english.length > 0) {
      const id = `METI-${file}-${count}`;
      count += 1;
      const english = entry.english.join(" ").replace(/,? ?a\.k\.a[\s\S]*/, "");
      const aliases = entry.aliases.map((alias) => alias.replace(/; and$| and$|[;.]$/g, ""));
      gathered.entities.push({ id, source: "METI", type: "organisation", names: clean([english, ...aliases]) });
      const japanese = entry.japanese.replace(/[(（]別称[^)）]*[)）]?/g, "").trim();
      const bare = japanese.replace(/株式会社|有限責任会社|公開|非公開/g, "");
      const set = isKatakanaName.test(bare) ? "METI katakana" : "METI translated";
      gathered.queries.push({ set, text: japanese, type: "organisation", entity: id });
    }
    entry = { japanese: "", english: [], aliases: [], stage: "none" };
  };
  for (const line of lines.map((one) => one.trim())) {
    const begun = /^\d{1,4} +(.*)$/.exec(line)?.[1];
    if (begun !== undefined && isJapanese.test(begun) && (entry.stage === "address" || entry.stage === "none")) {
      finish();
      entry.japanese = begun;
      entry.stage = "japanese";
    } else if (line.startsWith("所在地")) entry.stage = "address";
    else if (entry.stage === "address" || entry.stage === "none") continue;
    else if (line.startsWith("-")) entry.aliases.push(line.slice(1).trim());
    else if (isJapanese.test(line) && entry.stage === "japanese") entry.japanese += line;
    else {
      entry.stage = "english";
      entry.english.push(line);
    }
  }
  finish();
}

/** Mangled UN names and the name each came from. */
export function readMangled(): readonly { readonly mangled: string; readonly original: string }[] {
  return rows("labelled/un_mangled_dev.csv").map((row) => ({
    mangled: row["mangled"] ?? "",
    original: row["original"] ?? "",
  }));
}

/** Names of invented persons that stand on no list. */
export function readClean(): readonly string[] {
  return ["global", "us"].flatMap((part) =>
    rows(`labelled/yente_validation_negatives_${part}.csv`).map((row) => row["full_name"] ?? ""),
  );
}
