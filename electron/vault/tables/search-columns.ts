import { restrictedIntakeFields } from "../../../shared/domain/restricted.ts";
import type { SearchPlace } from "../../../shared/domain/search.ts";
import { anyJson } from "./json-column.ts";
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

/** A row as the database has it. */
export type Cells = Readonly<Record<string, unknown>>;
type Found = Omit<SourceRow, "dossierId" | "fields" | "evidenceType"> & {
  readonly fields: readonly (SourceField | undefined)[];
  readonly evidenceType?: string;
};

/** One table: how its rows of a case are read, which column tells them apart, and what they hold. */
export interface Source {
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

const entryTable: Source = {
  table: sealedTables.profileEntry,
  places: ["entry"],
  sql: "SELECT id, dossier_id, body, at FROM profile_entry WHERE dossier_id = ?",
  key: "id = ?",
  keyOf: plainKey,
  found: (row) => {
    const body = document(row);
    const source = text(list({ source: [body["source"]] }, "source")[0] ?? {}, "text");
    const fields = named(body, "organisation", "title", "unit", "people", "number", "note");
    return [
      {
        place: "entry",
        key: text(row, "id"),
        atMs: time(row, "at"),
        fields: [...fields, { field: "source", text: source }],
      },
    ];
  },
};

const linkTable: Source = {
  table: sealedTables.subjectLink,
  places: ["link"],
  sql: "SELECT id, dossier_id, body, at FROM subject_link WHERE dossier_id = ?",
  key: "id = ?",
  keyOf: plainKey,
  found: (row) => {
    const body = document(row);
    const source = text(list({ source: [body["source"]] }, "source")[0] ?? {}, "text");
    const fields = [...named(body, "role", "note"), { field: "source", text: source }];
    return [{ place: "link", key: text(row, "id"), atMs: time(row, "at"), fields }];
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

/** Pages of evidence; a case may have very many. */
export const pageTable: Source = {
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

/** Everything else that belongs to a case, in the order of the work. */
export const ofCase: readonly Source[] = [
  dossierTable,
  subjectTable,
  entryTable,
  linkTable,
  answerTable,
  measureTable,
  gateTable,
  moveTable,
  decisionTable,
  approvalTable,
  evidenceTable,
];
