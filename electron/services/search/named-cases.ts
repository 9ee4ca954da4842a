import type { DossierId } from "../../../shared/domain/ids.ts";
import { foldText } from "../../search/fold-text.ts";
import { holds } from "../../search/query.ts";
import type { SourceRow } from "../../vault/tables/search-columns.ts";
import type { OpenSession } from "../session.ts";
import { type Asked, passes } from "./row-match.ts";

/** A row with its fields folded. */
interface FoldedRow {
  readonly row: SourceRow;
  readonly folded: readonly string[];
}

/** Texts remembered at most, in UTF-16 units; cases beyond are read again for each search. */
const rememberedUnits = 16_000_000;

/**
 * Restricted cases are in no index: those this person reads are searched in memory. What was read is remembered until it
 * changes or the vault is locked.
 */
export interface NamedCases {
  /** The rows of a restricted case that hold what was asked for. */
  search(open: OpenSession, dossierId: DossierId, asked: Asked): SourceRow[];
  /** The case has changed. */
  drop(dossierId: string): void;
  forget(): void;
}

export function createNamedCases(): NamedCases {
  const known = new Map<string, readonly FoldedRow[]>();
  let units = 0;
  const rowsOf = ({ tables }: OpenSession, dossierId: DossierId): readonly FoldedRow[] => {
    const found = known.get(dossierId);
    if (found !== undefined) return found;
    const { searchSource } = tables;
    const rows = [...searchSource.readCase(dossierId), ...searchSource.readPages(dossierId)].map((row) => ({
      row,
      folded: row.fields.map(({ text }) => foldText(text)),
    }));
    const size = sizeOf(rows);
    if (units + size <= rememberedUnits) {
      known.set(dossierId, rows);
      units += size;
    }
    return rows;
  };
  return {
    search: (open, dossierId, { query, filters }) =>
      rowsOf(open, dossierId)
        .filter(({ folded }) => holds(folded, query))
        .map(({ row }) => row)
        .filter((row) => passes(open.tables.searchSource, row, filters)),
    drop: (dossierId) => {
      units -= sizeOf(known.get(dossierId) ?? []);
      known.delete(dossierId);
    },
    forget: () => {
      known.clear();
      units = 0;
    },
  };
}

function sizeOf(rows: readonly FoldedRow[]): number {
  let size = 0;
  for (const { folded } of rows) for (const text of folded) size += 2 * text.length;
  return size;
}
