import type { ImportField, ProfileMapping } from "../../../shared/domain/profile/import.ts";

/** Words that the header of a column may hold, by what the column means; the first column that fits is taken. */
const hints: readonly (readonly [ImportField, RegExp])[] = [
  [
    "from",
    /^(?:from|start)|開始|年月\(?自|自$|期間\(from\)|出版年月|発行年月|発表年月|^(?:年|年月|時期|期間|date|dates|year)$/iu,
  ],
  ["to", /^(?:to|end|until)|終了|年月\(?至|至$|期間\(to\)/iu],
  ["people", /著者|発明者|出願人|担当者|authors?|inventors?/iu],
  ["number", /doi|番号|number/iu],
  ["amount", /金額|配分額|総額|amount/iu],
  ["unit", /部局|部署|学部|研究室|専攻|department|unit/iu],
  ["title", /題名|タイトル|課題名|論文名|発明の名称|職名|役職|学位|課程|title|position|degree|role/iu],
  ["organisation", /所属|機関|勤務先|学校|大学|誌名|掲載|出版者|提供|organi[sz]ation|employer|school|journal|funder/iu],
  ["kind", /種類|種別|区分|kind|type/iu],
  ["note", /備考|メモ|note|remarks/iu],
];

/** A first meaning for the columns of a table, from its header. */
export function guessMapping(header: readonly string[]): ProfileMapping {
  const taken = new Set<number>();
  const found = Object.fromEntries(
    hints.map(([field, pattern]) => {
      const column = header.findIndex(
        (cell, index) => !taken.has(index) && pattern.test(cell.normalize("NFKC").trim()),
      );
      if (column >= 0) taken.add(column);
      return [field, column < 0 ? null : column];
    }),
  );
  const looksPublished = header.some((cell) => /著者|author|doi|論文/iu.test(cell));
  // Safe: one entry for each field of the mapping.
  return { ...found, kindWhenAbsent: looksPublished ? "publication" : "post" } as ProfileMapping;
}
