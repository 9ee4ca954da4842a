import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { EditionId, ImportId, Sha256 } from "../../shared/domain/ids.ts";
import { listDay } from "../../shared/domain/list-editions.ts";
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
import type { ParserProgress } from "../parsing/parser-protocol.ts";
import type { Clock, Dialogs, Random } from "../ports.ts";
import type { ListStop } from "../screening/lists/import-notes.ts";
import { ListEntry } from "../screening/lists/list-entry.ts";
import { formatOf } from "../screening/lists/list-format.ts";
import type { ImportCancelled, ListImporter } from "../screening/lists/list-importer.ts";
import type { ListPreview } from "../screening/lists/preview-list.ts";
import type { ListFile } from "../screening/lists/source/list-file.ts";
import { displayName } from "../security/display-name.ts";
import { compareLists } from "./lists/compare-lists.ts";
import type { PendingImports, Tried } from "./lists/pending-imports.ts";
import { beginStaging, type Staged, type StageWatch, stillOpen } from "./lists/stage-list.ts";
import { newId } from "./new-id.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";
import type { Tasks } from "./tasks.ts";

type Refused<C extends string> = { readonly code: C };
type ReadRefusal = { readonly code: ListStop["code"]; readonly details?: Readonly<Record<string, string | number>> };
type StoreRefusal = {
  readonly code: "edition-duplicate" | "edition-older";
  readonly details?: { readonly day: string };
};

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
    /** How many entries the publisher announced, where the layout asks for it. */
    announcedRows?: number | null | undefined;
  }): Promise<
    Result<
      ImportTrial,
      Locked | NotPermitted | ReadRefusal | Refused<"unknown-import" | "cancelled" | "file-unreadable">
    >
  >;
  /** Makes an edition of what was tried. `archive`: it is kept and not made current, whatever its day. */
  finishImport(input: {
    importId: ImportId;
    details: EditionDetails;
    archive?: boolean | undefined;
  }): Promise<Result<Edition, Locked | NotPermitted | Refused<"unknown-import"> | StoreRefusal>>;
  dropImport(input: { importId: ImportId }): void;
  /** Makes a kept edition the one new screenings use, in place of the current one of its list. */
  makeCurrent(input: { editionId: EditionId }): Result<Edition, Locked | NotPermitted | Refused<"unknown-edition">>;
  /** Keeps an edition and takes it out of use; its list is not searched until another edition is made current. */
  setAside(input: { editionId: EditionId }): Result<Edition, Locked | NotPermitted | Refused<"unknown-edition">>;
  /** Forgets every begun import; called when the vault locks. */
  dropAll(): void;
  /** Takes away what an import that died left behind; called when the vault opens. */
  sweep(): Promise<void>;
}

export interface ListServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Dialogs;
  readonly tasks: Tasks;
  readonly importer: ListImporter;
  readonly pending: PendingImports;
  /** Called after editions were added or changed their standing. */
  readonly onListsChange: () => void;
}

export function createListService(parts: ListServiceParts): ListService {
  const { session, pending } = parts;
  return {
    editions: () => {
      const open = session.require();
      return open.ok ? ok({ editions: open.value.tables.lists.list() }) : open;
    },
    beginImport: () => beginImport(parts),
    tryImport: (input) => tryImport(parts, input),
    finishImport: async ({ importId, details, archive }) => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      const tried = pending.find(importId)?.tried;
      if (tried === undefined) return err({ code: "unknown-import" });
      const given = tried.packed?.details ?? details;
      const stored = storeEdition(parts, open.value, { tried, details: given, archive: archive === true });
      if (stored.ok) pending.finished(importId);
      return stored;
    },
    dropImport: ({ importId }) => pending.drop(importId),
    makeCurrent: ({ editionId }) => changeStanding(parts, editionId, "list-made-current"),
    setAside: ({ editionId }) => changeStanding(parts, editionId, "list-set-aside"),
    dropAll: pending.forget,
    sweep: pending.sweep,
  };
}

async function beginImport({
  session,
  random,
  dialogs,
  importer,
  pending,
}: ListServiceParts): ReturnType<ListService["beginImport"]> {
  const open = session.enter("import-lists");
  if (!open.ok) return open;
  // A list may come in several files, as OFAC's does: names, further names and addresses apart.
  const paths = await dialogs.openFiles("list");
  const [first] = paths;
  if (first === undefined) return err({ code: "cancelled" });
  const areFiles = await Promise.all(paths.map(isOrdinaryFile));
  if (areFiles.includes(false)) return err({ code: "file-unreadable" });
  const files = paths.map((path) => ({ path }));
  const looked = await importer.preview(files);
  if (!looked.ok) return err(refusalOf(looked.error, files));
  const importId = newId(ImportId, random);
  pending.put(importId, { files, preview: looked.value, tried: undefined });
  return ok(toPreview(importId, files, looked.value));
}

/** Folders, devices and what is gone are no list; a pipe would keep the reader waiting. */
async function isOrdinaryFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function tryImport(
  parts: ListServiceParts,
  { importId, layout, mapping, title, announcedRows }: Parameters<ListService["tryImport"]>[0],
): ReturnType<ListService["tryImport"]> {
  const { session, pending, tasks } = parts;
  const open = session.enter("import-lists");
  if (!open.ok) return open;
  const begun = pending.find(importId);
  if (begun?.preview === undefined) return err({ code: "unknown-import" });
  const task = tasks.begin({ taskId: importId, label: "list-import", unit: "bytes" });
  try {
    const hasHeader = begun.preview.headerLine !== null;
    const format = formatOf(layout, { mapping, hasHeader, announcedRows: announcedRows ?? null });
    const watch = { signal: task.signal, onProgress: ({ done, total }: ParserProgress) => task.progress(done, total) };
    let read: Awaited<ReturnType<ListImporter["import"]>> | undefined;
    const staged = await stageInTurn(parts, open.value, {
      ...{ importId, signal: task.signal },
      // Entries come some hundred at a time, and the next wait until these are stored: neither side holds a whole list.
      fill: async (take) => {
        read = await parts.importer.import(begun.files, format, {
          ...watch,
          onEntries: async (some) => void (await take(some)),
        });
        return read.ok;
      },
    });
    if (read?.ok === false) return err(refusalOf(read.error, begun.files));
    if (!staged.ok) return staged;
    if (read === undefined) return err({ code: "cancelled" });
    const { report } = read.value;
    const tried = { staged: staged.value, sha256: report.sourceSha256, report, layout, mapping, packed: undefined };
    pending.put(importId, { ...begun, tried });
    return await toTrial(session, open.value, { tried, title });
  } finally {
    task.end();
  }
}

/** Hands entries over as they are read, in order; answers whether all of them came. */
type Fill = (take: (entries: Iterable<ListEntry>) => Promise<boolean>) => Promise<boolean>;

/** Puts what was read into the vault; what a person stops, or a lock, leaves nothing behind for long. */
export async function stageInTurn(
  { session, clock, pending }: Pick<ListServiceParts, "session" | "clock" | "pending">,
  open: OpenSession,
  work: { readonly importId: ImportId; readonly fill: Fill } & StageWatch,
): Promise<Result<Staged, Locked | Refused<"cancelled">>> {
  const { fill, ...watch } = work;
  const staged = await pending.inTurn(async () => {
    if (!stillOpen(session, open)) return undefined;
    const staging = await beginStaging(session, open, { ...watch, atMs: clock.nowMs() });
    let isWhole = true;
    const filled = await fill(async (entries) => {
      isWhole = isWhole && (await staging.take(entries));
      return isWhole;
    });
    return filled && isWhole ? staging.staged() : undefined;
  });
  if (staged !== undefined) return ok(staged);
  if (!stillOpen(session, open)) return err({ code: "vault-locked" });
  await pending.abandon(work.importId);
  return err({ code: "cancelled" });
}

function refusalOf(
  stop: ListStop | ImportCancelled,
  files: readonly ListFile[],
): ReadRefusal | Refused<"cancelled" | "file-unreadable"> {
  if ("reason" in stop && stop.reason === "file-gone") return { code: "file-unreadable" };
  if (stop.code === "cancelled") return { code: "cancelled" };
  const line = stop.line === null ? {} : { line: stop.line };
  const at = stop.file === undefined ? {} : { file: stop.file, fileName: namesOf(files)[stop.file - 1] ?? "" };
  return { code: stop.code, details: { reason: stop.reason, ...line, ...at } };
}

/** What the files are called, without the folders they lie in. */
function namesOf(files: readonly ListFile[]): string[] {
  return files.map((file) => ("path" in file ? displayName(basename(file.path)) : ""));
}

function toPreview(importId: ImportId, files: readonly ListFile[], preview: ListPreview): ImportPreview {
  const fileNames = namesOf(files);
  return {
    importId,
    fileName: displayName(fileNames.join(" + ")),
    fileNames,
    sizeBytes: preview.sizeBytes,
    encoding: preview.encoding,
    layout: preview.layout,
    header: [...preview.header],
    rows: preview.rows.map((row) => [...row]),
    mapping: preview.mapping,
  };
}

/** What a trial tells; the difference is against the current edition of the title. */
export async function toTrial(
  session: Session,
  open: OpenSession,
  { tried, title }: { tried: Tried; title: string },
): Promise<Result<ImportTrial, Locked>> {
  const { report, staged } = tried;
  const before = open.tables.lists.findCurrent(title);
  const difference =
    before === undefined
      ? undefined
      : await compareLists(session, open, { before: open.tables.lists.spans(before.id), after: staged.spans });
  if (!stillOpen(session, open)) return err({ code: "vault-locked" });
  return ok({
    rows: report?.rows ?? staged.entries,
    accepted: report?.accepted ?? staged.entries,
    refused: [...(report?.refused ?? [])],
    refusedTotal: report?.refusedTotal ?? 0,
    warnings: [...(report?.warnings ?? [])],
    sha256: Sha256.parse(tried.sha256),
    difference:
      difference === undefined
        ? null
        : {
            added: difference.added.length,
            removed: difference.removed.length,
            changed: difference.changed.length,
          },
  });
}

/** The entries of a stored edition, parsed. */
export function entriesOf(open: OpenSession, id: EditionId): ListEntry[] {
  return open.tables.lists.entries(id).map((stored) => ListEntry.parse(stored.body));
}

function storeEdition(
  { clock, random, onListsChange }: ListServiceParts,
  open: OpenSession,
  { tried, details, archive }: { tried: Tried; details: EditionDetails; archive: boolean },
): Result<Edition, StoreRefusal> {
  const { lists, listStaging } = open.tables;
  const sha256 = Sha256.parse(tried.sha256);
  if (lists.findByHash(sha256) !== undefined) return err({ code: "edition-duplicate" });
  const { staged, layout, packed } = tried;
  const edition: Edition = {
    ...details,
    id: newId(EditionId, random),
    layout,
    entries: staged.entries,
    sha256,
    importedAt: Instant.parse(clock.nowMs()),
    importedBy: open.person.displayName,
    current: !archive,
    ...(packed === undefined ? {} : { packSigner: Sha256.parse(packed.signer) }),
  };
  const loaded = lists.findCurrent(details.title);
  if (
    !archive &&
    loaded !== undefined &&
    listDay({ ...edition, importedAt: packed?.importedAt ?? edition.importedAt }) < listDay(loaded)
  )
    return err({ code: "edition-older", details: { day: listDay(loaded) } });
  open.write(() => {
    lists.add(edition, staged.spans);
    listStaging.end(staged.importId);
    open.note("list-imported", null, {
      edition: edition.id,
      entries: edition.entries,
      sha256,
      current: edition.current,
    });
  });
  onListsChange();
  return ok(edition);
}

function changeStanding(
  { session, onListsChange }: ListServiceParts,
  editionId: EditionId,
  kind: "list-made-current" | "list-set-aside",
): Result<Edition, Locked | NotPermitted | Refused<"unknown-edition">> {
  const open = session.enter("import-lists");
  if (!open.ok) return open;
  const { lists } = open.value.tables;
  const edition = lists.find(editionId);
  if (edition === undefined) return err({ code: "unknown-edition" });
  const current = kind === "list-made-current";
  // Asked twice, it is so already, and nothing is to be noted.
  if (edition.current === current) return ok(edition);
  open.value.write(() => {
    if (current) lists.makeCurrent(editionId);
    else lists.setAside(editionId);
    open.value.note(kind, null, { edition: editionId });
  });
  onListsChange();
  return ok({ ...edition, current });
}
