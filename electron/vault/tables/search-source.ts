import type { DossierId } from "../../../shared/domain/ids.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { type SealedRows, sealedRows } from "./sealed-rows.ts";
import { type Cells, ofCase, pageTable, type Source, type SourceRow } from "./search-columns.ts";
import type { SearchDoc } from "./search-table.ts";

/** The rows of cases as searches read them. Asking for a shut case is a bug and throws. */
export interface SearchSource {
  /** The row as it stands; undefined once it is gone, and where it holds no text. */
  read(doc: SearchDoc): SourceRow | undefined;
  /** Every row of a case but pages of evidence. */
  readCase(dossierId: DossierId): SourceRow[];
  /** Every page of evidence of a case. */
  readPages(dossierId: DossierId): SourceRow[];
  /** The ids of the cases changed last, those shut to this person left out. */
  latest(limit: number): DossierId[];
}

interface Reader {
  readonly source: Source;
  one(dossierId: DossierId, key: string): SourceRow[];
  all(dossierId: DossierId): SourceRow[];
}

function reader(db: Database, seals: CaseSeals, source: Source): Reader {
  const rows = sealedRows(seals, source.table);
  const every = db.prepare<[string], Cells>(source.sql);
  const one = db.prepare<(string | number)[], Cells>(`${source.sql} AND ${source.key}`);
  return {
    source,
    one: (dossierId, key) => {
      const values = source.keyOf(key);
      const row = values && one.get(dossierId, ...values.map((value) => soughtAs(rows, source, dossierId, value)));
      return row === undefined ? [] : plain(source, dossierId, rows.open(dossierId, row));
    },
    all: (dossierId) => every.all(dossierId).flatMap((row) => plain(source, dossierId, rows.open(dossierId, row))),
  };
}

/** Keys that are content lie sealed in restricted cases. */
function soughtAs(rows: SealedRows, { table }: Source, dossierId: DossierId, value: string | number): string | number {
  const [column] = table.steady ?? [];
  return column === undefined || typeof value === "number" ? value : rows.sought(dossierId, column, value);
}

function plain({ found }: Source, dossierId: DossierId, row: Cells): SourceRow[] {
  return found(row).map(({ fields, evidenceType, ...rest }) => ({
    ...rest,
    dossierId,
    evidenceType,
    fields: fields.filter((field) => field !== undefined && field.text !== "").flatMap((field) => field ?? []),
  }));
}

const hasText = (row: SourceRow): boolean => row.fields.length > 0;

export function createSearchSource(db: Database, seals: CaseSeals): SearchSource {
  const readers = ofCase.map((source) => reader(db, seals, source));
  const pages = reader(db, seals, pageTable);
  const newest = db.prepare<[number, number], { id: DossierId }>(
    "SELECT id FROM dossier ORDER BY updated_at DESC LIMIT ? OFFSET ?",
  );
  return {
    read: ({ dossierId, place, key }) =>
      [...readers, pages]
        .filter(({ source }) => source.places.includes(place))
        .flatMap(({ one }) => one(dossierId, key))
        .filter(hasText)
        .find((row) => row.place === place && row.key === key),
    readCase: (dossierId) => readers.flatMap(({ all }) => all(dossierId)).filter(hasText),
    readPages: (dossierId) => pages.all(dossierId).filter(hasText),
    latest: (limit) => {
      const ids: DossierId[] = [];
      for (let offset = 0; ids.length < limit; offset += limit) {
        const rows = newest.all(limit, offset);
        ids.push(...rows.map(({ id }) => id).filter((id) => !seals.isShut(id)));
        if (rows.length < limit) break;
      }
      return ids.slice(0, limit);
    },
  };
}
