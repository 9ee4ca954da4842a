import { useEffect, useRef, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import { type IntakeOutcome, IntakeRefusalCode, type IntakeReport } from "../../../shared/domain/evidence-intake.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { host, onEvent } from "../../host.ts";
import { type About, type CarriedFile, uploadFile } from "./upload-file.ts";

/** How far files have come: bytes of all that were dropped, or what the engine tells of those it reads itself. */
export interface IntakeProgress {
  readonly done: number;
  readonly total: number;
  readonly unit: "bytes" | "items";
}

/** Taking files in, as a form works with it. */
export interface IntakeWork {
  choose(about: About): Promise<void>;
  folder(about: About): Promise<void>;
  upload(files: readonly CarriedFile[], about: About): Promise<void>;
  settle(outcome: IntakeOutcome, how: "link" | "keep" | "drop"): Promise<void>;
  cancel(): void;
  /** Forgets what was told. */
  clear(): void;
  readonly fault: Fault | undefined;
  readonly progress: IntakeProgress | undefined;
  readonly report: IntakeReport | undefined;
  readonly isBusy: boolean;
}

interface IntakeParts {
  readonly dossierId: DossierId;
  /** One file came in and nothing else is to be said. */
  readonly onOne: (evidence: Evidence, outcome: IntakeOutcome) => void;
  /** One of several came in, or was tied. */
  readonly onEach: (evidence: Evidence) => void;
}

type Running = { readonly current: { readonly taskId: string } | undefined };

/** How far the running lot has come, as the engine tells it; the page may set it for bytes it sends itself. */
function useProgressOf(running: Running): [IntakeProgress | undefined, (progress: IntakeProgress | undefined) => void] {
  const [progress, setProgress] = useState<IntakeProgress>();
  useEffect(
    () =>
      onEvent("task.progress", ({ taskId, done, total, unit }) => {
        if (taskId === running.current?.taskId && unit !== "rows") setProgress({ done, total, unit });
      }),
    [running],
  );
  return [progress, setProgress];
}

/** Takes files in by whichever way they come; one lot at a time. */
export function useIntake({ dossierId, onOne, onEach }: IntakeParts): IntakeWork {
  const running = useRef<{ taskId: string; stop: AbortController }>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [progress, setProgress] = useProgressOf(running);
  const [report, setReport] = useState<IntakeReport>();
  async function run(
    work: (taskId: string, signal: AbortSignal) => Promise<Result<IntakeReport, Fault>>,
  ): Promise<void> {
    if (running.current !== undefined) return;
    const one = { taskId: crypto.randomUUID(), stop: new AbortController() };
    running.current = one;
    setBusy(true);
    setFault(undefined);
    setReport(undefined);
    setProgress(undefined);
    const done = await work(one.taskId, one.stop.signal);
    running.current = undefined;
    setBusy(false);
    if (done.ok) tell(done.value);
    else setFault(done.error);
  }

  function tell(told: IntakeReport): void {
    const [only] = told.outcomes;
    const isOne = told.outcomes.length === 1 && told.passedOver === 0 && !told.isStopped;
    if (isOne && only?.result.kind === "taken") onOne(only.result.evidence, only);
    else if (isOne && only?.result.kind === "refused") setFault({ code: only.result.code });
    else {
      for (const { result } of told.outcomes) if (result.kind === "taken") onEach(result.evidence);
      setReport(told);
    }
  }

  return {
    isBusy,
    fault,
    progress,
    report,
    choose: (about) => run((taskId) => host.intake.choose({ ...about, taskId })),
    folder: (about) => run((taskId) => host.intake.folder({ ...about, taskId })),
    upload: (files, about) =>
      run((taskId, signal) => {
        const onBytes = (done: number, total: number): void => setProgress({ done, total, unit: "bytes" });
        return uploadAll(files, about, { taskId, signal, onBytes });
      }),
    settle: async (outcome, how) => {
      const settled = await settleOne(dossierId, outcome, how);
      if (!settled.ok) {
        setFault(settled.error);
        return;
      }
      const { evidence } = settled.value;
      if (evidence !== null) onEach(evidence);
      setReport((known) => known && { ...known, outcomes: afterSettling(known.outcomes, outcome, evidence) });
    },
    cancel: () => {
      const one = running.current;
      one?.stop.abort();
      if (one !== undefined) void host.app.cancelTask({ taskId: one.taskId });
    },
    clear: () => {
      setFault(undefined);
      setReport(undefined);
    },
  };
}

/** The rows after one of them has been decided: a piece that was tied or kept is in; one that was let go leaves the list. */
function afterSettling(
  outcomes: readonly IntakeOutcome[],
  settled: IntakeOutcome,
  evidence: Evidence | null,
): IntakeOutcome[] {
  if (evidence === null) return outcomes.filter((one) => one !== settled);
  const result = { kind: "taken" as const, evidence, alsoIn: [] };
  return outcomes.map((one) => (one === settled ? { ...one, result } : one));
}

async function settleOne(
  dossierId: DossierId,
  { result }: IntakeOutcome,
  how: "link" | "keep" | "drop",
): Promise<Result<{ evidence: Evidence | null }, Fault>> {
  if (result.kind !== "duplicate" || result.heldId === null) return err({ code: "unknown-upload" });
  return host.intake.settle({ dossierId, heldId: result.heldId, how });
}

/** One after the other; what one of them lacks is said beside it and the next goes on. */
async function uploadAll(
  files: readonly CarriedFile[],
  about: About,
  parts: { taskId: string; signal: AbortSignal; onBytes: (done: number, total: number) => void },
): Promise<Result<IntakeReport, Fault>> {
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const outcomes: IntakeOutcome[] = [];
  let before = 0;
  for (const [index, one] of files.entries()) {
    if (parts.signal.aborted) break;
    const onBytes = (done: number): void => parts.onBytes(before + done, total);
    const taken = await uploadFile(one, titledFor(about, files.length), {
      taskId: `${parts.taskId}-${index}`,
      signal: parts.signal,
      onBytes,
    });
    before += one.file.size;
    if (taken.ok) {
      outcomes.push(taken.value);
      continue;
    }
    const code = IntakeRefusalCode.safeParse(taken.error.code);
    if (taken.error.code === "cancelled") break;
    // What keeps this one out for another reason, such as a lock or a decision, keeps the others out too.
    if (!code.success) return taken;
    outcomes.push({ name: one.name, sizeBytes: one.file.size, result: { kind: "refused", code: code.data } });
  }
  const isStopped = parts.signal.aborted;
  return isStopped && outcomes.length === 0 ? err({ code: "cancelled" }) : ok({ outcomes, passedOver: 0, isStopped });
}

/** Several files each go by their own name. */
function titledFor(about: About, count: number): About {
  return count === 1 ? about : { ...about, details: { ...about.details, title: "" } };
}
