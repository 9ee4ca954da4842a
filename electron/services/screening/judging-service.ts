import { mustExist } from "../../../shared/assert.ts";
import type { Content } from "../../../shared/domain/content/content.ts";
import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { DossierId, HitId } from "../../../shared/domain/ids.ts";
import type { VerdictOffer } from "../../../shared/domain/judging/offer.ts";
import { isReasoned, type Verdict } from "../../../shared/domain/judging/verdict.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Clock } from "../../ports.ts";
import { type Entered, type EntryRefusal, enterCase, turnAway } from "../enter-case.ts";
import { mayDo, type OpenSession, type Session } from "../session.ts";
import { keepVerdict } from "./kept-verdicts.ts";
import { offersFor } from "./offers.ts";
import { createReplacedVerdicts, type ReplacedVerdicts } from "./replaced-verdicts.ts";

type Refused<C extends string> = { readonly code: C };
type OfCase = { readonly dossierId: DossierId };
type JudgeRefusal = EntryRefusal | Refused<"unknown-hit" | "dossier-decided" | "reason-required">;

/** A verdict on one hit; null takes the verdict back. */
export interface GivenVerdict {
  readonly hitId: HitId;
  readonly judgement: Verdict | null;
}

/** Keeps what people say of candidates: one person, and a second in a session of their own where the rules ask for two. */
export interface JudgingService {
  judge(input: OfCase & GivenVerdict): Result<Hit, JudgeRefusal>;
  /** All of them or none. */
  judgeTogether(input: OfCase & { verdicts: GivenVerdict[] }): Result<{ hits: Hit[] }, JudgeRefusal>;
  /**
   * Undoes what `judge` or `judgeTogether` did last to these hits since the vault was opened: what had been said of them stands
   * again, by whom, since when, and whoever had agreed. All of them or none; `verdict-changed` where anything changed since.
   */
  undo(
    input: OfCase & { hitIds: HitId[] },
  ): Result<{ hits: Hit[] }, EntryRefusal | Refused<"unknown-hit" | "dossier-decided" | "verdict-changed">>;
  confirm(
    input: OfCase & { hitId: HitId; judgedAt: Instant; agrees: boolean; note: string },
  ): Result<
    Hit,
    EntryRefusal | Refused<"unknown-hit" | "dossier-decided" | "reason-required" | "own-verdict" | "verdict-changed">
  >;
  /** Verdicts that people gave on the same entry and the same subject in other cases this person reads. */
  offers(input: OfCase): Result<{ offers: VerdictOffer[] }, EntryRefusal>;
}

/** What the service is built from. */
export interface JudgingServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly content: Content;
  /** Called inside the transaction after verdicts changed: gates and depth may have moved. */
  readonly afterVerdict: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createJudgingService(given: JudgingServiceParts): JudgingService {
  const parts = { ...given, replaced: createReplacedVerdicts() };
  return {
    undo: (input) => undo(parts, input),
    judge: ({ dossierId, hitId, judgement }) => {
      const judged = judgeAll(parts, dossierId, [{ hitId, judgement }]);
      return judged.ok ? ok(mustExist(judged.value[0], "one verdict answers one hit")) : judged;
    },
    judgeTogether: ({ dossierId, verdicts }) => {
      const judged = judgeAll(parts, dossierId, verdicts);
      return judged.ok ? ok({ hits: judged.value }) : judged;
    },
    confirm: (input) => confirm(parts, input),
    offers: ({ dossierId }) => {
      const entered = enterCase(parts.session, "read-cases", dossierId);
      return entered.ok ? ok({ offers: offersFor(entered.value.open, dossierId) }) : entered;
    },
  };
}

type Parts = JudgingServiceParts & { readonly replaced: ReplacedVerdicts };

function judgeAll(
  { session, clock, content, afterVerdict, onChange, replaced }: Parts,
  dossierId: DossierId,
  verdicts: readonly GivenVerdict[],
): Result<Hit[], JudgeRefusal> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  const { screening } = open.tables;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  if (verdicts.some(({ hitId }) => screening.findHit(dossierId, hitId) === undefined))
    return err({ code: "unknown-hit" });
  if (verdicts.some(({ judgement }) => judgement !== null && !isReasoned(judgement)))
    return err({ code: "reason-required" });
  const hitIds = verdicts.map(({ hitId }) => hitId);
  open.write(() => {
    const changed = replaced.watch(open, dossierId, hitIds);
    const stamp = { atMs: clock.nowMs(), by: open.person.displayName, byId: open.person.id };
    for (const { hitId, judgement } of verdicts) {
      const awaits = judgement !== null && needsSecond(judgement, content);
      // The name of a second person can no longer be stated: they say it themselves.
      const kept = judgement === null ? null : { ...judgement, secondPerson: "" };
      screening.judge(hitId, kept, { ...stamp, awaits });
      keepVerdict(open, dossierId, hitId);
      open.note("hit-judged", dossierId, { hit: hitId, verdict: judgement?.disposition ?? "taken-back", awaits });
    }
    changed();
    afterVerdict(open, dossierId);
  });
  onChange(dossierId);
  return ok(hitsOf(open, dossierId, hitIds));
}

function hitsOf({ tables }: OpenSession, dossierId: DossierId, hitIds: readonly HitId[]): Hit[] {
  return hitIds.map((hitId) => mustExist(tables.screening.findHit(dossierId, hitId), "a judged hit exists").hit);
}

function undo(
  { session, afterVerdict, onChange, replaced }: Parts,
  { dossierId, hitIds }: Parameters<JudgingService["undo"]>[0],
): ReturnType<JudgingService["undo"]> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  const { screening } = open.tables;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  if (hitIds.some((hitId) => screening.findHit(dossierId, hitId) === undefined)) return err({ code: "unknown-hit" });
  const before = hitIds.flatMap((hitId) => {
    const said = replaced.find(open, dossierId, hitId);
    return said === undefined ? [] : [{ hitId, said }];
  });
  if (before.length < hitIds.length) return err({ code: "verdict-changed" });
  open.write(() => {
    for (const { hitId, said } of before) {
      screening.putBack(hitId, said);
      keepVerdict(open, dossierId, hitId);
      const verdict = said.judgement?.disposition ?? "taken-back";
      open.note("hit-judged", dossierId, { hit: hitId, verdict, awaits: said.awaitsSecondPerson, undone: true });
    }
    afterVerdict(open, dossierId);
  });
  replaced.forget(open, hitIds);
  onChange(dossierId);
  return ok({ hits: hitsOf(open, dossierId, hitIds) });
}

function needsSecond({ disposition }: Verdict, content: Content): boolean {
  return content.vocabulary.screeningDispositions.some((entry) => entry.id === disposition && entry.needsSecondPerson);
}

/** Whoever works on cases may be the second person, and whoever approves decisions; never the one who judged. */
function enterAsSecond(session: Session, dossierId: DossierId): Result<Entered, EntryRefusal> {
  const open = session.current();
  const works = open === undefined || mayDo(open, "work-on-cases") || !mayDo(open, "approve-decisions");
  return enterCase(session, works ? "work-on-cases" : "approve-decisions", dossierId);
}

function confirm(
  { session, clock, afterVerdict, onChange }: JudgingServiceParts,
  { dossierId, hitId, judgedAt, agrees, note }: Parameters<JudgingService["confirm"]>[0],
): ReturnType<JudgingService["confirm"]> {
  const entered = enterAsSecond(session, dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  const { screening } = open.tables;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const hit = screening.findHit(dossierId, hitId)?.hit;
  if (hit === undefined) return err({ code: "unknown-hit" });
  if (!hit.awaitsSecondPerson || hit.second !== null || hit.judgedAt !== judgedAt)
    return err({ code: "verdict-changed" });
  if (isOwnVerdict(open, hit)) return turnAway(open, dossierId, "own-verdict");
  if (!agrees && note.trim().length < textLimits.reasonMinimum) return err({ code: "reason-required" });
  open.write(() => {
    const at = Instant.parse(clock.nowMs());
    screening.second(hitId, { personId: open.person.id, by: open.person.displayName, at, agrees, note });
    keepVerdict(open, dossierId, hitId);
    open.note("hit-confirmed", dossierId, { hit: hitId, verdict: hit.judgement?.disposition ?? "", agrees });
    afterVerdict(open, dossierId);
  });
  onChange(dossierId);
  return ok(mustExist(screening.findHit(dossierId, hitId), "a confirmed hit exists").hit);
}

/** By id; by name for verdicts from before the id was kept. */
function isOwnVerdict({ person }: OpenSession, { judgedById, judgedBy }: Hit): boolean {
  return judgedById === null ? judgedBy === person.displayName : judgedById === person.id;
}
