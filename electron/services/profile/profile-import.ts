import { createHash } from "node:crypto";
import { basename } from "node:path";
import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import { type DossierId, EntryId, ImportId, type SubjectId } from "../../../shared/domain/ids.ts";
import type { ProfileEntry } from "../../../shared/domain/profile/entry.ts";
import { readIdentifier } from "../../../shared/domain/profile/identifier.ts";
import type { ProfileImport, ProfileMapping } from "../../../shared/domain/profile/import.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../../shared/result.ts";
import { guessMapping } from "../../parsing/profile/guess-mapping.ts";
import type { ProfileStop, ReadProfile } from "../../parsing/profile/raw-entry.ts";
import { runParser } from "../../parsing/run-parser.ts";
import type { Dialogs } from "../../ports.ts";
import { displayName } from "../../security/display-name.ts";
import { type Entered, type EntryRefusal, enterCase } from "../enter-case.ts";
import { newId } from "../new-id.ts";
import { readBounded } from "../read-bounded.ts";
import type { OpenSession } from "../session.ts";
import { importLines } from "./import-lines.ts";
import { dropEntry, type ProfileServiceParts, profileLimit } from "./profile-service.ts";

type Coded<C extends string> = { readonly code: C; readonly details?: Readonly<Record<string, string | number>> };
type Refused<C extends string> = EntryRefusal | Coded<C>;
type OfCase<T = object> = T & { readonly dossierId: DossierId };
type Pending = {
  readonly dossierId: DossierId;
  readonly subjectId: SubjectId;
  readonly fileName: string;
  readonly read: ReadProfile;
};

/** Limits of one file: a career of publications fits many times over. */
const profileFileLimits = { bytes: 8 * 1024 * 1024, timeMs: 20_000, memoryMb: 512, rows: 10_000 } as const;

/** Takes posts, studies and publications in from a file: a first look, a choice of lines, and a way back. */
export interface ProfileImportService {
  begin(
    input: OfCase<{ subjectId: SubjectId }>,
  ): Promise<
    Result<
      ProfileImport,
      Refused<
        | "dossier-decided"
        | "unknown-subject"
        | "cancelled"
        | "file-unreadable"
        | "file-too-large"
        | "profile-unreadable"
      >
    >
  >;
  remap(
    input: OfCase<{ importId: ImportId; mapping: ProfileMapping }>,
  ): Result<ProfileImport, Refused<"dossier-decided" | "unknown-import">>;
  finish(
    input: OfCase<{ importId: ImportId; mapping: ProfileMapping | null; lines: readonly number[] }>,
  ): Result<{ batchId: ImportId; added: number }, Refused<"dossier-decided" | "unknown-import" | "profile-full">>;
  /** Takes back what an import brought, but for entries that somebody has changed since. */
  undo(
    input: OfCase<{ batchId: ImportId }>,
  ): Result<{ removed: number; kept: number }, Refused<"dossier-decided" | "unknown-import">>;
  drop(input: OfCase<{ importId: ImportId }>): Result<Nothing, EntryRefusal>;
}

export interface ProfileImportParts extends ProfileServiceParts {
  readonly dialogs: Dialogs;
  readonly workerUrl: URL;
}

/** Files that were read and wait to be taken in: one for each open vault, gone with it, for its text is a case's. */
function heldImports() {
  const held = new WeakMap<object, Map<ImportId, Pending>>();
  const of = (open: OpenSession): Map<ImportId, Pending> => {
    const known = held.get(open.vault) ?? new Map<ImportId, Pending>();
    held.set(open.vault, known);
    return known;
  };
  const find = (open: OpenSession, dossierId: DossierId, importId: ImportId): Pending | undefined => {
    const pending = of(open).get(importId);
    return pending?.dossierId === dossierId ? pending : undefined;
  };
  return { of, find };
}

export function createProfileImport(parts: ProfileImportParts): ProfileImportService {
  const { session, dialogs, random, onChange } = parts;
  const { of: pendingOf, find } = heldImports();
  const enter = (dossierId: DossierId): Result<Entered, Refused<"dossier-decided">> => {
    const entered = enterCase(session, "work-on-cases", dossierId);
    if (!entered.ok) return entered;
    return isOpenForWork(entered.value.record.state) ? entered : err({ code: "dossier-decided" });
  };
  return {
    begin: async ({ dossierId, subjectId }) => {
      const asked = enter(dossierId);
      if (!asked.ok) return asked;
      if (!asked.value.open.tables.subjects.list(dossierId).some((subject) => subject.id === subjectId))
        return err({ code: "unknown-subject" });
      const path = await dialogs.openFile("profile");
      if (path === undefined) return err({ code: "cancelled" });
      const bytes = await readBounded(path, profileFileLimits.bytes);
      if (!bytes.ok) return err({ code: bytes.error, details: { limit: profileFileLimits.bytes / (1024 * 1024) } });
      const read = await readProfile(parts.workerUrl, bytes.value);
      if (!read.ok) return err({ code: "profile-unreadable", details: stopDetails(read.error) });
      // Reading takes a while, in which the vault may have been locked or the case decided.
      const entered = enter(dossierId);
      if (!entered.ok) return entered;
      const { open } = entered.value;
      const importId = newId(ImportId, random);
      const pending = { dossierId, subjectId, fileName: displayName(basename(path)), read: read.value };
      const held = pendingOf(open);
      held.clear();
      held.set(importId, pending);
      return ok(preview(open, importId, pending, undefined));
    },
    remap: ({ dossierId, importId, mapping }) => {
      const entered = enter(dossierId);
      if (!entered.ok) return entered;
      const pending = find(entered.value.open, dossierId, importId);
      return pending === undefined
        ? err({ code: "unknown-import" })
        : ok(preview(entered.value.open, importId, pending, mapping));
    },
    finish: ({ dossierId, importId, mapping, lines }) => {
      const entered = enter(dossierId);
      if (!entered.ok) return entered;
      const { open } = entered.value;
      const pending = find(open, dossierId, importId);
      if (pending === undefined) return err({ code: "unknown-import" });
      const stored = store(parts, open, { importId, pending, mapping, lines });
      if (!stored.ok) return stored;
      pendingOf(open).delete(importId);
      onChange(dossierId);
      return stored;
    },
    undo: ({ dossierId, batchId }) => {
      const entered = enter(dossierId);
      if (!entered.ok) return entered;
      const undone = takeBack(entered.value.open, dossierId, batchId);
      if (undone.ok) onChange(dossierId);
      return undone;
    },
    drop: ({ dossierId, importId }) => {
      const entered = enterCase(session, "work-on-cases", dossierId);
      if (!entered.ok) return entered;
      pendingOf(entered.value.open).delete(importId);
      return ok({});
    },
  };
}

/** Drops what a lot brought in; what somebody has changed since stays. */
function takeBack(
  open: OpenSession,
  dossierId: DossierId,
  batchId: ImportId,
): Result<{ removed: number; kept: number }, { readonly code: "unknown-import" }> {
  const batch = open.tables.profile.ofBatch(dossierId, batchId);
  if (batch.length === 0) return err({ code: "unknown-import" });
  const untouched = batch.filter((entry) => entry.revision === 1);
  open.write(() => {
    for (const entry of untouched) dropEntry(open, dossierId, entry);
    open.note("profile-import-undone", dossierId, { number: untouched.length });
  });
  return ok({ removed: untouched.length, kept: batch.length - untouched.length });
}

type ReadStop = ProfileStop | { readonly code: "too-long" | "too-large" | "failed" };

async function readProfile(module: URL, bytes: Uint8Array): Promise<Result<ReadProfile, ReadStop>> {
  const { timeMs, memoryMb, rows } = profileFileLimits;
  const limits = { timeMs, memoryMb, outputRows: rows };
  const outcome = await runParser<Result<ReadProfile, ProfileStop>>({ module, input: { bytes }, limits });
  if (outcome.ok) return outcome.value;
  const { code } = outcome.error;
  return err({ code: code === "parser-timeout" ? "too-long" : code === "parser-crashed" ? "failed" : "too-large" });
}

/** What the sentence about an unreadable file is chosen by. */
function stopDetails(stop: ReadStop): Readonly<Record<string, string | number>> {
  const why = stop.code === "wrong-kind" ? stop.kind : stop.code.replaceAll("-", "_");
  return { why, line: stop.code === "broken" ? stop.line : 0 };
}

function signatureOf(header: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(header)).digest("hex");
}

function preview(
  open: OpenSession,
  importId: ImportId,
  { dossierId, subjectId, fileName, read }: Pending,
  chosen: ProfileMapping | undefined,
): ProfileImport {
  const columns = read.rows[0]?.cells ?? [];
  const remembered = columns.length === 0 ? undefined : open.tables.mappings.find(signatureOf(columns));
  const mapping = columns.length === 0 ? null : (chosen ?? remembered ?? guessMapping(columns));
  const known = open.tables.profile.entries(dossierId);
  const own = open.tables.subjects.list(dossierId).find((subject) => subject.id === subjectId);
  const ids = own?.identifiers.map(readIdentifier).filter(({ scheme }) => scheme === "orcid") ?? [];
  return {
    importId,
    fileName,
    format: read.format,
    columns: [...columns],
    mapping,
    isKnownMapping: chosen === undefined && remembered !== undefined,
    // Whether they agree crosses the door, the numbers do not.
    isOwn: read.orcid === null || ids.length === 0 ? null : ids.some(({ value }) => value === read.orcid),
    lines: importLines(read, { subjectId, fileName, mapping, known }),
  };
}

function store(
  { clock, random }: ProfileImportParts,
  open: OpenSession,
  {
    importId,
    pending,
    mapping,
    lines,
  }: { importId: ImportId; pending: Pending; mapping: ProfileMapping | null; lines: readonly number[] },
): Result<{ batchId: ImportId; added: number }, Coded<"profile-full">> {
  const { dossierId, read } = pending;
  const shown = preview(open, importId, pending, mapping ?? undefined);
  const chosen = shown.lines.flatMap(({ id, entry }) => (entry !== null && lines.includes(id) ? [entry] : []));
  if (open.tables.profile.entries(dossierId).length + chosen.length > profileLimit)
    return err({ code: "profile-full" });
  const at = Instant.parse(clock.nowMs());
  open.write(() => {
    for (const input of chosen) {
      const entry: ProfileEntry = {
        ...input,
        id: newId(EntryId, random),
        revision: 1,
        batchId: importId,
        at,
        by: open.person.displayName,
      };
      open.tables.profile.putEntry(dossierId, entry);
      open.remember({ dossierId, place: "profile-entry", rowId: entry.id, body: entry });
    }
    const header = read.rows[0]?.cells;
    if (header !== undefined && shown.mapping !== null)
      open.tables.mappings.keep(signatureOf(header), shown.mapping, at);
    open.note("profile-imported", dossierId, {
      subject: pending.subjectId,
      number: chosen.length,
      format: read.format,
    });
  });
  return ok({ batchId: importId, added: chosen.length });
}
