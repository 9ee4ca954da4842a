/** What a column of a names file can hold. */
const nameFields = ["name", "kind", "country", "birthYear", "identifiers"] as const;
export type NameField = (typeof nameFields)[number];

/** Column numbers from 0 of the fields that the header names. */
export type NameColumns = Readonly<Partial<Record<NameField, number>>>;

/** Header words per field. A cell must be one of them whole: a first name that merely begins like one is a name. */
const headerWords: Readonly<Record<NameField, readonly string[]>> = {
  name: [
    ...["name", "names", "fullname", "entityname", "companyname", "organizationname", "organisationname", "subject"],
    ...["氏名", "名称", "名前", "氏名名称", "氏名又は名称", "企業名", "会社名", "法人名", "組織名", "団体名", "機関名"],
  ],
  kind: ["kind", "type", "schema", "entitytype", "種別", "区分", "類型", "個人法人の別", "個人団体の別"],
  country: [
    ...["country", "countries", "countrycode", "nationality", "nationalities"],
    ...["国", "国名", "国籍", "国地域", "国地域名", "国名地域名", "所在国", "所在地国"],
  ],
  birthYear: [
    ...["birthyear", "yearofbirth", "birthdate", "dateofbirth", "birthday", "dob"],
    ...["生年", "生年月日", "誕生日"],
  ],
  identifiers: [
    ...["identifier", "identifiers", "ids", "idnumber", "passportnumber", "registrationnumber"],
    ...["識別番号", "登録番号", "法人番号", "旅券番号"],
  ],
};

/** The columns of a first row that is a header; nothing where no cell says that it holds the name. */
export function readNameHeader(cells: readonly string[]): NameColumns | undefined {
  const plainCells = cells.map(plain);
  const columns: Partial<Record<NameField, number>> = {};
  for (const field of nameFields) {
    const column = plainCells.findIndex((cell) => headerWords[field].includes(cell));
    if (column >= 0) columns[field] = column;
  }
  return columns.name === undefined ? undefined : columns;
}

/** Compared without case, width, spaces and signs: `Birth_Year` and `birth year` are one word. */
function plain(cell: string): string {
  return cell
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, "");
}
