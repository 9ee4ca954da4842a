import { z } from "zod";
import { Disposition, ListEffectClass } from "../content/vocabulary.ts";
import { HitId, SubjectId } from "../ids.ts";
import type { Hit } from "../screening.ts";
import { Instant } from "../time.ts";
import { changesBetween, entryFacts } from "./pair-facts.ts";
import { FieldChange } from "./verdict.ts";

/** A hit as a notice of differences names it. */
export const HitBrief = z.object({
  id: HitId,
  subjectId: SubjectId,
  queryName: z.string(),
  matchedName: z.string(),
  listTitle: z.string(),
  edition: z.string(),
  effectClass: ListEffectClass,
  entryKey: z.string(),
  score: z.number().min(0).max(1),
  /** The verdict at the time; null while there was none. */
  disposition: Disposition.nullable(),
});
export type HitBrief = z.infer<typeof HitBrief>;

/** What differs between two screenings of the same case. */
export const HitDifference = z.object({
  added: z.array(HitBrief),
  gone: z.array(HitBrief),
  changed: z.array(z.object({ hit: HitBrief, changes: z.array(FieldChange) })),
});
export type HitDifference = z.infer<typeof HitDifference>;

/** An edition as a notice names it. */
export const EditionName = z.object({ title: z.string(), edition: z.string() });
export type EditionName = z.infer<typeof EditionName>;

/** What a screening that nobody asked for found to be different, after lists changed. */
export const ScreeningNotice = HitDifference.extend({
  /** From 1 within the case. */
  number: z.int().positive(),
  at: Instant,
  /** `open`: the candidates of the case are now these. `decided`: the case stands as decided, and this is for its review. */
  standing: z.enum(["open", "decided"]),
  /** The editions that had not been searched before. */
  editions: z.array(EditionName),
  /** Other rules of matching than last time: differences may come from them. */
  otherMatcher: z.boolean(),
  seenAt: Instant.nullable(),
  seenBy: z.string().nullable(),
});
export type ScreeningNotice = z.infer<typeof ScreeningNotice>;

/** Names a pair of a subject and an entry of a list, from edition to edition. */
export function pairOf(hit: Pick<Hit, "subjectId" | "listTitle" | "entryKey">): string {
  return `${hit.subjectId}:${hit.listTitle}:${hit.entryKey}`;
}

/** The hit as a notice names it. */
export function briefOf(hit: Hit): HitBrief {
  const { id, subjectId, queryName, matchedName, listTitle, edition, effectClass, entryKey, score } = hit;
  const disposition = hit.judgement?.disposition ?? null;
  return { id, subjectId, queryName, matchedName, listTitle, edition, effectClass, entryKey, score, disposition };
}

/** What came, what went, and what reads otherwise: in the list's words, or in what a listing means. */
export function hitDifference(before: readonly Hit[], after: readonly Hit[]): HitDifference {
  const was = new Map(before.map((hit) => [pairOf(hit), hit]));
  const is = new Map(after.map((hit) => [pairOf(hit), hit]));
  return {
    added: after.filter((hit) => !was.has(pairOf(hit))).map(briefOf),
    gone: before.filter((hit) => !is.has(pairOf(hit))).map(briefOf),
    changed: after.flatMap((hit) => {
      const earlier = was.get(pairOf(hit));
      if (earlier === undefined) return [];
      const changes = changesBetween("entry", comparedFacts(earlier), comparedFacts(hit));
      return changes.length === 0 ? [] : [{ hit: briefOf(hit), changes }];
    }),
  };
}

function comparedFacts(hit: Hit): ReturnType<typeof entryFacts> {
  return { ...entryFacts(hit), effectClass: [hit.effectClass] };
}

/** Whether anything differs. */
export function isDifferent({ added, gone, changed }: HitDifference): boolean {
  return added.length + gone.length + changed.length > 0;
}

/** How screening again stands: cases that wait for it, and whether somebody holds it up. */
export const RescreeningState = z.object({ waiting: z.int().nonnegative(), held: z.boolean() });
export type RescreeningState = z.infer<typeof RescreeningState>;
