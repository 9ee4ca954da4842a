import type { ColumnMapping } from "../../../shared/domain/screening.ts";

type Field =
  | "name"
  | "aliases"
  | "kind"
  | "country"
  | "identifiers"
  | "birthDate"
  | "programme"
  | "remarks"
  | "sourceId";

/** Header words per field, most telling first. Compared without case, width, spaces and signs. */
const headerWords: readonly (readonly [Field, readonly string[]])[] = [
  ["aliases", ["別名", "別称", "aliases", "alias", "altnames", "alsoknownas", "aka", "a.k.a", "通称", "othernames"]],
  ["birthDate", ["生年月日", "誕生日", "生年", "datesofbirth", "dateofbirth", "birthdate", "dob", "birthday"]],
  [
    "country",
    [
      "国名地域名",
      "国名",
      "国籍",
      "国・地域",
      "国地域",
      "所在国",
      "国",
      "countryorregion",
      "countries",
      "country",
      "nationality",
      "nationalities",
      "citizenships",
    ],
  ],
  [
    "kind",
    ["種別", "区分", "類型", "個人法人の別", "個人・団体", "schema", "entitytype", "type", "category", "sdntype"],
  ],
  [
    "identifiers",
    [
      "識別番号",
      "登録番号",
      "旅券番号",
      "法人番号",
      "identifiers",
      "registrationnumber",
      "passportnumber",
      "idnumber",
      "taxnumber",
      "ids",
    ],
  ],
  [
    "programme",
    [
      "制度",
      "根拠",
      "措置",
      "懸念区分",
      "プログラム",
      "programs",
      "programmes",
      "program",
      "programme",
      "programkey",
      "measure",
      "topics",
      "list",
    ],
  ],
  [
    "remarks",
    ["備考", "摘要", "注記", "理由", "remarks", "notes", "note", "comment", "comments", "reason", "summary", "title"],
  ],
  [
    "sourceId",
    ["整理番号", "項番", "番号", "no", "id", "entitynumber", "uid", "recordid", "referencenumber", "entnum"],
  ],
  [
    "name",
    [
      "企業名組織名",
      "企業名",
      "組織名",
      "団体名",
      "機関名",
      "氏名",
      "氏名名称",
      "名称",
      "名前",
      "companyororganization",
      "fullname",
      "entityname",
      "sdnname",
      "name",
      "nameoforganization",
    ],
  ],
];

/** How well a header cell fits a word: whole, its start, or a part. Short words count only as a whole. */
function closeness(header: string, word: string): number {
  if (header === word) return 3;
  if (word.length < 3 && /^[a-z]*$/.test(word)) return 0;
  if (header.startsWith(word)) return 2;
  return header.includes(word) ? 1 : 0;
}

function plain(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, "");
}

/** A header cell of two lines (Japanese above English) is read line by line and as a whole. */
function readings(header: string): readonly string[] {
  return [...new Set([header, ...header.split("\n")].map(plain))].filter((text) => text !== "");
}

/**
 * A first mapping from the words of the header, Japanese or English, for a person to check. Each column serves one field;
 * the better fit wins. Fields without a fitting column are null.
 */
export function guessMapping(header: readonly string[]): ColumnMapping {
  const fits = headerWords.flatMap(([field, words], rank) =>
    header.flatMap((cell, column) => {
      const scores = words.flatMap((word, at) => readings(cell).map((text) => closeness(text, plain(word)) - at / 100));
      const score = Math.max(...scores);
      return score > 0.5 ? [{ field, column, score, rank }] : [];
    }),
  );
  fits.sort((a, b) => b.score - a.score || a.column - b.column || a.rank - b.rank);
  const columnOf = new Map<Field, number>();
  const taken = new Set<number>();
  for (const { field, column } of fits) {
    if (columnOf.has(field) || taken.has(column)) continue;
    columnOf.set(field, column);
    taken.add(column);
  }
  const column = (field: Field): number | null => columnOf.get(field) ?? null;
  return {
    name: column("name"),
    aliases: column("aliases"),
    aliasSeparator: ";",
    kind: column("kind"),
    kindWhenAbsent: "organisation",
    country: column("country"),
    identifiers: column("identifiers"),
    birthDate: column("birthDate"),
    programme: column("programme"),
    remarks: column("remarks"),
    sourceId: column("sourceId"),
  };
}
