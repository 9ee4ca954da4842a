import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { IntakeReport } from "../../../shared/domain/evidence-intake.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { enterCase } from "../enter-case.ts";
import type { OpenSession } from "../session.ts";
import { enter } from "./admit.ts";
import { touchEvidence } from "./custody.ts";
import { createHeldFiles, discardBytes } from "./held-files.ts";
import { type IntakeServiceParts, mayTakeIn, type NotHere } from "./intake-parts.ts";
import { type FoundFile, takeSeveral } from "./several-files.ts";
import type { IntakeInput, StoreParts } from "./store-evidence.ts";
import { createUploads, type Uploads } from "./uploads.ts";
import { walkFolder } from "./walk-folder.ts";

type Refused<C extends string> = { readonly code: C };
type Asked = IntakeInput & { readonly taskId: string };
type Several = Promise<Result<IntakeReport, NotHere | Refused<"unknown-question" | "cancelled">>>;

/** The ways in for evidence: the dialog, a folder, and files that were dropped or pasted into the window. */
export interface IntakeService extends Uploads {
  choose(input: Asked): Several;
  folder(input: Asked): Several;
  settle(input: {
    dossierId: DossierId;
    heldId: string;
    how: "link" | "keep" | "drop";
  }): Promise<Result<{ evidence: Evidence | null }, NotHere | Refused<"unknown-upload">>>;
  /** Forgets files that wait for an answer; called when the vault locks. */
  forget(): void;
}

export function createIntakeService(own: IntakeServiceParts): IntakeService {
  const held = createHeldFiles(own);
  const parts = { ...own, held };
  const uploads = createUploads(parts);
  return {
    ...uploads,
    choose: async (input) => {
      const entered = mayTakeIn(own.session, input);
      if (!entered.ok) return entered;
      const paths = await own.dialogs.openFiles("evidence");
      if (paths.length === 0) return err({ code: "cancelled" });
      const files = paths.map((path): FoundFile => ({ path, kind: "file" }));
      return takeSeveral(parts, {
        open: entered.value.open,
        input,
        way: "dialog",
        find: async () => ({ files, passedOver: 0 }),
      });
    },
    folder: async (input) => {
      const entered = mayTakeIn(own.session, input);
      if (!entered.ok) return entered;
      const root = await own.dialogs.openFolder("evidence-folder");
      if (root === undefined) return err({ code: "cancelled" });
      const find = async (signal: AbortSignal): Promise<{ files: FoundFile[]; passedOver: number }> => {
        const { entries, passedOver } = await walkFolder(root, signal);
        return { files: entries.map(({ path, name, kind }) => ({ path, shownName: name, kind })), passedOver };
      };
      return takeSeveral(parts, { open: entered.value.open, input, way: "folder", find });
    },
    settle: (input) => settle(parts, input),
    forget: () => {
      held.forget();
      uploads.forget();
    },
  };
}

async function settle(
  parts: IntakeServiceParts & { held: ReturnType<typeof createHeldFiles> },
  { dossierId, heldId, how }: Parameters<IntakeService["settle"]>[0],
): ReturnType<IntakeService["settle"]> {
  const entered = enterCase(parts.session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const arrival = parts.held.release(dossierId, heldId);
  if (arrival === undefined) return err({ code: "unknown-upload" });
  if (how === "keep") {
    const evidence = enter(parts, open, arrival);
    parts.onChange(dossierId);
    return ok({ evidence });
  }
  const [same] = open.tables.evidence.withHash(dossierId, arrival.taken.sha256);
  await discardBytes(open, arrival);
  if (how === "drop") return ok({ evidence: null });
  if (same === undefined) return err({ code: "unknown-upload" });
  const { itemId } = arrival.input;
  if (itemId !== null && !same.items.includes(itemId)) tie(parts, open, { dossierId, itemId, evidence: same });
  parts.onChange(dossierId);
  return ok({ evidence: open.tables.evidence.find(dossierId, same.id) ?? null });
}

function tie(
  { clock, afterEvidence }: StoreParts,
  open: OpenSession,
  { dossierId, itemId, evidence }: { dossierId: DossierId; itemId: ItemId; evidence: Evidence },
): void {
  open.write(() => {
    open.tables.evidence.link({ dossierId, itemId, evidenceId: evidence.id });
    const facts = { instead: "second-copy" };
    const custody = touchEvidence(open, clock, {
      dossierId,
      evidenceId: evidence.id,
      act: "linked",
      item: itemId,
      facts,
    });
    open.note("evidence-changed", dossierId, { number: evidence.number, item: itemId, linked: true, custody });
    afterEvidence(open, dossierId);
  });
}
