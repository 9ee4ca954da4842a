import { mustExist } from "../../../shared/assert.ts";
import { type ItemRow, nextOpen } from "./item-rows.ts";

/** The line to show: the one asked for, or else the first that is open, or else the first. */
export function currentRow(rows: readonly ItemRow[], itemId: string | undefined): ItemRow {
  const asked = rows.find((row) => row.item.id === itemId);
  return mustExist(asked ?? nextOpen(rows) ?? rows[0], "a template has items");
}

/** The lines one walks through by key: optional and hidden ones only while they are shown. */
export function visibleRows(
  rows: readonly ItemRow[],
  { isOptionalShown, isHiddenShown }: { isOptionalShown: boolean; isHiddenShown: boolean },
): readonly ItemRow[] {
  return rows.filter((row) => row.isRequired || (row.isHidden ? isHiddenShown : isOptionalShown));
}
