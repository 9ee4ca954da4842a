import { createHash } from "node:crypto";
import { mustExist } from "../../shared/assert.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import { type DossierId, HitId } from "../../shared/domain/ids.ts";
import type { Subject } from "../../shared/domain/party.ts";
import { readIdentifier } from "../../shared/domain/profile/identifier.ts";
import type { Edition, Hit, Judgement, ScreeningRun } from "../../shared/domain/screening.ts";
import { textLimits } from "../../shared/domain/text.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock, Random } from "../ports.ts";
import type { ListEntry } from "../screening/lists/list-entry.ts";
import type { Candidate, NameQuery } from "../screening/match/candidate.ts";
import type { HitRecord, RunRecord } from "../vault/tables/screening-table.ts";
import { type EntryRefusal, enterCase } from "./enter-case.ts";
import type { FoundEntry, NameSearch, SearchAnswer } from "./name-search.ts";
import { newId } from "./new-id.ts";
import type { OpenSession, Session } from "./session.ts";

type Refused<C extends string> = { readonly code: C };
type Outcome<E = never> = Result<{ run: ScreeningRun; hits: Hit[] }, EntryRefusal | E>;

/** Searches the names of a dossier's subjects in the current editions, and keeps people's verdicts. */
export interface ScreeningService {
  run(input: { dossierId: DossierId }): Promise<Outcome<Refused<"dossier-decided">>>;
  result(input: { dossierId: DossierId }): Result<{ run: ScreeningRun | null; hits: Hit[] }, EntryRefusal>;
  judge(input: {
    dossierId: DossierId;
    hitId: HitId;
    judgement: Judgement | null;
  }): Result<Hit, EntryRefusal | Refused<"unknown-hit" | "dossier-decided" | "reason-required">>;
}

/** Nearness from which a name is shown: recall before precision, see spec §12.3. */
export const cutOff = 0.7;

export interface ScreeningServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly content: Content;
  readonly search: NameSearch;
  /** Called inside the transaction after hits or verdicts changed: gates and depth may have moved. */
  readonly afterVerdict: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createScreeningService(parts: ScreeningServiceParts): ScreeningService {
  const { session } = parts;
  return {
    result: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? ok(readResult(entered.value.open, dossierId)) : entered;
    },
    run: ({ dossierId }) => run(parts, dossierId),
    judge: (input) => judge(parts, input),
  };
}

/** Times that a run begins again because the names changed while it searched. */
const attempts = 3;

async function run(parts: ScreeningServiceParts, dossierId: DossierId): Promise<Outcome<Refused<"dossier-decided">>> {
  for (let attempt = 1; ; attempt += 1) {
    const before = enterOpenCase(parts, dossierId);
    if (!before.ok) return before;
    const { subjects } = before.value;
    const queries = queriesOf(subjects);
    const answer = await parts.search.search(
      before.value.open,
      queries.map((asked) => asked.query),
    );
    // While the search ran the vault may have been locked, the case decided or its names changed.
    const after = enterOpenCase(parts, dossierId);
    if (!after.ok) return after;
    const { open } = after.value;
    if (hashOf(after.value.subjects) !== hashOf(subjects) && attempt < attempts) continue;
    open.write(() => screen(parts, open, { dossierId, subjects, queries, answer }));
    parts.onChange(dossierId);
    const read = readResult(open, dossierId);
    return ok({ run: mustExist(read.run, "a run was just recorded"), hits: read.hits });
  }
}

function enterOpenCase(
  { session }: ScreeningServiceParts,
  dossierId: DossierId,
): Result<{ open: OpenSession; subjects: Subject[] }, EntryRefusal | Refused<"dossier-decided">> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  return ok({ open, subjects: open.tables.subjects.list(dossierId) });
}

function readResult(open: OpenSession, dossierId: DossierId): { run: ScreeningRun | null; hits: Hit[] } {
  const last = open.tables.screening.lastRun(dossierId);
  const hits = open.tables.screening.hits(dossierId).map((record) => record.hit);
  if (last === undefined) return { run: null, hits };
  const { namesHash, ...run } = last;
  const current = open.tables.lists.current().map((edition) => edition.id);
  const sameLists = current.join() === run.editions.map((edition) => edition.id).join();
  const sameNames = namesHash === hashOf(open.tables.subjects.list(dossierId));
  return { run: { ...run, stale: !sameLists || !sameNames }, hits };
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

interface Searched {
  readonly dossierId: DossierId;
  readonly subjects: readonly Subject[];
  readonly queries: readonly AskedName[];
  readonly answer: SearchAnswer;
}

function screen(
  { clock, random, afterVerdict }: ScreeningServiceParts,
  open: OpenSession,
  { dossierId, subjects, queries, answer }: Searched,
): void {
  const known = new Map(open.tables.screening.hits(dossierId).map((record) => [pairOf(record.hit), record]));
  const editions = new Map<string, Edition>(answer.editions.map((edition) => [edition.id, edition]));
  const records = subjects.flatMap((subject) =>
    bestPerEntry(subject, queries, answer).map(({ candidate, entry }): HitRecord => {
      const edition = mustExist(editions.get(candidate.editionId), "an edition was searched");
      const entryHash = hashOf([entry, subject.names, subject.country, subject.identifiers]);
      const hit = toHit({ subject, candidate, entry, edition, id: newId(HitId, random) });
      return { hit: withVerdict(hit, entryHash, known.get(pairOf(hit))), entryHash };
    }),
  );
  const run: RunRecord = {
    at: Instant.parse(clock.nowMs()),
    by: open.person.displayName,
    names: queries.map(({ query }) => query.name),
    editions: [...answer.editions],
    cutOff,
    namesHash: hashOf(subjects),
  };
  open.tables.screening.putRun(dossierId, run, records);
  open.note("screening-run", dossierId, {
    names: run.names.length,
    editions: run.editions.length,
    hits: records.length,
  });
  afterVerdict(open, dossierId);
}

/** A pair keeps its identity from edition to edition: the same subject and the same entry of the same list. */
function pairOf(hit: Hit): string {
  return `${hit.subjectId}:${hit.listTitle}:${hit.entryKey}`;
}

/** A verdict stays with its pair as long as neither the entry nor the subject has changed. */
function withVerdict(hit: Hit, entryHash: string, before: HitRecord | undefined): Hit {
  if (before === undefined || before.entryHash !== entryHash) return hit;
  const { judgement, judgedAt, judgedBy, awaitsSecondPerson, id } = before.hit;
  return { ...hit, id, judgement, judgedAt, judgedBy, awaitsSecondPerson };
}

interface AskedName {
  readonly subject: Subject;
  readonly query: NameQuery;
}

/** Every name of every subject, with what else is known to compare. */
function queriesOf(subjects: readonly Subject[]): AskedName[] {
  return subjects.flatMap((subject) =>
    subject.names.map((name) => ({
      subject,
      query: {
        name: name.text,
        type: subject.kind,
        ...(subject.country === "" ? {} : { countries: [subject.country] }),
        // Lists give bare numbers; ours may have the name of their scheme before them.
        identifiers: subject.identifiers.flatMap((line) => [line, readIdentifier(line).value]),
      },
    })),
  );
}

/** Of several names of a subject that find one entry, the nearest counts. */
function bestPerEntry(subject: Subject, queries: readonly AskedName[], { found }: SearchAnswer): FoundEntry[] {
  const best = new Map<string, FoundEntry>();
  for (const [place, asked] of queries.entries()) {
    if (asked.subject.id !== subject.id) continue;
    for (const one of found[place] ?? []) {
      const { editionId, entryKey, score } = one.candidate;
      const key = `${editionId}:${entryKey}`;
      if (score >= cutOff && score > (best.get(key)?.candidate.score ?? 0)) best.set(key, one);
    }
  }
  return [...best.values()];
}

interface Found {
  readonly id: HitId;
  readonly subject: Subject;
  readonly candidate: Candidate;
  readonly entry: ListEntry;
  readonly edition: Edition;
}

function toHit({ id, subject, candidate, entry, edition }: Found): Hit {
  return {
    id,
    subjectId: subject.id,
    editionId: edition.id,
    listTitle: edition.title,
    edition: edition.edition,
    effectClass: edition.effectClass,
    entryKey: entry.entryKey,
    listedNames: entry.names.map((name) => name.text),
    countries: [...entry.countries],
    programmes: [...entry.programmes, ...entry.wmd, ...(entry.conventional ? ["CW"] : [])],
    remarks: entry.remarks,
    queryName: candidate.queryName,
    matchedName: candidate.matchedName,
    kind: candidate.kind,
    steps: [...candidate.steps],
    against: [...candidate.against],
    inFavour: [...candidate.inFavour],
    pieces: candidate.pieces.map((piece) => ({ ...piece })),
    score: candidate.score,
    judgement: null,
    judgedAt: null,
    judgedBy: null,
    awaitsSecondPerson: false,
  };
}

function judge(
  { session, clock, content, afterVerdict, onChange }: ScreeningServiceParts,
  { dossierId, hitId, judgement }: { dossierId: DossierId; hitId: HitId; judgement: Judgement | null },
): Result<Hit, EntryRefusal | Refused<"unknown-hit" | "dossier-decided" | "reason-required">> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  if (open.tables.screening.findHit(dossierId, hitId) === undefined) return err({ code: "unknown-hit" });
  if (judgement !== null && !isReasoned(judgement)) return err({ code: "reason-required" });
  const awaits = judgement !== null && needsSecond(judgement, content) && judgement.secondPerson.trim() === "";
  open.write(() => {
    open.tables.screening.judge(hitId, judgement, { atMs: clock.nowMs(), by: open.person.displayName, awaits });
    open.note("hit-judged", dossierId, { hit: hitId, verdict: judgement?.disposition ?? "taken-back", awaits });
    afterVerdict(open, dossierId);
  });
  onChange(dossierId);
  return ok(mustExist(open.tables.screening.findHit(dossierId, hitId), "a judged hit exists").hit);
}

/** Calling a pair different needs a reason code; calling it the same or related needs words. */
function isReasoned({ disposition, reason, note }: Judgement): boolean {
  if (disposition === "false_positive") return reason !== null;
  if (disposition === "undecided") return true;
  return note.trim().length >= textLimits.reasonMinimum;
}

function needsSecond({ disposition }: Judgement, content: Content): boolean {
  return content.vocabulary.screeningDispositions.some((entry) => entry.id === disposition && entry.needsSecondPerson);
}
