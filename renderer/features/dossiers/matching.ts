import type { DossierRow } from "../../../shared/domain/dossier.ts";

/** Width, case and the two kana are one for a reader who looks for a word. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\u30a1-\u30f6]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Rows whose number, title or principal hold every word sought. */
export function matching(rows: readonly DossierRow[], sought: string): readonly DossierRow[] {
  const words = plain(sought)
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const hay = plain(`${row.number} ${row.title} ${row.principal}`);
    return words.every((word) => hay.includes(word));
  });
}
