import { basename } from "node:path";
import { EditionId, ImportId, Sha256 } from "../../shared/domain/ids.ts";
import type {
  ColumnMapping,
  Edition,
  EditionDetails,
  ImportPreview,
  ImportTrial,
  ListLayout,
} from "../../shared/domain/screening.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock, Dialogs, Random } from "../ports.ts";
import { diffEditions } from "../screening/lists/diff-editions.ts";
import type { ListStop } from "../screening/lists/import-notes.ts";
import { ListEntry } from "../screening/lists/list-entry.ts";
import type { ImportCancelled, ListImporter } from "../screening/lists/list-importer.ts";
import { listLimits } from "../screening/lists/list-limits.ts";
import type { ListFormat } from "../screening/lists/list-task.ts";
import type { ImportedList } from "../screening/lists/list-work.ts";
import { metiPolicy } from "../screening/lists/meti-list.ts";
import type { ListPreview } from "../screening/lists/preview-list.ts";
import { displayName } from "../security/display-name.ts";
import { newId } from "./new-id.ts";
import { readBounded } from "./read-bounded.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";
import type { Tasks } from "./tasks.ts";

type Refused<C extends string> = { readonly code: C };
type ReadRefusal = { readonly code: ListStop["code"]; readonly details?: Readonly<Record<string, string | number>> };

/** Takes list files in: a first look, a trial of the whole file, and only then an edition. */
export interface ListService {
  /** Editions are public matter: everybody who can unlock the vault sees which there are. */
  editions(): Result<{ editions: Edition[] }, Locked>;
  beginImport(): Promise<
    Result<ImportPreview, Locked | NotPermitted | ReadRefusal | Refused<"cancelled" | "file-unreadable">>
  >;
  tryImport(input: {
    importId: ImportId;
    layout: ListLayout;
    mapping: ColumnMapping;
    title: string;
  }): Promise<Result<ImportTrial, Locked | NotPermitted | ReadRefusal | Refused<"unknown-import" | "cancelled">>>;
  finishImport(input: {
    importId: ImportId;
    details: EditionDetails;
  }): Promise<Result<Edition, Locked | NotPermitted | Refused<"unknown-import" | "edition-duplicate">>>;
  dropImport(input: { importId: ImportId }): void;
  /** Forgets every begun import; called when the vault locks. */
  dropAll(): void;
}

/** An import between its first look and its end. Held in memory only; a list file is public matter. */
interface Pending {
  readonly bytes: Buffer;
  readonly preview: ListPreview;
  readonly tried:
    | { readonly list: ImportedList; readonly layout: ListLayout; readonly mapping: ColumnMapping }
    | undefined;
}

export interface ListServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Dialogs;
  readonly tasks: Tasks;
  readonly importer: ListImporter;
}

/** Begun imports kept at once; the oldest goes first. */
const pendingLimit = 3;

export function createListService(parts: ListServiceParts): ListService {
  const { session, random, dialogs, importer } = parts;
  const pending = new Map<ImportId, Pending>();
  return {
    editions: () => {
      const open = session.require();
      return open.ok ? ok({ editions: open.value.tables.lists.list() }) : open;
    },
    beginImport: async () => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      const path = await dialogs.openFile("list");
      if (path === undefined) return err({ code: "cancelled" });
      const bytes = await readBounded(path, listLimits.bytes);
      if (!bytes.ok) return err({ code: bytes.error === "file-too-large" ? "list-too-large" : "file-unreadable" });
      const looked = await importer.preview(bytes.value);
      if (!looked.ok) return err(refusalOf(looked.error));
      const importId = newId(ImportId, random);
      pending.set(importId, { bytes: bytes.value, preview: looked.value, tried: undefined });
      for (const old of [...pending.keys()].slice(0, -pendingLimit)) pending.delete(old);
      return ok(toPreview(importId, basename(path), looked.value));
    },
    tryImport: async ({ importId, layout, mapping, title }) => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      const begun = pending.get(importId);
      if (begun === undefined) return err({ code: "unknown-import" });
      const read = await readWhole(parts, { importId, begun, layout, mapping });
      if (!read.ok) return err(refusalOf(read.error));
      pending.set(importId, { ...begun, tried: { list: read.value, layout, mapping } });
      return ok(toTrial(open.value, read.value, title));
    },
    finishImport: async ({ importId, details }) => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      const tried = pending.get(importId)?.tried;
      if (tried === undefined) return err({ code: "unknown-import" });
      const stored = storeEdition(parts, open.value, { tried, details });
      if (stored.ok) pending.delete(importId);
      return stored;
    },
    dropImport: ({ importId }) => {
      pending.delete(importId);
    },
    dropAll: () => pending.clear(),
  };
}

function refusalOf(stop: ListStop | ImportCancelled): ReadRefusal | Refused<"cancelled"> {
  if (stop.code === "cancelled") return { code: "cancelled" };
  return { code: stop.code, details: { reason: stop.reason, ...(stop.line === null ? {} : { line: stop.line }) } };
}

function toPreview(importId: ImportId, fileName: string, preview: ListPreview): ImportPreview {
  return {
    importId,
    fileName: displayName(fileName),
    sizeBytes: preview.sizeBytes,
    encoding: preview.encoding,
    layout: preview.layout,
    header: [...preview.header],
    rows: preview.rows.map((row) => [...row]),
    mapping: preview.mapping,
  };
}

async function readWhole(
  { importer, tasks }: ListServiceParts,
  {
    importId,
    begun,
    layout,
    mapping,
  }: { importId: ImportId; begun: Pending; layout: ListLayout; mapping: ColumnMapping },
): Promise<Result<ImportedList, ListStop | ImportCancelled>> {
  const hasHeader = begun.preview.headerLine !== null;
  const format: ListFormat =
    layout === "csv"
      ? { kind: "csv", profile: { mapping, hasHeader, delimiter: null, encoding: null } }
      : { kind: "meti", policy: { ...metiPolicy, layout } };
  const task = tasks.begin({ taskId: importId, label: "list-import", unit: "bytes" });
  try {
    return await importer.import(begun.bytes, format, {
      signal: task.signal,
      onProgress: ({ done, total }) => task.progress(done, total),
    });
  } finally {
    task.end();
  }
}

function toTrial(open: OpenSession, { report, entries }: ImportedList, title: string): ImportTrial {
  const before = open.tables.lists.findCurrent(title);
  const difference = before === undefined ? undefined : diffEditions(entriesOf(open, before.id), entries);
  return {
    rows: report.rows,
    accepted: report.accepted,
    refused: [...report.refused],
    refusedTotal: report.refusedTotal,
    warnings: [...report.warnings],
    sha256: Sha256.parse(report.sourceSha256),
    difference:
      difference === undefined
        ? null
        : {
            added: difference.added.length,
            removed: difference.removed.length,
            changed: difference.changed.length,
          },
  };
}

/** The entries of a stored edition, parsed. */
export function entriesOf(open: OpenSession, id: EditionId): ListEntry[] {
  return open.tables.lists.entries(id).map((stored) => ListEntry.parse(stored.body));
}

function storeEdition(
  { clock, random }: ListServiceParts,
  open: OpenSession,
  { tried, details }: { tried: NonNullable<Pending["tried"]>; details: EditionDetails },
): Result<Edition, Refused<"edition-duplicate">> {
  const sha256 = Sha256.parse(tried.list.report.sourceSha256);
  if (open.tables.lists.findByHash(sha256) !== undefined) return err({ code: "edition-duplicate" });
  const edition: Edition = {
    ...details,
    id: newId(EditionId, random),
    layout: tried.layout,
    entries: tried.list.entries.length,
    sha256,
    importedAt: Instant.parse(clock.nowMs()),
    importedBy: open.person.displayName,
    current: true,
  };
  open.write(() => {
    open.tables.lists.add(
      edition,
      tried.list.entries.map((entry) => ({ entryKey: entry.entryKey, body: entry })),
    );
    open.note("list-imported", null, { edition: edition.id, entries: edition.entries, sha256 });
  });
  return ok(edition);
}
