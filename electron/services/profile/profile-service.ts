import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import { type DossierId, EntryId, LinkId, type SubjectId } from "../../../shared/domain/ids.ts";
import type { EntryInput, ProfileEntry } from "../../../shared/domain/profile/entry.ts";
import { leadField } from "../../../shared/domain/profile/entry.ts";
import { canLink, type LinkInput, type SubjectLink } from "../../../shared/domain/profile/link.ts";
import { type FactSource, hasSource } from "../../../shared/domain/profile/source.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../../shared/result.ts";
import type { Clock, Random } from "../../ports.ts";
import { concerns } from "../../vault/tables/profile-table.ts";
import { type EntryRefusal, enterCase } from "../enter-case.ts";
import { newId } from "../new-id.ts";
import type { OpenSession, Session } from "../session.ts";

type Refused<C extends string> = { readonly code: C };
type OfCase<T = object> = T & { readonly dossierId: DossierId };
type Changed<T, C extends string> = Result<T, EntryRefusal | Refused<"dossier-decided" | C>>;
type SourceRefusal = "unknown-evidence" | "source-required";
type EntryRefusals = SourceRefusal | "unknown-subject" | "unknown-entry" | "stale-revision" | "entry-incomplete";
type LinkRefusals = SourceRefusal | "unknown-subject" | "unknown-link" | "stale-revision" | "link-impossible";

/** Entries or ties of one case; a page stays usable and a graph readable below it. */
export const profileLimit = 5_000;

/** What is recorded about the subjects of a case, and the ties between them. */
export interface ProfileService {
  open(input: OfCase): Result<{ entries: ProfileEntry[]; links: SubjectLink[] }, EntryRefusal>;
  putEntry(
    input: OfCase<{ entryId: EntryId | null; revision: number; entry: EntryInput }>,
  ): Changed<ProfileEntry, EntryRefusals | "profile-full">;
  removeEntry(
    input: OfCase<{ entryId: EntryId; revision: number }>,
  ): Changed<Nothing, "unknown-entry" | "stale-revision">;
  putLink(
    input: OfCase<{ linkId: LinkId | null; revision: number; link: LinkInput }>,
  ): Changed<SubjectLink, LinkRefusals | "profile-full">;
  removeLink(input: OfCase<{ linkId: LinkId; revision: number }>): Changed<Nothing, "unknown-link" | "stale-revision">;
}

export interface ProfileServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createProfileService(parts: ProfileServiceParts): ProfileService {
  const { session, onChange } = parts;

  /** Refuses what is frozen, and changes in one transaction. */
  function change<T, C extends string>(
    dossierId: DossierId,
    work: (open: OpenSession) => Result<T, Refused<C>>,
  ): Changed<T, C> {
    const entered = enterCase(session, "work-on-cases", dossierId);
    if (!entered.ok) return entered;
    const { open, record } = entered.value;
    if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
    const outcome = open.write(() => work(open));
    if (outcome.ok) onChange(dossierId);
    return outcome;
  }

  return {
    open: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      if (!entered.ok) return entered;
      const { profile } = entered.value.open.tables;
      return ok({ entries: profile.entries(dossierId), links: profile.links(dossierId) });
    },
    putEntry: (input) => change(input.dossierId, (open) => putEntry(parts, open, input)),
    removeEntry: ({ dossierId, entryId, revision }) =>
      change(dossierId, (open) => {
        const known = open.tables.profile.findEntry(dossierId, entryId);
        if (known === undefined) return err({ code: "unknown-entry" as const });
        if (known.revision !== revision) return err({ code: "stale-revision" as const });
        dropEntry(open, dossierId, known);
        return ok({});
      }),
    putLink: (input) => change(input.dossierId, (open) => putLink(parts, open, input)),
    removeLink: ({ dossierId, linkId, revision }) =>
      change(dossierId, (open) => {
        const known = open.tables.profile.findLink(dossierId, linkId);
        if (known === undefined) return err({ code: "unknown-link" as const });
        if (known.revision !== revision) return err({ code: "stale-revision" as const });
        dropLink(open, dossierId, known);
        return ok({});
      }),
  };
}

function putEntry(
  { clock, random }: ProfileServiceParts,
  open: OpenSession,
  { dossierId, entryId, revision, entry }: Parameters<ProfileService["putEntry"]>[0],
): Result<ProfileEntry, Refused<EntryRefusals | "profile-full">> {
  const { profile } = open.tables;
  const known = entryId === null ? undefined : profile.findEntry(dossierId, entryId);
  if (entryId !== null && known === undefined) return err({ code: "unknown-entry" });
  if ((known?.revision ?? 0) !== revision) return err({ code: "stale-revision" });
  const allowed = mayEnter(open, dossierId, entry);
  if (!allowed.ok) return allowed;
  if (known === undefined && profile.entries(dossierId).length >= profileLimit) return err({ code: "profile-full" });
  const stored: ProfileEntry = {
    ...entry,
    id: known?.id ?? newId(EntryId, random),
    revision: revision + 1,
    batchId: known?.batchId ?? null,
    at: known?.at ?? Instant.parse(clock.nowMs()),
    by: open.person.displayName,
  };
  profile.putEntry(dossierId, stored);
  open.remember({ dossierId, place: "profile-entry", rowId: stored.id, body: stored });
  open.note("profile-entry-set", dossierId, { subject: entry.subjectId, kind: entry.kind });
  return ok(stored);
}

/** Whether an entry says enough, of somebody in the case, and from somewhere. */
function mayEnter(
  open: OpenSession,
  dossierId: DossierId,
  entry: EntryInput,
): Result<true, Refused<SourceRefusal | "unknown-subject" | "entry-incomplete">> {
  if (!open.tables.subjects.list(dossierId).some((subject) => subject.id === entry.subjectId))
    return err({ code: "unknown-subject" });
  if (entry[leadField(entry.kind)].trim() === "") return err({ code: "entry-incomplete" });
  return checkSource(open, dossierId, entry.source);
}

function checkSource(
  open: OpenSession,
  dossierId: DossierId,
  source: FactSource,
): Result<true, Refused<SourceRefusal>> {
  if (!hasSource(source)) return err({ code: "source-required" });
  if (source.evidenceId !== null && open.tables.evidence.find(dossierId, source.evidenceId) === undefined)
    return err({ code: "unknown-evidence" });
  return ok(true);
}

function putLink(
  { clock, random }: ProfileServiceParts,
  open: OpenSession,
  { dossierId, linkId, revision, link }: Parameters<ProfileService["putLink"]>[0],
): Result<SubjectLink, Refused<LinkRefusals | "profile-full">> {
  const { profile } = open.tables;
  const known = linkId === null ? undefined : profile.findLink(dossierId, linkId);
  if (linkId !== null && known === undefined) return err({ code: "unknown-link" });
  if ((known?.revision ?? 0) !== revision) return err({ code: "stale-revision" });
  const subjects = open.tables.subjects.list(dossierId);
  const from = subjects.find((subject) => subject.id === link.from);
  const to = subjects.find((subject) => subject.id === link.to);
  if (from === undefined || to === undefined) return err({ code: "unknown-subject" });
  if (link.from === link.to || !canLink(link.kind, from.kind, to.kind)) return err({ code: "link-impossible" });
  const sourced = checkSource(open, dossierId, link.source);
  if (!sourced.ok) return sourced;
  if (known === undefined && profile.links(dossierId).length >= profileLimit) return err({ code: "profile-full" });
  const stored: SubjectLink = {
    ...link,
    id: known?.id ?? newId(LinkId, random),
    revision: revision + 1,
    at: known?.at ?? Instant.parse(clock.nowMs()),
    by: open.person.displayName,
  };
  profile.putLink(dossierId, stored);
  open.remember({ dossierId, place: "subject-link", rowId: stored.id, body: stored });
  open.note("subject-link-set", dossierId, { subject: link.from, kind: link.kind });
  return ok(stored);
}

/** Takes an entry away, with its trace. Inside a transaction of the caller. */
export function dropEntry(open: OpenSession, dossierId: DossierId, entry: ProfileEntry): void {
  open.tables.profile.removeEntry(entry.id);
  open.remember({ dossierId, place: "profile-entry", rowId: entry.id, body: null });
  open.note("profile-entry-removed", dossierId, { subject: entry.subjectId, kind: entry.kind });
}

function dropLink(open: OpenSession, dossierId: DossierId, link: SubjectLink): void {
  open.tables.profile.removeLink(link.id);
  open.remember({ dossierId, place: "subject-link", rowId: link.id, body: null });
  open.note("subject-link-removed", dossierId, { subject: link.from, kind: link.kind });
}

/** Takes away all that hangs on a subject that is about to leave the case. Inside a transaction of the caller. */
export function dropProfileOf(open: OpenSession, dossierId: DossierId, subjectId: SubjectId): void {
  const { profile, sameness } = open.tables;
  for (const entry of profile.entries(dossierId)) if (concerns(entry, subjectId)) dropEntry(open, dossierId, entry);
  for (const link of profile.links(dossierId)) if (concerns(link, subjectId)) dropLink(open, dossierId, link);
  sameness.removeSubject(subjectId);
}
