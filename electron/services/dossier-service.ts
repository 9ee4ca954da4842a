import type { Content } from "../../shared/domain/content/content.ts";
import type { IdentityCertainty } from "../../shared/domain/content/vocabulary.ts";
import {
  type Dossier,
  type DossierKind,
  type DossierState,
  dossierMoves,
  emptyTriage,
  type Fairness,
  isOpenForWork,
  moveNeedsReason,
  type Triage,
} from "../../shared/domain/dossier.ts";
import { DossierId, SubjectId } from "../../shared/domain/ids.ts";
import type { Subject, SubjectInput } from "../../shared/domain/party.ts";
import { intakeFieldName, restrictedIntakeFields } from "../../shared/domain/restricted.ts";
import { textLimits } from "../../shared/domain/text.ts";
import { type Day, dayOf, Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock, Random } from "../ports.ts";
import type { VaultFault } from "../vault/fault.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { declareTies } from "./declaration-service.ts";
import { depthByRule } from "./depth.ts";
import { assembleDossier } from "./dossier-head.ts";
import { type EntryRefusal, enterCase, isOwnUnit } from "./enter-case.ts";
import { newId } from "./new-id.ts";
import { checkIdentifiers, type WrongIdentifier } from "./profile/check-identifiers.ts";
import { dropProfileOf } from "./profile/profile-service.ts";
import { type Hidden, mergeSubject, type RestrictedFields } from "./restricted-fields.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";
import { startText } from "./template-library.ts";

type Frozen = { readonly code: "dossier-decided" };
type Changed<E = never> = Result<Dossier, EntryRefusal | Frozen | E>;
type MoveRefusal = { readonly code: "move-refused" | "reason-required" };
type CreateRefusal = { readonly code: "unknown-template" | "own-unit" } | WrongIdentifier;
type WithId<T> = T & { readonly dossierId: DossierId };

/** Opens, changes and moves dossiers. */
export interface DossierService {
  create(input: {
    kind: DossierKind;
    title: string;
    subject: SubjectInput | null;
    hostUnit: string;
    noConflict: boolean;
  }): Result<Dossier, Locked | NotPermitted | CreateRefusal>;
  get(input: WithId<object>): Result<Dossier, EntryRefusal>;
  update(
    input: WithId<{
      title?: string | undefined;
      dueDay?: Day | null | undefined;
      hostUnit?: string | undefined;
      fairness?: Fairness | undefined;
      subjectIdentity?: IdentityCertainty | undefined;
    }>,
  ): Changed;
  setIntake(input: WithId<{ field: string; value: string }>): Changed<Hidden>;
  setTriage(input: WithId<{ triage: Triage }>): Changed<{ code: "reason-required" }>;
  addSubject(input: WithId<{ subject: SubjectInput }>): Changed<WrongIdentifier>;
  changeSubject(
    input: WithId<{ subjectId: SubjectId; revision: number; subject: SubjectInput }>,
  ): Changed<{ code: "unknown-subject" | "stale-revision" } | Hidden | WrongIdentifier>;
  removeSubject(
    input: WithId<{ subjectId: SubjectId; passphrase: string }>,
  ): Promise<Changed<VaultFault | { code: "unknown-subject" }>>;
  move(input: WithId<{ to: DossierState; reason: string }>): Result<Dossier, EntryRefusal | MoveRefusal>;
}

export interface DossierServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly content: Content;
  readonly fields: RestrictedFields;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createDossierService(parts: DossierServiceParts): DossierService {
  const { session, clock, onChange } = parts;

  /** Reads, refuses what is frozen, changes and stores in one transaction. */
  function change<E = never>(
    dossierId: DossierId,
    work: (open: OpenSession, record: DossierRecord) => Result<DossierRecord, E>,
  ): Changed<E> {
    const entered = enterCase(session, "work-on-cases", dossierId);
    if (!entered.ok) return entered;
    const { open, record } = entered.value;
    const outcome = open.write((): Changed<E> => {
      if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
      const next = work(open, record);
      if (!next.ok) return next;
      const saved = open.tables.dossiers.save({ ...next.value, updatedAt: Instant.parse(clock.nowMs()) });
      return ok(assembleDossier(open, saved));
    });
    if (outcome.ok) onChange(dossierId);
    return outcome;
  }

  return {
    get: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId, { admitsBlind: true });
      return entered.ok ? ok(assembleDossier(entered.value.open, entered.value.record)) : entered;
    },
    create: (input) => createDossier(parts, input),
    update: ({ dossierId, title, dueDay, hostUnit, fairness, subjectIdentity }) =>
      change(dossierId, (open, record) => {
        open.note("dossier-changed", dossierId, hostUnit === undefined ? {} : { field: "host-unit" });
        return ok({
          ...record,
          ...(title === undefined ? {} : { title }),
          ...(dueDay === undefined ? {} : { dueDay }),
          ...(hostUnit === undefined ? {} : { hostUnit }),
          ...(fairness === undefined ? {} : { fairness }),
          ...(subjectIdentity === undefined ? {} : { subjectIdentity }),
        });
      }),
    setIntake: ({ dossierId, field, value }) =>
      change<Hidden>(dossierId, (open, record) => {
        const stored = record.intake[field] ?? "";
        const isRestricted = restrictedIntakeFields.includes(field);
        const next = isRestricted
          ? parts.fields.merge({ dossierId, field: intakeFieldName(field), stored, next: value })
          : ok(value);
        if (!next.ok) return next;
        open.note("dossier-changed", dossierId, { field });
        return ok({ ...record, intake: { ...record.intake, [field]: next.value } });
      }),
    setTriage: ({ dossierId, triage }) =>
      change<{ code: "reason-required" }>(dossierId, (open, record) => applyTriage(parts, { open, record, triage })),
    ...subjectCalls(change, parts),
    move: (input) => moveDossier(parts, input),
  };
}

type Change = <E = never>(
  dossierId: DossierId,
  work: (open: OpenSession, record: DossierRecord) => Result<DossierRecord, E>,
) => Changed<E>;

function subjectCalls(
  change: Change,
  { session, random, fields }: DossierServiceParts,
): Pick<DossierService, "addSubject" | "changeSubject" | "removeSubject"> {
  const findSubject = (open: OpenSession, record: DossierRecord, id: SubjectId): Subject | undefined =>
    open.tables.subjects.list(record.id).find((subject) => subject.id === id);
  return {
    addSubject: ({ dossierId, subject }) =>
      change<WrongIdentifier>(dossierId, (open, record) => {
        const right = checkIdentifiers([], subject.identifiers);
        if (!right.ok) return right;
        const id = newId(SubjectId, random);
        open.tables.subjects.add(dossierId, { ...subject, id, revision: 1 });
        open.note("subject-added", dossierId, { subject: id, kind: subject.kind });
        return ok(record);
      }),
    changeSubject: ({ dossierId, subjectId, revision, subject }) =>
      change<{ code: "unknown-subject" | "stale-revision" } | Hidden | WrongIdentifier>(dossierId, (open, record) => {
        const known = findSubject(open, record, subjectId);
        if (known === undefined) return err({ code: "unknown-subject" });
        if (known.revision !== revision) return err({ code: "stale-revision" });
        const merged = mergeSubject(fields, { dossierId, known, next: subject });
        if (!merged.ok) return merged;
        open.tables.subjects.change({ ...merged.value, id: subjectId, revision: revision + 1 });
        open.note("subject-changed", dossierId, { subject: subjectId });
        return ok(record);
      }),
    removeSubject: async ({ dossierId, subjectId, passphrase }) => {
      const entered = enterCase(session, "work-on-cases", dossierId);
      if (!entered.ok) return entered;
      const allowed = await entered.value.open.vault.verifyPassphrase(passphrase);
      if (!allowed.ok) return allowed;
      return change<{ code: "unknown-subject" }>(dossierId, (open, record) => {
        const subjects = open.tables.subjects.list(record.id);
        // The first subject is whom the dossier is about; without it there is no dossier.
        if (subjects[0]?.id === subjectId || !subjects.some((subject) => subject.id === subjectId))
          return err({ code: "unknown-subject" });
        dropProfileOf(open, dossierId, subjectId);
        open.tables.screening.removeSubject(subjectId);
        open.tables.verdicts.removeSubject(subjectId);
        open.tables.subjects.remove(subjectId);
        open.note("subject-removed", dossierId, { subject: subjectId });
        return ok(record);
      });
    },
  };
}

function createDossier(
  { session, clock, random, content }: DossierServiceParts,
  input: Parameters<DossierService["create"]>[0],
): ReturnType<DossierService["create"]> {
  const opened = session.enter("work-on-cases");
  if (!opened.ok) return opened;
  const open = opened.value;
  // Whoever belongs to the unit that hosts the case does not begin to review it either.
  if (isOwnUnit(open, input)) return err({ code: "own-unit" });
  const template = startText(open, content, input.kind);
  if (template === undefined) return err({ code: "unknown-template" });
  const right = checkIdentifiers([], input.subject?.identifiers ?? []);
  if (!right.ok) return right;
  const now = Instant.parse(clock.nowMs());
  return open.write(() => {
    open.tables.content.keep({ hash: template.hash, kind: "template", body: template, atMs: now });
    const prefix = `DD-${dayOf(now).slice(0, 4)}-`;
    const record: DossierRecord = {
      id: newId(DossierId, random),
      number: prefix + String(open.tables.dossiers.countNumbered(prefix) + 1).padStart(4, "0"),
      title: input.title,
      kind: input.kind,
      state: "draft",
      templateId: template.id,
      templateHash: template.hash,
      triage: emptyTriage,
      depth: "light",
      depthByRule: "light",
      subjectIdentity: "possible",
      intake: {},
      fairness: { noAttributes: false, chanceToExplain: false, consistent: false },
      dueDay: null,
      hostUnit: input.hostUnit,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    };
    open.tables.dossiers.add(record);
    open.note("dossier-created", record.id, { kind: record.kind, template: template.hash.slice(0, 16) });
    if (input.subject !== null) {
      const id = newId(SubjectId, random);
      open.tables.subjects.add(record.id, { ...input.subject, id, revision: 1 });
      open.note("subject-added", record.id, { subject: id, kind: input.subject.kind });
    }
    if (input.noConflict) declareTies(open, { dossierId: record.id, hasConflict: false, note: "", atMs: now });
    return ok(assembleDossier(open, record));
  });
}

const depthOrder = ["light", "standard", "enhanced"];

/** Stores the triage and puts the depth in force; looking less deep than the rules ask needs a reason. */
function applyTriage(
  { content }: DossierServiceParts,
  { open, record, triage }: { open: OpenSession; record: DossierRecord; triage: Triage },
): Result<DossierRecord, { code: "reason-required" }> {
  const next = { ...record, triage };
  const byRule = depthByRule(open, next, content);
  const chosen = triage.depthChosen ?? byRule;
  const short = depthOrder.indexOf(chosen) < depthOrder.indexOf(byRule);
  if (short && triage.depthReason.trim().length < textLimits.reasonMinimum) return err({ code: "reason-required" });
  open.note("triage-changed", record.id, {
    tier: triage.techTier ?? "unset",
    access: triage.access ?? "unset",
    triggers: triage.triggers.length,
    depth: chosen,
    depthByRule: byRule,
  });
  return ok({ ...next, depth: chosen, depthByRule: byRule });
}

function moveDossier(
  { session, clock, onChange }: DossierServiceParts,
  { dossierId, to, reason }: { dossierId: DossierId; to: DossierState; reason: string },
): Result<Dossier, EntryRefusal | MoveRefusal> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  // Only putting a decision forward and answering it lead there.
  const isByDecision = to === "proposed" || to === "decided";
  if (!dossierMoves[record.state].includes(to) || isByDecision) return err({ code: "move-refused" });
  if (moveNeedsReason(record.state, to) && reason.trim().length < textLimits.reasonMinimum)
    return err({ code: "reason-required" });
  const moved = open.write(() => {
    const at = Instant.parse(clock.nowMs());
    open.note("dossier-moved", dossierId, { from: record.state, to });
    open.tables.dossiers.addMove(dossierId, { from: record.state, to, reason, at, by: open.person.displayName });
    return open.tables.dossiers.save({ ...record, state: to, updatedAt: at });
  });
  onChange(dossierId);
  return ok(assembleDossier(open, moved));
}
