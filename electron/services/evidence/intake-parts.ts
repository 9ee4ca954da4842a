import { findItem } from "../../../shared/domain/content/template.ts";
import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { err, type Result } from "../../../shared/result.ts";
import type { Dialogs } from "../../ports.ts";
import { templateOf } from "../case-file.ts";
import { type Entered, type EntryRefusal, enterCase } from "../enter-case.ts";
import type { Session } from "../session.ts";
import type { Tasks } from "../tasks.ts";
import type { StoreParts } from "./store-evidence.ts";

/** Why nothing comes into a case. */
export type NotHere = EntryRefusal | { readonly code: "dossier-decided" };

/** What the ways in are made from. */
export interface IntakeServiceParts extends StoreParts {
  readonly session: Session;
  readonly dialogs: Dialogs;
  readonly tasks: Tasks;
  readonly onChange: (dossierId: DossierId) => void;
  /** How long an upload may be silent before it is given up, in milliseconds. */
  readonly uploadIdleMs?: number;
}

/** Whether files may come into this case, tied to this item, by this person. */
export function mayTakeIn(
  session: Session,
  { dossierId, itemId }: { dossierId: DossierId; itemId: ItemId | null },
): Result<Entered, NotHere | { readonly code: "unknown-question" }> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  if (itemId !== null && findItem(templateOf(open, record), itemId) === undefined)
    return err({ code: "unknown-question" });
  return entered;
}
