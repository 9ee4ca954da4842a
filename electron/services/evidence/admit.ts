import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { AlsoIn, IntakeOutcome } from "../../../shared/domain/evidence-intake.ts";
import { DossierId } from "../../../shared/domain/ids.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { findRecord } from "../case-file.ts";
import type { OpenSession } from "../session.ts";
import type { HeldFiles } from "./held-files.ts";
import { type Arrival, type StoreParts, storeEvidence, titleFrom } from "./store-evidence.ts";

/** Other places of the same bytes that are told at most. */
const alsoInLimit = 5;

/**
 * Writes the row of a file, unless the case holds these very bytes already: then the file waits for somebody to say whether a
 * second copy is wanted.
 */
export function admit(parts: StoreParts & { held: HeldFiles }, open: OpenSession, arrival: Arrival): IntakeOutcome {
  const { taken, input } = arrival;
  const name = arrival.shownName ?? taken.fileName;
  const alsoIn = sameBytesElsewhere(open, input.dossierId, taken.sha256);
  const [same] = open.tables.evidence.withHash(input.dossierId, taken.sha256);
  const { sizeBytes } = taken;
  if (same !== undefined) {
    const heldId = parts.held.keep(open, arrival);
    return { name, sizeBytes, result: { kind: "duplicate", of: same, heldId, alsoIn } };
  }
  return { name, sizeBytes, result: { kind: "taken", evidence: enter(parts, open, arrival), alsoIn } };
}

/** Writes the row, with the file's own name for a title where nobody gave one. */
export function enter(parts: StoreParts, open: OpenSession, { taken, input, way }: Arrival): Evidence {
  const title = input.details.title === "" ? titleFrom(taken.fileName, textLimits.title) : input.details.title;
  return storeEvidence(parts, open, { input: { ...input, details: { ...input.details, title } }, taken, way });
}

/** Cases, besides this one, that hold the same bytes and that this person may read. */
function sameBytesElsewhere(open: OpenSession, dossierId: DossierId, sha256: string): AlsoIn[] {
  const inSight: AlsoIn[] = [];
  const tell = (other: DossierId, number: number): void => {
    if (other === dossierId || inSight.length >= alsoInLimit) return;
    const record = mayRead(open, other);
    if (record.ok) inSight.push({ dossierId: other, caseNumber: record.value, number });
  };
  for (const place of open.tables.evidence.withHashAnywhere(sha256)) tell(place.dossierId, place.number);
  // What restricted cases hold has no hash in sight; those that this person reads are opened and looked at.
  for (const other of open.cases.readable()) {
    const id = DossierId.parse(other);
    for (const piece of open.tables.evidence.withHash(id, sha256)) tell(id, piece.number);
  }
  return inSight;
}

/** The number of a case that is there for this person and that no declaration of theirs shuts. */
function mayRead(open: OpenSession, dossierId: DossierId): Result<string, { readonly code: "unknown-dossier" }> {
  const found = findRecord(open, dossierId);
  if (!found.ok) return found;
  const isShut = open.tables.declarations.findLatest(dossierId, open.person.id)?.hasConflict === true;
  return isShut ? err({ code: "unknown-dossier" }) : ok(found.value.number);
}
