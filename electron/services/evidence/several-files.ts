import { basename } from "node:path";
import type { IntakeWay } from "../../../shared/domain/evidence.ts";
import {
  filesAtOnceLimit,
  folderLimits,
  type IntakeOutcome,
  IntakeRefusalCode,
  type IntakeReport,
} from "../../../shared/domain/evidence-intake.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { displayName } from "../../security/display-name.ts";
import type { Locked, OpenSession, Session } from "../session.ts";
import type { Task, Tasks } from "../tasks.ts";
import { admit } from "./admit.ts";
import type { HeldFiles } from "./held-files.ts";
import { discardBytes } from "./held-files.ts";
import type { IntakeInput, StoreParts } from "./store-evidence.ts";
import { takeFile } from "./take-file.ts";
import type { FoundEntry } from "./walk-folder.ts";

/** A file to take in, or an entry to say why it stays outside. */
export interface FoundFile {
  readonly path: string;
  readonly kind: FoundEntry["kind"];
  readonly shownName?: string;
}

interface Several {
  readonly open: OpenSession;
  readonly input: IntakeInput & { readonly taskId: string };
  readonly way: IntakeWay;
  readonly find: (signal: AbortSignal) => Promise<{ files: readonly FoundFile[]; passedOver: number }>;
}

type Parts = StoreParts & {
  readonly session: Session;
  readonly tasks: Tasks;
  readonly held: HeldFiles;
  readonly onChange: (dossierId: IntakeInput["dossierId"]) => void;
};

/** What may still come in at this time, and what ended it. */
interface Budget {
  bytes: number;
  ended: IntakeRefusalCode | undefined;
}

/** After one of these the next file would fare no better. */
const endsAll: ReadonlySet<string> = new Set(["storage-full", "storage-readonly", "storage-gone", "storage-failed"]);

/**
 * Takes files in one after the other, each whole or not at all. What one of them lacks is said beside it and the next one
 * goes on; a full disk or the person stops the rest, and what has come in stays.
 */
export async function takeSeveral(
  parts: Parts,
  several: Several,
): Promise<Result<IntakeReport, Locked | { readonly code: "cancelled" }>> {
  const { open, input, way } = several;
  const task = parts.tasks.begin({
    taskId: input.taskId,
    label: "evidence-import",
    unit: way === "folder" ? "items" : "bytes",
  });
  const outcomes: IntakeOutcome[] = [];
  try {
    const { files, passedOver } = await several.find(task.signal);
    const budget: Budget = { bytes: folderLimits.bytes, ended: undefined };
    const chosen = way === "folder" ? files : files.slice(0, filesAtOnceLimit);
    const isOne = chosen.length === 1;
    for (const [index, file] of chosen.entries()) {
      if (task.signal.aborted) break;
      if (way === "folder" || !isOne) task.progress(index, chosen.length);
      const own = isOne && way !== "folder" ? task : quiet(task);
      const outcome = await takeOne(parts, several, { file, task: own, budget, isAlone: isOne && way !== "folder" });
      if (!open.vault.isOpen || parts.session.current()?.vault !== open.vault) return err({ code: "vault-locked" });
      if (outcome !== undefined) outcomes.push(outcome);
    }
    const isStopped = task.signal.aborted;
    if (isStopped && outcomes.length === 0) return err({ code: "cancelled" });
    return ok({ outcomes, passedOver: passedOver + files.length - chosen.length, isStopped });
  } finally {
    task.end();
    if (outcomes.some(({ result }) => result.kind === "taken")) parts.onChange(input.dossierId);
  }
}

/** Several files are counted; the bytes of each one are nobody's concern. */
function quiet(task: Task): Pick<Task, "signal" | "progress"> {
  return { signal: task.signal, progress: () => undefined };
}

/** One file; undefined when the person stopped it half way. */
async function takeOne(
  parts: Parts,
  { open, input, way }: Several,
  {
    file,
    task,
    budget,
    isAlone,
  }: {
    file: FoundFile;
    task: Pick<Task, "signal" | "progress">;
    budget: Budget;
    isAlone: boolean;
  },
): Promise<IntakeOutcome | undefined> {
  const name = file.shownName ?? displayName(basename(file.path));
  const refuse = (code: IntakeRefusalCode): IntakeOutcome => ({
    name,
    sizeBytes: null,
    result: { kind: "refused", code },
  });
  if (budget.ended !== undefined) return refuse(budget.ended);
  if (file.kind !== "file") return refuse(codesOfKinds[file.kind]);
  const refusesLinks = way === "folder";
  const taken = await takeFile({ path: file.path, objects: open.vault.objects, task, refusesLinks });
  if (!taken.ok) {
    const code = IntakeRefusalCode.safeParse(taken.error.code);
    if (!code.success) return undefined;
    if (endsAll.has(code.data)) budget.ended = code.data;
    return refuse(code.data);
  }
  const arrival = { taken: taken.value, input: titled(input, isAlone), way, shownName: name };
  if (task.signal.aborted || !open.vault.isOpen) {
    if (open.vault.isOpen) await discardBytes(open, arrival);
    return undefined;
  }
  budget.bytes -= taken.value.sizeBytes;
  if (budget.bytes < 0) {
    await discardBytes(open, arrival);
    budget.ended = "import-limit";
    return refuse("import-limit");
  }
  return admit(parts, open, arrival);
}

const codesOfKinds = { link: "file-link", limit: "import-limit", unreadable: "file-unreadable" } as const;

/** Several files each go by their own name, whatever was typed for all of them. */
function titled(input: IntakeInput, isAlone: boolean): IntakeInput {
  return !isAlone ? { ...input, details: { ...input.details, title: "" } } : input;
}
