import { useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { notify } from "../../stores/notice-store.ts";
import { textNow, useText } from "../../stores/text.ts";
import {
  type DecisionDraft,
  type DecisionField,
  type DecisionProblem,
  finished,
  problemsOf,
  textProblems,
} from "./decision-draft.ts";
import { changeDraft, recordDecision, useDraft, useKeepFault } from "./decision-store.ts";

/** A decision being written: the draft, what is wrong with it, and the way to record it. */
export interface Recording {
  readonly draft: DecisionDraft;
  readonly assessment: Assessment;
  /** What the person is told: too long at once, all else once recording was tried. */
  readonly problems: readonly DecisionProblem[];
  /** How often recording was tried; the form goes to the first problem each time. */
  readonly attempts: number;
  readonly isAsking: boolean;
  readonly isBusy: boolean;
  readonly fault: Fault | undefined;
  /** Why the vault could not keep what is written, as long as it could not. */
  readonly keepFault: Fault | undefined;
  change(part: Partial<DecisionDraft>): void;
  /** The sentence for a field that cannot be recorded as it is. */
  errorOf(field: DecisionField): string | undefined;
  /** Asks for confirmation when nothing is wrong, and says what is wrong otherwise. */
  ask(): void;
  stopAsking(): void;
  record(): Promise<void>;
}

/** Follows the writing of one decision up to its recording. */
export function useRecording(dossierId: DossierId, assessment: Assessment): Recording {
  const text = useText();
  const draft = useDraft(dossierId);
  const keepFault = useKeepFault(dossierId);
  const [attempts, setAttempts] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const all = problemsOf(draft, assessment, dayOf(Date.now()));
  const problems = attempts > 0 ? all : textProblems(draft);

  async function record(): Promise<void> {
    const decision = finished(draft, assessment);
    if (decision === undefined || isBusy) return;
    setBusy(true);
    const recorded = await recordDecision(dossierId, decision);
    setBusy(false);
    setAsking(false);
    if (!recorded.ok) {
      setFault(recorded.error);
      return;
    }
    notify({ tone: "success", text: textNow()("decision.recorded", { version: recorded.value.version }) });
  }

  return {
    draft,
    assessment,
    problems,
    attempts,
    isAsking,
    isBusy,
    fault,
    keepFault,
    change(part) {
      setFault(undefined);
      changeDraft(dossierId, part);
    },
    errorOf(field) {
      const problem = problems.find((one) => one.field === field);
      return problem === undefined ? undefined : problemText(text, problem);
    },
    ask() {
      setAttempts(attempts + 1);
      setFault(undefined);
      if (all.length === 0) setAsking(true);
    },
    stopAsking: () => setAsking(false),
    record,
  };
}

/** The sentence for a problem; where the engine refuses the same, its sentence is used. */
export function problemText(text: ReturnType<typeof useText>, problem: DecisionProblem): string {
  switch (problem.code) {
    case "decision-not-ready":
    case "departure-needs-reason":
    case "review-date-required":
    case "text-invalid":
      return text(`error.${problem.code}`);
    case "too-long":
      return text("decision.problem-tooLong", { limit: problem.limit ?? 0 });
    case "later-than-today":
      return text("decision.problem-decidedDayLater");
    case "implausible-day":
      return text("decision.problem-decidedDayOdd");
    case "not-after-decision":
      return text("decision.problem-reviewDayEarlier");
    case "needed":
      return text(neededKeys[problem.field] ?? "decision.problems");
  }
}

const neededKeys: Partial<Record<DecisionField, Parameters<ReturnType<typeof useText>>[0]>> = {
  outcome: "decision.problem-outcome",
  reason: "decision.problem-reason",
  decidedBy: "decision.problem-decidedBy",
  decidedDay: "decision.problem-decidedDay",
};
