import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { mustExist } from "../../shared/assert.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import type { Band } from "../../shared/domain/content/vocabulary.ts";
import {
  type Decision,
  DecisionDraft,
  type DecisionInput,
  type ProposedDecision,
} from "../../shared/domain/decision.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import { DecisionId, type DossierId, Sha256 } from "../../shared/domain/ids.ts";
import type { Assessment } from "../../shared/domain/risk/assessment.ts";
import { textLimits } from "../../shared/domain/text.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Clock, Random } from "../ports.ts";
import type { DraftPlace } from "../vault/tables/draft-table.ts";
import { type CaseFile, readCaseFile } from "./case-file.ts";
import { type EntryRefusal, enterCase, hasDeclared } from "./enter-case.ts";
import { newId } from "./new-id.ts";
import { assessCase, type Unscored } from "./rated-case.ts";
import type { OpenSession, Session } from "./session.ts";

type DecisionRefusal =
  | EntryRefusal
  | Unscored
  | {
      readonly code:
        | "dossier-decided"
        | "decision-not-ready"
        | "departure-needs-reason"
        | "review-date-required"
        | "declaration-missing";
    };

/** What a decision rested on, frozen: a later change of lists, policy or answers does not reach it. */
export interface Snapshot {
  readonly assessment: Assessment;
  readonly policyVersion: string;
  /** Where each band begins, so that the paper can say so after the policy has changed. */
  readonly bands: readonly { readonly id: Band; readonly min: number }[];
  readonly contentHashes: Content["hashes"];
  readonly file: Omit<CaseFile, "template"> & { readonly templateHash: Sha256 };
  readonly trail: { readonly count: number; readonly head: Sha256 };
}

/** Puts decisions forward; the approval service answers them. */
export interface DecisionService {
  list(input: { dossierId: DossierId }): Result<{ decisions: Decision[] }, EntryRefusal>;
  draft(input: { dossierId: DossierId }): Result<{ draft: DecisionDraft | null }, EntryRefusal>;
  /** Keeps what is being written, so that a lock or a crash loses none of it. A draft is no event: it leaves no trace. */
  keepDraft(input: { dossierId: DossierId; draft: DecisionDraft }): Result<Nothing, EntryRefusal>;
  record(input: { dossierId: DossierId; decision: DecisionInput }): Result<Decision, DecisionRefusal>;
}

export interface DecisionServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly content: Content;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createDecisionService(parts: DecisionServiceParts): DecisionService {
  const { session, onChange } = parts;
  return {
    list: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? ok({ decisions: entered.value.open.tables.decisions.list(dossierId) }) : entered;
    },
    draft: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      if (!entered.ok) return entered;
      const stored = entered.value.open.tables.drafts.find(draftPlace(entered.value.open, dossierId));
      return ok({ draft: stored === undefined ? null : DecisionDraft.parse(JSON.parse(stored)) });
    },
    keepDraft: ({ dossierId, draft }) => {
      const entered = enterCase(session, "propose-decisions", dossierId);
      if (!entered.ok) return entered;
      const { open } = entered.value;
      open.write(() => open.tables.drafts.put(draftPlace(open, dossierId), JSON.stringify(draft), parts.clock.nowMs()));
      return ok({});
    },
    record: ({ dossierId, decision }) => {
      const entered = enterCase(session, "propose-decisions", dossierId);
      if (!entered.ok) return entered;
      const { open } = entered.value;
      if (!hasDeclared(open, dossierId)) return err({ code: "declaration-missing" });
      const outcome = open.write(() => record(parts, open, { dossierId, input: decision }));
      if (outcome.ok) onChange(dossierId);
      return outcome;
    },
  };
}

/** Where a person's draft of the next decision is kept: with their other half-written forms. */
function draftPlace({ person }: OpenSession, dossierId: DossierId): DraftPlace {
  return { personId: person.id, dossierId, form: "decision" };
}

function record(
  { clock, random, content }: DecisionServiceParts,
  open: OpenSession,
  { dossierId, input }: { dossierId: DossierId; input: DecisionInput },
): Result<Decision, DecisionRefusal> {
  const file = readCaseFile(open, dossierId);
  if (!file.ok) return file;
  if (!isOpenForWork(file.value.record.state)) return err({ code: "dossier-decided" });
  const assessed = assessCase(file.value, content);
  if (!assessed.ok) return assessed;
  const refusal = refusalOf(input, assessed.value);
  if (refusal !== undefined) return err({ code: refusal });
  const { advice } = assessed.value;
  const now = Instant.parse(clock.nowMs());
  const snapshot = freeze(file.value, assessed.value, { content, open });
  const decision: ProposedDecision = {
    ...input,
    id: newId(DecisionId, random),
    version: open.tables.decisions.list(dossierId).length + 1,
    recommendation: advice.recommendation,
    route: departs(input, assessed.value) ? advice.approverOnDeparture : advice.approver,
    departs: departs(input, assessed.value),
    inherent: assessed.value.inherent.band,
    residual: assessed.value.planned.band,
    snapshotHash: hashOf(snapshot),
    recordedAt: now,
    recordedBy: open.person.displayName,
  };
  open.tables.decisions.add(dossierId, { decision, by: open.person.id, snapshot });
  open.tables.drafts.remove(draftPlace(open, dossierId));
  open.note("decision-recorded", dossierId, {
    version: decision.version,
    outcome: decision.outcome,
    departs: decision.departs,
    snapshot: decision.snapshotHash,
  });
  const { state } = file.value.record;
  open.tables.dossiers.addMove(dossierId, {
    from: state,
    to: "proposed",
    reason: "",
    at: now,
    by: open.person.displayName,
  });
  open.tables.dossiers.save({ ...file.value.record, state: "proposed", updatedAt: now });
  return ok({ ...decision, proposedBy: open.person.id, approval: null });
}

/** Whether the outcome is another than advised. Escalating is a route, so any outcome the committee reaches follows it. */
function departs(input: DecisionInput, { advice }: Assessment): boolean {
  return advice.recommendation !== "escalate" && advice.recommendation !== input.outcome;
}

function refusalOf(
  input: DecisionInput,
  assessment: Assessment,
): "decision-not-ready" | "departure-needs-reason" | "review-date-required" | undefined {
  // Avoiding needs no further enquiry; going ahead while something required is open does.
  if (assessment.advice.recommendation === "pend" && input.outcome !== "avoid") return "decision-not-ready";
  if (departs(input, assessment) && input.departureReason.trim().length < textLimits.reasonMinimum)
    return "departure-needs-reason";
  const needsReview = input.outcome === "mitigate" || (input.outcome === "accept" && assessment.facts.keyUnknown > 0);
  if (needsReview && input.reviewDay === null) return "review-date-required";
  return undefined;
}

function freeze(
  file: CaseFile,
  assessment: Assessment,
  { content, open }: { content: Content; open: OpenSession },
): Snapshot {
  const { template, ...rest } = file;
  return {
    assessment,
    policyVersion: content.scoring.modelVersion,
    bands: content.scoring.score.bands.map(({ id, min }) => ({ id, min })),
    contentHashes: content.hashes,
    file: { ...rest, templateHash: template.hash },
    trail: open.tables.audit.head(),
  };
}

/** SHA-256 over the canonical JSON (RFC 8785) of a snapshot as it is stored. */
export function hashOf(snapshot: unknown): Sha256 {
  // Through JSON once, so that the hash covers exactly what the column holds.
  const stored: unknown = JSON.parse(JSON.stringify(snapshot));
  const body = mustExist(canonicalize(stored), "a snapshot has a canonical form");
  return Sha256.parse(createHash("sha256").update(body, "utf8").digest("hex"));
}
