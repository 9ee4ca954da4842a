import { basename } from "node:path";
import { mustExist } from "../../../shared/assert.ts";
import type { EditionId } from "../../../shared/domain/ids.ts";
import { DifferencePart, type EntryValue, type ListSide } from "../../../shared/domain/list-editions.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { createText, isTextKey, type Locale, type Text } from "../../../shared/strings/text.ts";
import type { Dialogs } from "../../ports.ts";
import { displayName, safeFileName } from "../../security/display-name.ts";
import { type CsvRow, writeCsv } from "../../trail/trail-csv.ts";
import type { VaultFault } from "../../vault/fault.ts";
import { saveOutside } from "../save-outside.ts";
import type { Locked, OpenSession, Session } from "../session.ts";
import type { ListDifference } from "./compare-lists.ts";
import { differenceLine, type ListReading } from "./list-reading.ts";

/** Writes how two editions differ as a table, to where the person says. Public matter, so that no reason is asked for. */
export interface DifferenceCsv {
  save(input: {
    before: EditionId;
    after: ListSide;
    locale: Locale;
  }): Promise<
    Result<
      { fileName: string; lines: number },
      Locked | VaultFault | { readonly code: "unknown-edition" | "cancelled" }
    >
  >;
}

export function createDifferenceCsv({
  session,
  dialogs,
  reading,
}: {
  session: Session;
  dialogs: Dialogs;
  reading: ListReading;
}): DifferenceCsv {
  return {
    save: async ({ locale, ...sides }) => {
      const open = session.require();
      if (!open.ok) return open;
      const difference = await reading.whole(open.value, sides);
      if (!difference.ok) return difference;
      const before = mustExist(open.value.tables.lists.find(sides.before), "a compared edition is there");
      const path = await dialogs.saveFile(
        "list-difference",
        safeFileName(`${before.title}-${before.edition}-diff.csv`),
      );
      if (path === undefined) return err({ code: "cancelled" });
      const text = createText(locale);
      const header = ["part", "name", "type", "country", "field", "gone", "come"] as const;
      const words = header.map((column) => text(`lists.csv-${column}`));
      const saved = await saveOutside(path, writeCsv(words, rowsOf(open.value, difference.value, text)));
      if (!saved.ok) return saved;
      const { added, removed, changed } = difference.value;
      return ok({ fileName: displayName(basename(path)), lines: added.length + removed.length + changed.length });
    },
  };
}

function* rowsOf(open: OpenSession, difference: ListDifference, text: Text): Generator<CsvRow> {
  for (const part of DifferencePart.options)
    for (let at = 0; at < difference[part].length; at += 1) {
      const { line } = mustExist(differenceLine(open, difference, { part, at }), "a line within its part");
      const about = [
        text(`lists.part-${part}`),
        line.name,
        wordFor(text, "type", line.type),
        line.countries.join("; "),
      ];
      if (line.changes.length === 0) yield { cells: [...about, "", "", ""] };
      for (const { field, gone, come } of line.changes)
        yield { cells: [...about, wordFor(text, "field", field), joined(text, gone), joined(text, come)] };
    }
}

function wordFor(text: Text, what: "type" | "field" | "kind", code: string): string {
  const key = `lists.${what}-${code}`;
  return isTextKey(key) ? text(key) : code;
}

function joined(text: Text, values: readonly EntryValue[]): string {
  return values.map((value) => (value.text === "" ? wordFor(text, "kind", value.kind ?? "") : value.text)).join("; ");
}
