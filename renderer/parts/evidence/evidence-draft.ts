import { z } from "zod";
import { EvidenceType, Reliability, SourceType } from "../../../shared/domain/content/vocabulary.ts";
import { Carriage, type Evidence, EvidenceDetails, plainStanding } from "../../../shared/domain/evidence.ts";
import { dayOf, officeOffsetMs } from "../../../shared/domain/time.ts";

/** The form for a piece of evidence before its file is chosen. */
export interface EvidenceDraft {
  readonly title: string;
  readonly evidenceType: EvidenceType | undefined;
  readonly sourceType: SourceType | undefined;
  readonly reliability: Reliability | undefined;
  readonly origin: string;
  readonly location: string;
  /** `YYYY-MM-DD`. */
  readonly capturedDay: string | undefined;
  readonly capturedBy: string;
  readonly note: string;
  /** How the file came here. */
  readonly carriage: Carriage;
}

/** The form as a draft keeps it. */
export const KeptEvidence = z.object({
  title: z.string(),
  evidenceType: EvidenceType.optional(),
  sourceType: SourceType.optional(),
  reliability: Reliability.optional(),
  origin: z.string(),
  location: z.string(),
  capturedDay: z.string().optional(),
  capturedBy: z.string(),
  note: z.string(),
  carriage: Carriage.default(plainStanding.carriage),
});

/** What a form may expect of the next piece: kinds the item asks for, and who is at the keyboard. */
export interface Expected {
  readonly types: readonly EvidenceType[];
  readonly sources: readonly SourceType[];
  readonly personName: string;
}

/** An empty form that expects what is asked for. */
export function draftFor({ types, sources, personName }: Expected): EvidenceDraft {
  return {
    title: "",
    evidenceType: types[0],
    sourceType: sources[0],
    reliability: undefined,
    origin: "",
    location: "",
    capturedDay: undefined,
    capturedBy: personName,
    note: "",
    carriage: { ...plainStanding.carriage, carriedBy: personName },
  };
}

/** The form for a piece that is in the vault already. */
export function draftOf(evidence: EvidenceDetails & Partial<Pick<Evidence, "standing">>): EvidenceDraft {
  // Named one by one: a stored piece brings facts of the file along, and the call takes none of them.
  const { title, evidenceType, sourceType, reliability, origin, location, capturedAt, capturedBy, note } = evidence;
  const capturedDay = capturedAt === null ? undefined : dayOf(capturedAt);
  const { carriage } = evidence.standing ?? plainStanding;
  return { title, evidenceType, sourceType, reliability, origin, location, capturedDay, capturedBy, note, carriage };
}

/** The details as the call takes them, or undefined while something needed is missing or unfit. */
export function detailsOf(draft: EvidenceDraft): EvidenceDetails | undefined {
  const { capturedDay, carriage: _, ...rest } = draft;
  if (rest.title.trim() === "") return undefined;
  const capturedAt = capturedDay === undefined ? null : noonMs(capturedDay);
  const parsed = EvidenceDetails.safeParse({ ...rest, title: rest.title.trim(), capturedAt });
  return parsed.success ? parsed.data : undefined;
}

/** Noon of the day in Japan, so that the date stays the same when it is read back. */
function noonMs(day: string): number {
  return Date.parse(`${day}T12:00:00Z`) - officeOffsetMs;
}
