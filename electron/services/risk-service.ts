import type { RiskView } from "../../shared/contract/calls/risk.ts";
import { type Content, riskRulesOf } from "../../shared/domain/content/content.ts";
import type { GateId } from "../../shared/domain/content/vocabulary.ts";
import type { MeasureInput } from "../../shared/domain/decision.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { assess } from "../../shared/domain/risk/assess.ts";
import { whatWouldChange } from "../../shared/domain/risk/what-would-change.ts";
import { textLimits } from "../../shared/domain/text.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import { readCaseFile } from "./case-file.ts";
import { refreshDepth } from "./depth.ts";
import { type EntryRefusal, enterCase } from "./enter-case.ts";
import { isComplete, toAssessmentInput, type Unscored } from "./rated-case.ts";
import type { OpenSession, Session } from "./session.ts";

type View<C extends string = never> = Result<RiskView, EntryRefusal | Unscored | { readonly code: C }>;

/** Scores dossiers, and keeps the measures and gates that the score reads. */
export interface RiskService {
  assess(input: { dossierId: DossierId }): View;
  setGate(input: {
    dossierId: DossierId;
    gateId: GateId;
    open: boolean;
    reason: string;
    secondPerson: string;
  }): View<"dossier-decided" | "reason-required" | "unknown-gate">;
  setMeasure(input: { dossierId: DossierId; measure: MeasureInput }): View<"unknown-measure" | "measure-incomplete">;
  removeMeasure(input: { dossierId: DossierId; measureId: string }): View<"dossier-decided" | "unknown-measure">;
}

export interface RiskServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly content: Content;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createRiskService(parts: RiskServiceParts): RiskService {
  const { session, clock, content, onChange } = parts;
  const view = (open: OpenSession, dossierId: DossierId): View => viewOf(open, dossierId, content);
  const stamp = (open: OpenSession) => ({ atMs: clock.nowMs(), by: open.person.displayName });

  /** Changes something in one transaction and answers with the new view. */
  function change<C extends string>(
    dossierId: DossierId,
    work: (open: OpenSession, isOpen: boolean) => Result<true, { readonly code: C }>,
  ): View<C> {
    const entered = enterCase(session, "work-on-cases", dossierId);
    if (!entered.ok) return entered;
    const { open, record } = entered.value;
    const outcome = open.write((): View<C> => {
      const done = work(open, isOpenForWork(record.state));
      if (!done.ok) return done;
      if (isOpenForWork(record.state)) refreshDepth(open, dossierId, content);
      return view(open, dossierId);
    });
    if (outcome.ok) onChange(dossierId);
    return outcome;
  }

  return {
    assess: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? view(entered.value.open, dossierId) : entered;
    },
    setGate: ({ dossierId, ...gate }) =>
      change<"dossier-decided" | "reason-required" | "unknown-gate">(dossierId, (open, isOpen) => {
        if (!isOpen) return err({ code: "dossier-decided" });
        if (!content.scoring.gates.some((known) => known.id === gate.gateId)) return err({ code: "unknown-gate" });
        if (gate.reason.trim().length < textLimits.reasonMinimum) return err({ code: "reason-required" });
        open.tables.measures.setGate(dossierId, gate, stamp(open));
        open.note("gate-set", dossierId, { gate: gate.gateId, open: gate.open, second: gate.secondPerson !== "" });
        return ok(true);
      }),
    // Measures stay open after the decision: that is when they are carried out and verified.
    setMeasure: ({ dossierId, measure }) =>
      change<"unknown-measure" | "measure-incomplete">(dossierId, (open) => {
        if (!content.measures.measures.some((known) => known.id === measure.measureId))
          return err({ code: "unknown-measure" });
        const counts = measure.status === "agreed" || measure.status === "implemented";
        if (counts && !isComplete(measure)) return err({ code: "measure-incomplete" });
        open.tables.measures.put(dossierId, measure, stamp(open));
        open.note("measure-set", dossierId, { measure: measure.measureId, status: measure.status });
        return ok(true);
      }),
    removeMeasure: ({ dossierId, measureId }) =>
      change<"dossier-decided" | "unknown-measure">(dossierId, (open, isOpen) => {
        if (!isOpen) return err({ code: "dossier-decided" });
        if (!open.tables.measures.remove(dossierId, measureId)) return err({ code: "unknown-measure" });
        open.note("measure-removed", dossierId, { measure: measureId });
        return ok(true);
      }),
  };
}

function viewOf(open: OpenSession, dossierId: DossierId, content: Content): View {
  const file = readCaseFile(open, dossierId);
  if (!file.ok) return file;
  const input = toAssessmentInput(file.value, content);
  if (!input.ok) return input;
  const rules = riskRulesOf(content);
  return ok({
    assessment: assess(input.value, rules),
    changes: whatWouldChange(input.value, rules),
    measures: [...file.value.measures],
    gates: [...file.value.gates],
  });
}
