import type { TemplateItem } from "../../../shared/domain/content/template.ts";
import type { EvidenceType, Reliability, SourceType } from "../../../shared/domain/content/vocabulary.ts";
import { EvidenceDetails } from "../../../shared/domain/evidence.ts";

/** The form for a piece of evidence before its file is chosen. */
export interface AttachDraft {
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
}

/** A form that expects what the item asks for. */
export function draftFor(item: TemplateItem, askedSources: readonly SourceType[], personName: string): AttachDraft {
  return {
    title: "",
    evidenceType: item.evidence[0],
    sourceType: askedSources[0],
    reliability: undefined,
    origin: "",
    location: "",
    capturedDay: undefined,
    capturedBy: personName,
    note: "",
  };
}

/** The details as the call takes them, or undefined while something needed is missing or unfit. */
export function detailsOf(draft: AttachDraft): EvidenceDetails | undefined {
  const { capturedDay, ...rest } = draft;
  if (rest.title.trim() === "") return undefined;
  const capturedAt = capturedDay === undefined ? null : noonMs(capturedDay);
  const parsed = EvidenceDetails.safeParse({ ...rest, title: rest.title.trim(), capturedAt });
  return parsed.success ? parsed.data : undefined;
}

/** Noon of the day on this machine, so that the date stays the same in every zone it may be read in. */
function noonMs(day: string): number {
  return new Date(`${day}T12:00:00`).getTime();
}
