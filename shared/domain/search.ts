import { z } from "zod";
import { Bilingual } from "./content/bilingual.ts";
import { Depth, EvidenceType } from "./content/vocabulary.ts";
import { DossierKind, DossierState } from "./dossier.ts";
import { DossierId } from "./ids.ts";
import { line, text } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** The places of a case that searches look through. Half-written forms are none of them, and restricted fields are left out. */
export const searchPlaces = [
  "head",
  "subject",
  "entry",
  "link",
  "intake",
  "triage",
  "answer",
  "measure",
  "gate",
  "move",
  "decision",
  "evidence",
  "page",
] as const;
export const SearchPlace = z.enum(searchPlaces);
export type SearchPlace = z.infer<typeof SearchPlace>;

/** Longest query, in UTF-16 units. */
export const queryLimit = 400;

/** What narrows a search; an empty list and a null let everything through. */
export const SearchFilters = z.strictObject({
  places: z.array(SearchPlace).max(searchPlaces.length),
  kinds: z.array(DossierKind).max(DossierKind.options.length),
  states: z.array(DossierState).max(DossierState.options.length),
  depths: z.array(Depth).max(Depth.options.length),
  evidenceTypes: z.array(EvidenceType).max(EvidenceType.options.length),
  /** Last written on or after this day, and on or before that one, as the office counts days. */
  from: Day.nullable(),
  to: Day.nullable(),
  /** Cases that the person has worked on, by the trail. */
  own: z.boolean(),
});
export type SearchFilters = z.infer<typeof SearchFilters>;

export const noFilters: SearchFilters = {
  places: [],
  kinds: [],
  states: [],
  depths: [],
  evidenceTypes: [],
  from: null,
  to: null,
  own: false,
};

/** How many filters stand in the way. */
export function filterCount(filters: SearchFilters): number {
  const { places, kinds, states, depths, evidenceTypes, from, to, own } = filters;
  const lists = [places, kinds, states, depths, evidenceTypes].filter((list) => list.length > 0).length;
  return lists + (from === null ? 0 : 1) + (to === null ? 0 : 1) + (own ? 1 : 0);
}

/** A piece of a text as it was written, and whether it is what was asked for. */
export const SnippetPart = z.object({ text: z.string(), hit: z.boolean() });
export type SnippetPart = z.infer<typeof SnippetPart>;

/** One place that holds what was asked for. */
export const SearchHit = z.object({
  place: SearchPlace,
  /** Which of the case's rows: an item, a subject, a measure, a gate, a decision or a piece of evidence; empty for its head. */
  key: z.string(),
  /** The field of that row: a name of the form, or a section of the paper. */
  field: z.string(),
  /** Page or sheet of the evidence, from 1; null elsewhere. */
  page: z.int().positive().nullable(),
  /** What the row is about, where its key says nothing to a person: the item's question, the evidence's title. */
  label: z.union([Bilingual, z.string()]).nullable(),
  snippet: z.array(SnippetPart),
  at: Instant,
});
export type SearchHit = z.infer<typeof SearchHit>;

/** A case with what was found in it. */
export const SearchGroup = z.object({
  dossierId: DossierId,
  number: z.string(),
  title: z.string(),
  kind: DossierKind,
  state: DossierState,
  depth: Depth,
  restricted: z.boolean(),
  hits: z.array(SearchHit),
  /** The case holds more than was asked for at once. */
  more: z.boolean(),
});
export type SearchGroup = z.infer<typeof SearchGroup>;

/** A search somebody keeps; nobody else's session opens it. */
export const SavedSearch = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  name: line(80).min(1),
  query: text(queryLimit),
  filters: SearchFilters,
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** Searches kept at most by one person. */
export const savedLimit = 100;
/** Recent searches kept at most, where the person wants any kept. */
export const recentLimit = 12;

/** What one person keeps of their searches. */
export const SearchBook = z.strictObject({
  saved: z.array(SavedSearch).max(savedLimit),
  /** Off until the person asks for it: what was searched for says what somebody is after. */
  keepsRecent: z.boolean(),
  /** Latest first. */
  recent: z.array(text(queryLimit)).max(recentLimit),
});
export type SearchBook = z.infer<typeof SearchBook>;

export const emptyBook: SearchBook = { saved: [], keepsRecent: false, recent: [] };
