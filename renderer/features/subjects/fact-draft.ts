import { z } from "zod";
import { EvidenceId, SubjectId } from "../../../shared/domain/ids.ts";
import {
  blankEntry,
  Directness,
  Engagement,
  EntryInput,
  EntryKind,
  entryFields,
} from "../../../shared/domain/profile/entry.ts";
import { LinkInput, LinkKind } from "../../../shared/domain/profile/link.ts";
import { type DateWriting, readPeriod, writePeriod } from "../../../shared/domain/profile/period-text.ts";
import { Certainty } from "../../../shared/domain/profile/source.ts";

/** What entries and ties are written with alike; dates and share as typed, readable or not. */
const FactDraft = z.object({
  dates: z.string(),
  share: z.string(),
  directness: Directness.nullable(),
  certainty: Certainty,
  evidenceId: EvidenceId.nullable(),
  sourceText: z.string(),
  note: z.string(),
});
export type FactDraft = z.infer<typeof FactDraft>;

/** An entry as it stands in its form. */
export const EntryDraft = FactDraft.extend({
  kind: EntryKind,
  subjectId: SubjectId,
  title: z.string(),
  organisation: z.string(),
  unit: z.string(),
  people: z.string(),
  number: z.string(),
  amount: z.string(),
  engagement: Engagement,
});
export type EntryDraft = z.infer<typeof EntryDraft>;

/** A tie as it stands in its form. */
export const LinkDraft = FactDraft.extend({
  kind: LinkKind,
  from: SubjectId,
  to: SubjectId,
  role: z.string(),
});
export type LinkDraft = z.infer<typeof LinkDraft>;

/** A share as typed: null for nothing, undefined for what is no share. */
export function shareOf(typed: string): number | null | undefined {
  const plain = typed.normalize("NFKC").replace(/[%\s]/gu, "");
  if (plain === "") return null;
  const share = Number(plain);
  return share > 0 && share <= 100 ? share : undefined;
}

/** A fact with its dates, share and source as somebody types them. */
function typed<F extends Pick<EntryInput, "period" | "share" | "source">>(fact: F, style: DateWriting) {
  const { period, share, source, ...rest } = fact;
  return {
    ...rest,
    dates: writePeriod(period, style),
    share: share === null ? "" : String(share),
    evidenceId: source.evidenceId,
    sourceText: source.text,
  };
}

/** The form for an entry that is stored, or for a new one of this kind. */
export function entryDraft(entry: EntryInput, style: DateWriting): EntryDraft {
  return typed(entry, style);
}

/** The entry a form stands for; undefined while dates or share cannot be read. Fields of other kinds are let go. */
export function entryOf(draft: EntryDraft): EntryInput | undefined {
  const period = readPeriod(draft.dates);
  const share = draft.kind === "holding" ? shareOf(draft.share) : null;
  if (!period.ok || share === undefined) return undefined;
  const texts = Object.fromEntries(entryFields[draft.kind].map((field) => [field, draft[field]]));
  const parsed = EntryInput.safeParse({
    ...blankEntry(draft.subjectId, draft.kind),
    ...texts,
    period: period.value,
    share,
    engagement: draft.kind === "post" ? draft.engagement : "unspecified",
    directness: draft.kind === "holding" ? draft.directness : null,
    certainty: draft.certainty,
    source: { evidenceId: draft.evidenceId, text: draft.sourceText },
    note: draft.note,
  });
  return parsed.success ? parsed.data : undefined;
}

/** The form for a tie that is stored. */
export function linkDraft(link: LinkInput, style: DateWriting): LinkDraft {
  return typed(link, style);
}

/** The tie a form stands for; undefined while dates or share cannot be read. */
export function linkOf(draft: LinkDraft): LinkInput | undefined {
  const period = readPeriod(draft.dates);
  const share = draft.kind === "ownership" ? shareOf(draft.share) : null;
  if (!period.ok || share === undefined) return undefined;
  const { kind, from, to, role, certainty, note } = draft;
  const parsed = LinkInput.safeParse({
    ...{ kind, from, to, role, certainty, note, share },
    directness: kind === "ownership" ? draft.directness : null,
    period: period.value,
    source: { evidenceId: draft.evidenceId, text: draft.sourceText },
  });
  return parsed.success ? parsed.data : undefined;
}
