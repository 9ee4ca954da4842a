import type { Content } from "../../../shared/domain/content/content.ts";
import type {
  Carriage,
  Evidence,
  EvidenceDetails,
  EvidenceStatus,
  IntakeWay,
} from "../../../shared/domain/evidence.ts";
import { plainStanding } from "../../../shared/domain/evidence.ts";
import { type DossierId, EvidenceId, type ItemId } from "../../../shared/domain/ids.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { Clock, Random } from "../../ports.ts";
import { newId } from "../new-id.ts";
import type { OpenSession } from "../session.ts";
import { touchEvidence } from "./custody.ts";
import { officePeriods, validityByOffice } from "./periods.ts";
import type { TakenFile } from "./take-file.ts";

/** What the reviewer says of a file while it comes in. */
export interface IntakeInput {
  readonly dossierId: DossierId;
  /** The item it is tied to from the start, or null. */
  readonly itemId: ItemId | null;
  readonly details: EvidenceDetails;
  readonly status: EvidenceStatus;
  readonly carriage: Carriage;
}

/** A file whose bytes are in the vault and whose row is not. */
export interface Arrival {
  readonly taken: TakenFile;
  readonly input: IntakeInput;
  readonly way: IntakeWay;
  /** The name to show, where it is more than the file's own. */
  readonly shownName?: string;
}

/** What writing the row of a file needs. */
export interface StoreParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly content: Pick<Content, "evidence">;
  /** Called inside the transaction after evidence came, went or was tied elsewhere: corroboration may have moved. */
  readonly afterEvidence: (open: OpenSession, dossierId: DossierId) => void;
}

/** Writes the row of a file whose bytes are in the vault, with its first touch and its trace; all of it or nothing. */
export function storeEvidence(
  { clock, random, content, afterEvidence }: StoreParts,
  open: OpenSession,
  { input, taken, way }: { input: IntakeInput; taken: TakenFile; way: IntakeWay },
): Evidence {
  const { dossierId, itemId, details, status, carriage } = input;
  const { store: bytes, writtenMs, ...file } = taken;
  const now = Instant.parse(clock.nowMs());
  return open.write(() => {
    const id = newId(EvidenceId, random);
    const validity = validityByOffice({ ...details, importedAt: now }, officePeriods(open, content));
    const evidence: Evidence = {
      ...details,
      ...file,
      id,
      number: open.tables.evidence.nextNumber(dossierId),
      importedAt: now,
      importedBy: open.person.displayName,
      checkedAt: now,
      integrity: "intact",
      items: itemId === null ? [] : [itemId],
      standing: {
        ...plainStanding,
        status,
        carriage,
        validity,
        way,
        fileWrittenAt: writtenMs === null ? null : Instant.parse(Math.max(0, Math.floor(writtenMs))),
      },
      revision: 1,
    };
    open.tables.evidence.add(dossierId, evidence, bytes);
    if (itemId !== null) open.tables.evidence.link({ dossierId, itemId, evidenceId: id });
    const { sha256, sizeBytes } = file;
    const facts = { way, sha256, sizeBytes, medium: carriage.medium };
    const custody = touchEvidence(open, clock, { dossierId, evidenceId: id, act: "taken-in", item: itemId, facts });
    open.note("evidence-added", dossierId, { number: evidence.number, sha256, size: sizeBytes, custody });
    afterEvidence(open, dossierId);
    return evidence;
  });
}

/** A title for a piece nobody has named: the file's name without its extension, within the limit. */
export function titleFrom(fileName: string, limit: number): string {
  const stem = fileName.replace(/\.[A-Za-z0-9]{1,8}$/u, "");
  let title = "";
  for (const { segment } of new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(stem || fileName)) {
    if (title.length + segment.length > limit) break;
    title += segment;
  }
  return title;
}
