import type { ListLayout } from "../../../shared/domain/screening.ts";

/** The layouts of METI's list as a table: six columns since October 2025, five before. */
export type MetiLayout = Extract<ListLayout, "meti-6" | "meti-5">;

/** What each header cell must say, in Japanese or English, compared without case, width, spaces and signs. */
const columnWords: readonly RegExp[] = [
  /^(?:no|番号|項番)$/,
  /国名|countryorregion/,
  /企業名|組織名|companyororganization/,
  /別名|alsoknownas/,
  /懸念区分|typeofwmd/,
  /通常兵器|conventionalweapons?/,
];

/** Columns of a layout. */
export function metiColumns(layout: MetiLayout): number {
  return layout === "meti-6" ? 6 : 5;
}

/** Which of METI's layouts a row is the header of, if any: every cell must fit and none may be left over. */
export function metiHeaderLayout(cells: readonly string[]): MetiLayout | undefined {
  const words = cells.map((cell) =>
    cell
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}]+/gu, ""),
  );
  while (words.at(-1) === "") words.pop();
  const fits = words.every((word, at) => columnWords[at]?.test(word) === true);
  if (!fits) return undefined;
  if (words.length === 6) return "meti-6";
  return words.length === 5 ? "meti-5" : undefined;
}
