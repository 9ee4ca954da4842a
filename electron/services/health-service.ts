import { type HealthFinding, type HealthReport, healthLevels } from "../../shared/domain/health.ts";
import { dayOf, Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Locale } from "../../shared/strings/text.ts";
import type { AppInfo, Clock, Dialogs } from "../ports.ts";
import { faultOf, StorageError, type VaultFault } from "../vault/fault.ts";
import type { KdfParameters } from "../vault/vault.ts";
import { lookAtCare } from "./health/look-at-care.ts";
import { type Counted, lookAtEvidence, lookAtPages, lookAtTrail, pauseAndAsk } from "./health/look-at-data.ts";
import { writeReport } from "./health/report-text.ts";
import { saveOutside } from "./save-outside.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";
import type { Task, Tasks } from "./tasks.ts";

/** Looks at everything that keeps a vault trustworthy, and says what to do. */
export interface HealthService {
  check(input: {
    taskId: string;
  }): Promise<Result<HealthReport, Locked | NotPermitted | { readonly code: "cancelled" }>>;
  saveReport(input: {
    locale: Locale;
    passphrase: string;
  }): Promise<Result<Nothing, Locked | NotPermitted | VaultFault | { readonly code: "no-report" }>>;
  /** Forgets the last report; called when the vault locks. */
  forget(): void;
}

export interface HealthServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly tasks: Tasks;
  readonly info: AppInfo;
  /** What this machine would choose for a new key; measured for a moment. */
  readonly chooseKdf: () => Promise<KdfParameters>;
}

export function createHealthService(parts: HealthServiceParts): HealthService {
  const { session, clock, dialogs, tasks, info, chooseKdf } = parts;
  let report: HealthReport | undefined;
  return {
    check: async ({ taskId }) => {
      const entered = session.enter("check-vault");
      if (!entered.ok) return entered;
      const open = entered.value;
      const task = tasks.begin({ taskId, label: "health", unit: "items" });
      try {
        const findings = await lookAtAll({ open, task, clock, chooseKdf });
        await pauseAndAsk({ open, task });
        report = {
          at: Instant.parse(clock.nowMs()),
          appVersion: info.version,
          vaultId: open.vault.vaultId,
          findings,
        };
        noteChecked(open, findings);
        return ok(report);
      } catch (thrown) {
        if (!open.vault.isOpen) return err({ code: "vault-locked" });
        if (thrown instanceof StorageError && thrown.code === "cancelled") return err({ code: "cancelled" });
        throw thrown;
      } finally {
        task.end();
      }
    },
    saveReport: async ({ locale, passphrase }) => {
      const entered = session.enter("check-vault");
      if (!entered.ok) return entered;
      const { vault } = entered.value;
      if (report === undefined) return err({ code: "no-report" });
      const known = await vault.verifyPassphrase(passphrase);
      if (!known.ok) return known;
      const path = await dialogs.saveFile("health-report", `kura-health-${dayOf(report.at)}.txt`);
      if (path === undefined) return err({ code: "cancelled" });
      const { text, json } = writeReport(report, { locale, mac: (bytes) => vault.auditMac(bytes) });
      const first = await saveOutside(path, [text]);
      if (!first.ok) return first;
      const second = await saveOutside(path.replace(/\.txt$/u, "").concat(".json"), [json]);
      return second.ok ? ok({}) : second;
    },
    forget: () => {
      report = undefined;
    },
  };
}

/** Leaves a trace where the disk lets us: a report that says the disk is full must not fail on it. */
function noteChecked(open: OpenSession, findings: readonly HealthFinding[]): void {
  const count = (level: string): number => findings.filter(({ code }) => healthLevels[code] === level).length;
  try {
    open.write(() => open.note("health-checked", null, { act: count("act"), look: count("look") }));
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}

/** Steps of the progress that the pages are worth; each piece of evidence is one more. */
const pageSteps = 100;

async function lookAtAll(
  parts: Pick<HealthServiceParts, "clock" | "chooseKdf"> & { readonly open: OpenSession; readonly task: Task },
): Promise<HealthFinding[]> {
  const { open, task, clock, chooseKdf } = parts;
  const { tables } = open;
  // Before anything else: a machine that is busy with the check would seem slower than it is.
  const usualKdf = await chooseKdf();
  const total = pageSteps + tables.dossiers.list().reduce((sum, { id }) => sum + tables.evidence.list(id).length, 0);
  let done = 0;
  const counted: Counted = {
    open,
    task,
    pages: (share) => {
      done = Math.round(pageSteps * share);
      task.progress(done, total);
    },
    step: async () => {
      done += 1;
      task.progress(done, total);
      await pauseAndAsk({ open, task });
    },
  };
  const data = [...(await lookAtPages(counted)), ...(await lookAtEvidence(counted)), await lookAtTrail(counted)];
  return [...data, ...(await lookAtCare(open, { nowMs: clock.nowMs(), usualKdf }))];
}
