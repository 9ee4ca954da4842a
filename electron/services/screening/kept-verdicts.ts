import { createHash } from "node:crypto";
import { mustExist } from "../../../shared/assert.ts";
import type { DossierId, HitId } from "../../../shared/domain/ids.ts";
import {
  changesBetween,
  entryFacts,
  type Facts,
  orderedFacts,
  subjectFacts,
} from "../../../shared/domain/judging/pair-facts.ts";
import { pairOf } from "../../../shared/domain/judging/rescreening.ts";
import type { Reopened } from "../../../shared/domain/judging/verdict.ts";
import type { Subject } from "../../../shared/domain/party.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import type { HitRecord } from "../../vault/tables/screening-table.ts";
import type { KeptVerdict } from "../../vault/tables/verdict-table.ts";
import type { OpenSession } from "../session.ts";

/** SHA-256 of a value as JSON; equal values have equal hashes as long as they are built in the same order. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/** SHA-256 of facts; the order they come in does not matter. */
export function factsHash(facts: Facts): string {
  return hashOf(orderedFacts(facts));
}

interface Bound {
  readonly entry: Facts;
  readonly subject: Facts;
  readonly entryHash: string;
  readonly subjectHash: string;
}

function boundTo(hit: Hit, subject: Subject): Bound {
  const [entry, ours] = [entryFacts(hit), subjectFacts(subject)];
  return { entry, subject: ours, entryHash: factsHash(entry), subjectHash: factsHash(ours) };
}

/**
 * What was found, with what is remembered of each pair: a verdict stands as long as neither the entry nor the subject says
 * anything else than when it was given, even if the hit was gone meanwhile; otherwise the hit is open again and says why.
 */
export function withKeptVerdicts(
  open: OpenSession,
  dossierId: DossierId,
  { found, subjects }: { found: readonly Hit[]; subjects: readonly Subject[] },
): HitRecord[] {
  const known = new Map(open.tables.screening.hits(dossierId).map(({ hit }) => [pairOf(hit), hit]));
  const find = memoryOf(open.tables.verdicts.list(dossierId));
  const isSameSubject = open.tables.screening.lastRun(dossierId)?.namesHash === hashOf(subjects);
  const taken = new Set<HitId>();
  return found.map((fresh) => {
    const subject = mustExist(
      subjects.find((one) => one.id === fresh.subjectId),
      "a searched subject",
    );
    const bound = boundTo(fresh, subject);
    const before = known.get(pairOf(fresh));
    const memory = find(fresh) ?? fromEarlier(before, fresh, { subject, isSameSubject });
    const id = [before?.id, memory?.id].find((one) => one !== undefined && !taken.has(one)) ?? fresh.id;
    taken.add(id);
    return { hit: { ...fresh, id, ...verdictFrom(memory, bound) }, entryHash: bound.entryHash };
  });
}

/** By pair, or by the number the list itself knows the entry by: a list may rewrite a name and mean the same entry. */
function memoryOf(verdicts: readonly KeptVerdict[]): (hit: Hit) => KeptVerdict | undefined {
  const byPair = new Map(verdicts.map((verdict) => [pairOf(verdict), verdict]));
  const bySource = new Map(
    verdicts.flatMap((verdict) => {
      const [sourceId] = verdict.entry["sourceId"] ?? [];
      return sourceId === undefined
        ? []
        : [[`${verdict.subjectId}:${verdict.listTitle}:${sourceId}`, verdict] as const];
    }),
  );
  return (hit) =>
    byPair.get(pairOf(hit)) ??
    (hit.sourceId === null ? undefined : bySource.get(`${hit.subjectId}:${hit.listTitle}:${hit.sourceId}`));
}

/**
 * A verdict from before verdicts were kept for themselves. Of its entry the hit says four fields; that the subject is as it was,
 * the run says. What cannot be told opens again.
 */
function fromEarlier(
  before: Hit | undefined,
  fresh: Hit,
  { subject, isSameSubject }: Earlier,
): KeptVerdict | undefined {
  const verdict = before === undefined ? undefined : verdictOn(before, subject);
  if (verdict === undefined) return undefined;
  const now = boundTo(fresh, subject);
  const { names = [], countries = [], programmes = [], remarks = [] } = verdict.entry;
  const entry = plainFacts({ ...now.entry, names, countries, programmes, remarks });
  return { ...verdict, entry, entryHash: factsHash(entry), subjectHash: isSameSubject ? now.subjectHash : "" };
}

interface Earlier {
  readonly subject: Subject;
  readonly isSameSubject: boolean;
}

function verdictFrom(
  memory: KeptVerdict | undefined,
  bound: Bound,
): Pick<Hit, "judgement" | "judgedAt" | "judgedBy" | "judgedById" | "awaitsSecondPerson" | "second" | "reopened"> {
  const none = { judgement: null, judgedAt: null, judgedBy: null, judgedById: null } as const;
  if (memory === undefined) return { ...none, awaitsSecondPerson: false, second: null, reopened: null };
  if (memory.entryHash === bound.entryHash && memory.subjectHash === bound.subjectHash) {
    const { judgement, judgedAt, judgedBy, judgedById, awaitsSecondPerson, second } = memory;
    return { judgement, judgedAt, judgedBy, judgedById, awaitsSecondPerson, second, reopened: null };
  }
  return { ...none, awaitsSecondPerson: false, second: null, reopened: reopenedBy(memory, bound) };
}

function reopenedBy(memory: KeptVerdict, bound: Bound): Reopened {
  const { disposition, reason, note } = memory.judgement;
  return {
    earlier: { disposition, reason, note },
    by: memory.judgedBy,
    at: memory.judgedAt,
    changes: [
      ...changesBetween("entry", memory.entry, bound.entry),
      ...changesBetween("subject", memory.subject, bound.subject),
    ],
  };
}

/** The verdict of a judged hit as it is kept for its pair; undefined for a hit without one. */
export function verdictOn(hit: Hit, subject: Subject): KeptVerdict | undefined {
  const { judgement, judgedAt, judgedBy } = hit;
  if (judgement === null || judgedAt === null || judgedBy === null) return undefined;
  const { id, subjectId, listTitle, entryKey, judgedById, awaitsSecondPerson, second } = hit;
  const { entry, subject: ours, ...hashes } = boundTo(hit, subject);
  const facts = { entry: plainFacts(entry), subject: plainFacts(ours), ...hashes };
  const given = { judgement, judgedAt, judgedBy, judgedById, awaitsSecondPerson, second };
  return { id, subjectId, listTitle, entryKey, ...given, ...facts };
}

function plainFacts(facts: Facts): Record<string, string[]> {
  return Object.fromEntries(Object.entries(facts).map(([field, values]) => [field, [...values]]));
}

/** Keeps the verdict that a hit now carries for its pair, or forgets it with the verdict. Inside the transaction of the change. */
export function keepVerdict(open: OpenSession, dossierId: DossierId, hitId: HitId): void {
  const record = mustExist(open.tables.screening.findHit(dossierId, hitId), "a judged hit exists");
  const subject = open.tables.subjects.list(dossierId).find((one) => one.id === record.hit.subjectId);
  const verdict = subject === undefined ? undefined : verdictOn(record.hit, subject);
  if (verdict === undefined) open.tables.verdicts.remove(dossierId, hitId);
  else open.tables.verdicts.put(dossierId, verdict);
}
