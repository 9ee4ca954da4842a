import type { DossierId } from "../../../shared/domain/ids.ts";
import { restrictedIntakeFields } from "../../../shared/domain/restricted.ts";
import type { SearchPlace } from "../../../shared/domain/search.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson } from "./json-column.ts";
import { type SealedRows, sealedRows } from "./sealed-rows.ts";
import { type SealedTable, sealedTables } from "./sealed-tables.ts";
import type { SearchDoc } from "./search-table.ts";

/** One field of a row with its text as it was written. */
export interface SourceField {
  readonly field: string;
  readonly text: string;
}

/** What searches may find in one row of a case. Restricted fields are not among it. */
export interface SourceRow extends SearchDoc {
  readonly fields: readonly SourceField[];
  /** When it was last written, or taken in; epoch milliseconds. */
  readonly atMs: number;
  /** Of evidence alone. */
  readonly evidenceType: string | undefined;
}

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

type Cells = Readonly<Record<string, unknown>>;
type Found = Omit<SourceRow, "dossierId" | "fields" | "evidenceType"> & {
  readonly fields: readonly (SourceField | undefined)[];
  readonly evidenceType?: string;
};

/** One table: how its rows of a case are read, which column tells them apart, and what they hold. */
interface Source {
  readonly table: SealedTable;
  readonly places: readonly SearchPlace[];
  readonly sql: string;
  readonly key: string;
  /** The values for the columns of `key`; undefined when the key is not of this table. */
  readonly keyOf: (key: string) => readonly (string | number)[] | undefined;
  readonly found: (row: Cells) => readonly Found[];
}

const plainKey = (key: string): readonly string[] => [key];

function text(row: Cells, name: string): string {
  const value = row[name];
  return typeof value === "string" ? value : "";
}

function time(row: Cells, name: string): number {
  return Number(row[name]);
}

function document(row: Cells, name = "body"): Cells {
  const body = anyJson(text(row, name));
  // Safe: every document column holds an object, and each field is looked at before it is used.
  return typeof body === "object" && body !== null ? (body as Cells) : {};
}

function list(row: Cells, name: string): readonly Cells[] {
  const value = row[name];
  return Array.isArray(value) ? value.filter((one): one is Cells => typeof one === "object" && one !== null) : [];
}

function named(body: Cells, ...names: readonly string[]): (SourceField | undefined)[] {
  return names.map((field) => {
    const found = text(body, field);
    return found === "" ? undefined : { field, text: found };
  });
}

const answerTable: Source = {
  table: sealedTables.answer,
  places: ["answer"],
  sql: "SELECT * FROM answer WHERE dossier_id = ?",
  key: "item_id = ?",
  keyOf: plainKey,
  found: (row) => {
    const body = document(row);
    const sources = list(body, "sources").map((source) => ({ field: "sources", text: text(source, "note") }));
    const fields = [...named(body, "fact", "explanation", "assessment", "reason"), ...sources];
    return [{ place: "answer", key: text(row, "item_id"), atMs: time(row, "updated_at"), fields }];
  },
};

const dossierTable: Source = {
  table: sealedTables.dossier,
  places: ["head", "intake", "triage"],
  sql: "SELECT * FROM dossier WHERE id = ?",
  key: "1",
  keyOf: () => [],
  found: (row) => {
    const atMs = time(row, "updated_at");
    const intake = Object.entries(document(row, "intake"))
      .filter(([field, value]) => typeof value === "string" && !restrictedIntakeFields.includes(field))
      .map(([field, value]) => ({ field, text: String(value) }));
    const head = [
      { field: "title", text: text(row, "title") },
      { field: "number", text: text(row, "number") },
      { field: "hostUnit", text: text(row, "host_unit") },
    ];
    return [
      { place: "head", key: "", atMs, fields: head },
      { place: "intake", key: "", atMs, fields: intake },
      {
        place: "triage",
        key: "",
        atMs,
        fields: named(document(row, "triage"), "techReason", "accessReason", "depthReason"),
      },
    ];
  },
};

const subjectTable: Source = {
  table: sealedTables.subject,
  places: ["subject"],
  sql: `SELECT id, dossier_id, body, (SELECT updated_at FROM dossier d WHERE d.id = dossier_id) AS at FROM subject
        WHERE dossier_id = ?`,
  key: "id = ?",
  keyOf: plainKey,
  found: (row) => {
    const body = document(row);
    const names = list(body, "names").map((name) => ({ field: "name", text: text(name, "text") }));
    return [
      {
        place: "subject",
        key: text(row, "id"),
        atMs: time(row, "at"),
        fields: [...names, ...named(body, "country")],
      },
    ];
  },
};

const measureTable: Source = {
  table: sealedTables.measure,
  places: ["measure"],
  sql: "SELECT * FROM measure WHERE dossier_id = ?",
  key: "measure_id = ?",
  keyOf: plainKey,
  found: (row) => [
    {
      place: "measure",
      key: text(row, "measure_id"),
      atMs: time(row, "updated_at"),
      fields: named(document(row), "owner", "verification", "note"),
    },
  ],
};

const gateTable: Source = {
  table: sealedTables.gate,
  places: ["gate"],
  sql: "SELECT * FROM gate WHERE dossier_id = ?",
  key: "gate_id = ?",
  keyOf: plainKey,
  found: (row) => [
    {
      place: "gate",
      key: text(row, "gate_id"),
      atMs: time(row, "set_at"),
      fields: [
        { field: "reason", text: text(row, "reason") },
        { field: "secondPerson", text: text(row, "second_person") },
      ],
    },
  ],
};

const moveTable: Source = {
  table: sealedTables.move,
  places: ["move"],
  sql: "SELECT * FROM dossier_move WHERE dossier_id = ?",
  key: "number = ?",
  keyOf: (key) => [Number(key)],
  found: (row) => [
    {
      place: "move",
      key: String(row["number"]),
      atMs: time(row, "moved_at"),
      fields: [{ field: "reason", text: text(row, "reason") }],
    },
  ],
};

const stated = ["reason", "departureReason", "conditions", "dissent", "attendees", "recusals", "decidedBy"] as const;

const decisionTable: Source = {
  table: sealedTables.decision,
  places: ["decision"],
  sql: "SELECT id, dossier_id, body, recorded_at FROM decision WHERE dossier_id = ?",
  key: "id = ?",
  keyOf: (key) => (key.endsWith("/answer") ? undefined : [key]),
  found: (row) => [
    {
      place: "decision",
      key: text(row, "id"),
      atMs: time(row, "recorded_at"),
      fields: named(document(row), ...stated),
    },
  ],
};

const approvalTable: Source = {
  table: sealedTables.approval,
  places: ["decision"],
  sql: "SELECT * FROM decision_approval WHERE dossier_id = ?",
  key: "decision_id = ?",
  keyOf: (key) => (key.endsWith("/answer") ? [key.slice(0, -"/answer".length)] : undefined),
  found: (row) => [
    {
      place: "decision",
      key: `${text(row, "decision_id")}/answer`,
      atMs: time(row, "answered_at"),
      fields: named(document(row), "note", "meeting"),
    },
  ],
};

const evidenceTable: Source = {
  table: sealedTables.evidence,
  places: ["evidence"],
  sql: `SELECT id, dossier_id, number, details, file_name, imported_at FROM evidence
        WHERE removed_at IS NULL AND dossier_id = ?`,
  key: "id = ?",
  keyOf: plainKey,
  found: (row) => {
    const details = document(row, "details");
    const fields = named(details, "title", "origin", "location", "capturedBy", "note");
    return [
      {
        place: "evidence",
        key: text(row, "id"),
        atMs: time(row, "imported_at"),
        fields: [...fields, { field: "fileName", text: text(row, "file_name") }],
        evidenceType: text(details, "evidenceType"),
      },
    ];
  },
};

const pageTable: Source = {
  table: sealedTables.evidenceText,
  places: ["page"],
  sql: `SELECT evidence_id, dossier_id, part, label, text,
          (SELECT imported_at FROM evidence e WHERE e.id = evidence_id) AS at FROM evidence_text WHERE dossier_id = ?`,
  key: "evidence_id = ? AND part = ?",
  keyOf: (key) => {
    const [evidenceId = "", part = ""] = key.split("/");
    return [evidenceId, Number(part)];
  },
  found: (row) => [
    {
      place: "page",
      key: `${text(row, "evidence_id")}/${Number(row["part"])}`,
      atMs: time(row, "at"),
      fields: [
        { field: "text", text: text(row, "text") },
        { field: "label", text: text(row, "label") },
      ],
    },
  ],
};

const ofCase: readonly Source[] = [
  dossierTable,
  subjectTable,
  answerTable,
  measureTable,
  gateTable,
  moveTable,
  decisionTable,
  approvalTable,
  evidenceTable,
];

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
