import { z } from "zod";
import { TableName, TableView } from "../../domain/desk/table-view.ts";
import { channel } from "../channel.ts";

/** How the person at the keyboard likes their tables; kept in the vault, for each person. */
export const tables = {
  /** The table as last left; null before anything was changed. */
  view: channel({
    request: z.strictObject({ name: TableName }),
    response: z.object({ view: TableView.nullable() }),
    errors: ["vault-locked"],
  }),

  keepView: channel({
    request: z.strictObject({ name: TableName, view: TableView }),
    response: z.object({}),
    errors: ["vault-locked"],
  }),
} as const;
