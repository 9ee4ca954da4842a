import { type TableName, TableView } from "../../shared/domain/desk/table-view.ts";
import { type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Locked, Session } from "./session.ts";

/** Keeps how each person likes their tables. */
export interface TableViewService {
  view(input: { readonly name: TableName }): Result<{ view: TableView | null }, Locked>;
  keepView(input: { readonly name: TableName; readonly view: TableView }): Result<Nothing, Locked>;
}

export function createTableViewService({ session }: { session: Session }): TableViewService {
  return {
    view: ({ name }) => {
      const open = session.require();
      if (!open.ok) return open;
      const kept = open.value.tables.desk.view(open.value.person.id, name);
      // A view of another version of the app is no loss: the table looks as usual again.
      const view = kept === undefined ? undefined : TableView.safeParse(JSON.parse(kept)).data;
      return ok({ view: view ?? null });
    },
    keepView: ({ name, view }) => {
      const open = session.require();
      if (!open.ok) return open;
      const { vault, tables, person } = open.value;
      vault.db.transaction(() => tables.desk.putView(person.id, name, JSON.stringify(view)));
      return ok({});
    },
  };
}
