import { useMemo } from "react";
import { useText } from "../../stores/text.ts";
import type { DataTableWords } from "../../ui/data-table-model.ts";

/** What large tables say by themselves. */
export function useTableWords(): DataTableWords {
  const text = useText();
  return useMemo(
    () => ({
      selection: text("desk.selectColumn"),
      selectAll: text("desk.selectAll"),
      selectRow: (name) => text("desk.selectRow", { name }),
      widthOf: (name) => text("desk.widthOf", { name }),
      sortPlace: (place) => text("desk.sortPlace", { place }),
      loading: text("desk.loading"),
    }),
    [text],
  );
}
