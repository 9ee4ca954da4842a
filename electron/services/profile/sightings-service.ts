import { type DossierId, SubjectId } from "../../../shared/domain/ids.ts";
import { displayName, type Subject } from "../../../shared/domain/party.ts";
import type { SamenessGround, SamenessInput, Sighting } from "../../../shared/domain/profile/sameness.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Clock, Random } from "../../ports.ts";
import type { DossierRecord } from "../../vault/tables/dossier-table.ts";
import type { SamenessRecord } from "../../vault/tables/sameness-table.ts";
import { type EntryRefusal, enterCase, readableRecords } from "../enter-case.ts";
import { newId } from "../new-id.ts";
import type { OpenSession, Session } from "../session.ts";
import { foldedNames, type SubjectKeys, subjectKeys } from "./subject-keys.ts";

type Refused<C extends string> = { readonly code: C };
type OfCase<T = object> = T & { readonly dossierId: DossierId };
type Other = Sighting["other"];
type Seen = Result<{ sightings: Sighting[] }, EntryRefusal>;
type Judged<C extends string> = Result<{ sightings: Sighting[] }, EntryRefusal | Refused<C>>;

/** Finds the subjects of a case again in other cases, and keeps what people say about it. */
export interface SightingsService {
  sightings(input: OfCase): Seen;
  findOthers(input: OfCase<{ query: string }>): Result<{ others: Other[] }, EntryRefusal>;
  judge(input: OfCase<{ judgement: SamenessInput }>): Judged<"unknown-subject" | "reason-required">;
  forgetJudgement(input: OfCase<{ subjectId: SubjectId; otherSubjectId: SubjectId }>): Judged<"unknown-subject">;
}

export interface SightingsServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
}

interface Kept {
  readonly revision: number;
  readonly keys: SubjectKeys;
}
type Folded = Map<SubjectId, Kept>;

/** Answers to a search by name. */
const foundLimit = 20;

interface Elsewhere {
  readonly record: DossierRecord;
  readonly subject: Subject;
}

export function createSightingsService({ session, clock, random }: SightingsServiceParts): SightingsService {
  const keysIn = createKeyKeeper();
  const list = (open: OpenSession, dossierId: DossierId): Sighting[] => {
    const others = elsewhere(open, dossierId);
    const own = open.tables.subjects.list(dossierId);
    const keys = keysIn(open);
    const said = open.tables.sameness.touching(dossierId).map((record) => seenFrom(record, dossierId));
    return own.flatMap((subject) => sightingsOf(open, { subject, others, said, keysOf: keys }));
  };
  return {
    sightings: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? ok({ sightings: list(entered.value.open, dossierId) }) : entered;
    },
    findOthers: ({ dossierId, query }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      if (!entered.ok) return entered;
      const { open } = entered.value;
      return ok({ others: search(open, elsewhere(open, dossierId), query) });
    },
    judge: ({ dossierId, judgement }) => {
      const entered = enterCase(session, "work-on-cases", dossierId);
      if (!entered.ok) return entered;
      const { open } = entered.value;
      const { subjectId, otherDossierId, otherSubjectId, verdict, reason } = judgement;
      const isOwn = open.tables.subjects.list(dossierId).some((subject) => subject.id === subjectId);
      const isThere = elsewhere(open, dossierId).some(
        ({ record, subject }) => record.id === otherDossierId && subject.id === otherSubjectId,
      );
      if (!isOwn || !isThere) return err({ code: "unknown-subject" });
      if (reason.trim().length < textLimits.reasonMinimum) return err({ code: "reason-required" });
      open.write(() => {
        const earlier = findSaid(open, { dossierId, subjectId, otherSubjectId });
        const record: SamenessRecord = {
          // A verdict said from the other side is replaced by one of this side: nobody is left with two that differ.
          id: earlier?.dossierId === dossierId ? earlier.id : newId(SubjectId, random),
          ...{ dossierId, subjectId, otherDossierId, otherSubjectId, verdict, reason },
          at: Instant.parse(clock.nowMs()),
          by: open.person.displayName,
        };
        if (earlier !== undefined && earlier.dossierId !== dossierId) open.tables.sameness.remove(earlier.id);
        open.tables.sameness.put(record);
        open.remember({ dossierId, place: "sameness", rowId: record.id, body: { subjectId, verdict, reason } });
        open.note("sameness-judged", dossierId, { subject: subjectId });
      });
      return ok({ sightings: list(open, dossierId) });
    },
    forgetJudgement: ({ dossierId, subjectId, otherSubjectId }) => {
      const entered = enterCase(session, "work-on-cases", dossierId);
      if (!entered.ok) return entered;
      const { open } = entered.value;
      const said = findSaid(open, { dossierId, subjectId, otherSubjectId });
      if (said === undefined) return err({ code: "unknown-subject" });
      open.write(() => {
        open.tables.sameness.remove(said.id);
        open.remember({ dossierId, place: "sameness", rowId: said.id, body: null });
        open.note("sameness-judged", dossierId, { subject: subjectId });
      });
      return ok({ sightings: list(open, dossierId) });
    },
  };
}

/** Folds each subject once; what was folded goes with the open vault it was read from. */
function createKeyKeeper(): (open: OpenSession) => (subject: Subject) => SubjectKeys {
  const foldedIn = new WeakMap<object, Folded>();
  return (open) => {
    const folded: Folded = foldedIn.get(open.vault) ?? new Map<SubjectId, Kept>();
    foldedIn.set(open.vault, folded);
    return (subject) => {
      const known = folded.get(subject.id);
      if (known?.revision === subject.revision) return known.keys;
      const keys = subjectKeys(subject);
      folded.set(subject.id, { revision: subject.revision, keys });
      return keys;
    };
  };
}

/** Every subject of every other case this person may read. */
function elsewhere(open: OpenSession, dossierId: DossierId): Elsewhere[] {
  const records = new Map(readableRecords(open).map((record) => [record.id, record]));
  records.delete(dossierId);
  return open.tables.subjects.everywhere().flatMap(({ dossierId: place, subject }) => {
    const record = records.get(place);
    return record === undefined ? [] : [{ record, subject }];
  });
}

/** A verdict as the case sees it that asks: its own subject first. */
function seenFrom(record: SamenessRecord, dossierId: DossierId): SamenessRecord {
  if (record.dossierId === dossierId) return record;
  const { subjectId, otherSubjectId } = record;
  return {
    ...record,
    dossierId,
    subjectId: otherSubjectId,
    otherDossierId: record.dossierId,
    otherSubjectId: subjectId,
  };
}

function findSaid(
  open: OpenSession,
  { dossierId, subjectId, otherSubjectId }: { dossierId: DossierId; subjectId: SubjectId; otherSubjectId: SubjectId },
): SamenessRecord | undefined {
  return open.tables.sameness.touching(dossierId).find((record) => {
    const seen = seenFrom(record, dossierId);
    return seen.subjectId === subjectId && seen.otherSubjectId === otherSubjectId;
  });
}

interface Look {
  readonly subject: Subject;
  readonly others: readonly Elsewhere[];
  readonly said: readonly SamenessRecord[];
  readonly keysOf: (subject: Subject) => SubjectKeys;
}

function sightingsOf(open: OpenSession, { subject, others, said, keysOf }: Look): Sighting[] {
  const own = keysOf(subject);
  return others.flatMap((other) => {
    const shared = [...keysOf(other.subject)].flatMap(([key, ground]) => (own.has(key) ? [ground] : []));
    const verdict = said.find((one) => one.subjectId === subject.id && one.otherSubjectId === other.subject.id);
    if (shared.length === 0 && verdict === undefined) return [];
    const grounds: SamenessGround[] = shared.length === 0 ? ["curated"] : [...new Set(shared)];
    const { at, by, reason } = verdict ?? {};
    const judgement =
      verdict === undefined || at === undefined || by === undefined || reason === undefined
        ? null
        : { verdict: verdict.verdict, reason, at, by };
    return [{ subjectId: subject.id, other: describe(open, other), grounds, judgement }];
  });
}

function describe(open: OpenSession, { record, subject }: Elsewhere): Other {
  return {
    dossierId: record.id,
    number: record.number,
    title: record.title,
    dossierKind: record.kind,
    subjectId: subject.id,
    name: displayName(subject),
    kind: subject.kind,
    role: subject.role,
    restricted: open.cases.isRestricted(record.id),
  };
}

function search(open: OpenSession, others: readonly Elsewhere[], query: string): Other[] {
  const wanted = query.normalize("NFKC").trim().toLowerCase();
  const matches = others.filter(({ record, subject }) => {
    if (record.number.toLowerCase().includes(wanted)) return true;
    const [sought = ""] = foldedNames(query, subject.kind);
    const isNamed = (text: string): boolean =>
      sought !== "" && foldedNames(text, subject.kind).some((name) => name.includes(sought));
    return subject.names.some(({ text }) => text.toLowerCase().includes(wanted) || isNamed(text));
  });
  return matches.slice(0, foundLimit).map((other) => describe(open, other));
}
