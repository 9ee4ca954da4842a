import { z } from "zod";
import { LinkId, SubjectId } from "../ids.ts";
import type { SubjectKind } from "../party.ts";
import { line, text, textLimits } from "../text.ts";
import { Instant } from "../time.ts";
import { Directness, Share } from "./entry.ts";
import { Period } from "./period.ts";
import { Certainty, FactSource } from "./source.ts";

/**
 * How one subject is tied to another, read from `from` to `to`: employs, owns, funds. Family and friendship are not among them:
 * private life is never entered.
 */
export const LinkKind = z.enum([
  "employment",
  "ownership",
  "control",
  "funding",
  "co-authorship",
  "supervision",
  "membership",
  "part-of",
  "successor",
  "other",
]);
export type LinkKind = z.infer<typeof LinkKind>;

/** A tie as the page writes it. */
export const LinkInput = z.strictObject({
  kind: LinkKind,
  from: SubjectId,
  to: SubjectId,
  /** What the tie is in the source's own words: a post, a programme. */
  role: line(textLimits.name),
  /** For ownership: per cent of the body owned; null where it is not known. */
  share: Share.nullable(),
  directness: Directness.nullable(),
  period: Period,
  certainty: Certainty,
  source: FactSource,
  note: text(textLimits.note),
});
export type LinkInput = z.infer<typeof LinkInput>;

/** A tie as it is stored. */
export const SubjectLink = LinkInput.extend({
  id: LinkId,
  revision: z.int().positive(),
  at: Instant,
  by: z.string(),
});
export type SubjectLink = z.infer<typeof SubjectLink>;

type Side = SubjectKind | "any";

/**
 * Whom a tie can lead from and to. Employment leads from the person to the body, supervision from the one who supervises,
 * succession from the earlier body to the later, part-of from the part to the whole.
 */
const sides: Readonly<Record<LinkKind, readonly [Side, Side]>> = {
  employment: ["person", "organisation"],
  ownership: ["any", "organisation"],
  control: ["any", "organisation"],
  funding: ["any", "any"],
  "co-authorship": ["person", "person"],
  supervision: ["person", "person"],
  membership: ["any", "organisation"],
  "part-of": ["organisation", "organisation"],
  successor: ["organisation", "organisation"],
  other: ["any", "any"],
};

/** Whether a tie of this kind can lead from one such subject to the other. */
export function canLink(kind: LinkKind, from: SubjectKind, to: SubjectKind): boolean {
  const [start, end] = sides[kind];
  return (start === "any" || start === from) && (end === "any" || end === to);
}

/** Ties without a direction. */
export function isMutual(kind: LinkKind): boolean {
  return kind === "co-authorship" || kind === "other";
}

/** Ties that place the first subject above the second where they are drawn in layers. */
export function isAbove(kind: LinkKind): boolean {
  return kind === "ownership" || kind === "control" || kind === "funding" || kind === "supervision";
}
