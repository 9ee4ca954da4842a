import { z } from "zod";
import { EntryId, ImportId, SubjectId } from "../ids.ts";
import { line, text, textLimits } from "../text.ts";
import { Instant } from "../time.ts";
import { Period } from "./period.ts";
import { Certainty, FactSource } from "./source.ts";

/**
 * What a profile holds about a subject. There is no kind for family, health, belief or origin, and none may be added: private
 * life is never entered.
 */
export const EntryKind = z.enum(["post", "education", "funding", "publication", "patent", "holding"]);
export type EntryKind = z.infer<typeof EntryKind>;

/** How a post is held, as far as it is known. */
export const Engagement = z.enum(["main", "concurrent", "visiting", "honorary", "advisory", "unspecified"]);
export type Engagement = z.infer<typeof Engagement>;

/** A share of a body, in per cent. */
export const Share = z.number().gt(0).max(100);

/** Held in one's own name, or through others. */
export const Directness = z.enum(["direct", "indirect"]);
export type Directness = z.infer<typeof Directness>;

/** One entry of a profile as the page writes it. Fields its kind has no use for stay empty. */
export const EntryInput = z.strictObject({
  subjectId: SubjectId,
  kind: EntryKind,
  /** Post, degree, programme, or the title of a work or an invention. */
  title: line(1_000),
  /** Employer, school, funder, journal or publisher, patent office, or the body in which a share is held. */
  organisation: line(textLimits.name),
  /** Department or laboratory. */
  unit: line(textLimits.name),
  /** Authors or inventors, as written. */
  people: text(textLimits.note),
  /** DOI, grant number, or number of a patent. */
  number: line(200),
  amount: line(100),
  engagement: Engagement,
  share: Share.nullable(),
  directness: Directness.nullable(),
  period: Period,
  certainty: Certainty,
  source: FactSource,
  note: text(textLimits.note),
});
export type EntryInput = z.infer<typeof EntryInput>;

/** One entry of a profile as it is stored. */
export const ProfileEntry = EntryInput.extend({
  id: EntryId,
  revision: z.int().positive(),
  /** The import it came with. */
  batchId: ImportId.nullable(),
  at: Instant,
  by: z.string(),
});
export type ProfileEntry = z.infer<typeof ProfileEntry>;

/** A field of an entry that holds text of its own. */
export type EntryTextField = "title" | "organisation" | "unit" | "people" | "number" | "amount";

/** What a kind of entry is made of, in the order of its form; the first is what it cannot be without. */
export const entryFields: Readonly<Record<EntryKind, readonly EntryTextField[]>> = {
  post: ["organisation", "title", "unit"],
  education: ["organisation", "title", "unit"],
  funding: ["organisation", "title", "number", "amount"],
  publication: ["title", "people", "organisation", "number"],
  patent: ["title", "people", "organisation", "number"],
  holding: ["organisation"],
};

/** The field an entry of this kind cannot be without. */
export function leadField(kind: EntryKind): EntryTextField {
  return entryFields[kind][0] ?? "title";
}

/** The words that name an entry: its lead, or what else it has. */
export function entryName(entry: EntryInput): string {
  const named = [leadField(entry.kind), "organisation", "title", "number"] as const;
  return named.map((field) => entry[field]).find((value) => value.trim() !== "") ?? "";
}

/** An entry of this kind with nothing in it yet. */
export function blankEntry(subjectId: SubjectId, kind: EntryKind): EntryInput {
  return {
    subjectId,
    kind,
    title: "",
    organisation: "",
    unit: "",
    people: "",
    number: "",
    amount: "",
    engagement: "unspecified",
    share: null,
    directness: null,
    period: { from: null, to: null },
    certainty: "likely",
    source: { evidenceId: null, text: "" },
    note: "",
  };
}
