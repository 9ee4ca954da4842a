import type { DossierId } from "../../shared/domain/ids.ts";
import type { Right } from "../../shared/domain/people.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { findRecord, type UnknownDossier } from "./case-file.ts";
import { type Locked, type NotPermitted, noteReading, type OpenSession, type Session } from "./session.ts";

/** An open session that may do what was asked in this very case. */
export interface Entered {
  readonly open: OpenSession;
  readonly record: DossierRecord;
}

/** Why a person does not get into a case. */
export type EntryRefusal = Locked | NotPermitted | UnknownDossier;

/**
 * The one way into a case: an open vault, a person with the right, and a case that is there for them. Every service call
 * that names a case begins here, and the trail says once for each unlocking that this person was in it.
 */
export function enterCase(session: Session, right: Right, dossierId: DossierId): Result<Entered, EntryRefusal> {
  const open = session.enter(right);
  if (!open.ok) return open;
  const found = findRecord(open.value, dossierId);
  if (!found.ok) return found;
  noteReading(open.value, dossierId);
  return ok({ open: open.value, record: found.value });
}
