import { z } from "zod";

const columnId = z.string().regex(/^[a-z][a-z-]{0,39}$/u);

/** Tables whose look is kept. */
export const TableName = z.enum(["cases", "measures", "people", "lists", "evidence"]);
export type TableName = z.infer<typeof TableName>;

/** How one person likes one table. Columns stand in the order they are shown in; one not named here is shown as usual. */
export const TableView = z.strictObject({
  columns: z
    .array(z.strictObject({ id: columnId, widthPx: z.int().min(40).max(2_000).nullable(), isHidden: z.boolean() }))
    .max(40),
  sorts: z.array(z.strictObject({ column: columnId, direction: z.enum(["ascending", "descending"]) })).max(4),
  density: z.enum(["roomy", "dense"]),
});
export type TableView = z.infer<typeof TableView>;

/** A table nobody has changed yet. */
export const usualView: TableView = { columns: [], sorts: [], density: "roomy" };
