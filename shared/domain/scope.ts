import { z } from "zod";
import { SourceBasis, SourceResult, StopRule } from "./answer.ts";
import { isAnswered, isRequired, unlookedSources } from "./checklist.ts";
import { itemsOf } from "./content/template.ts";
import { Depth, IdentityCertainty, SourceType, UnknownReason } from "./content/vocabulary.ts";
import { type CaseParts, caseEnough, itemCaseOf } from "./enough.ts";
import { Sha256 } from "./ids.ts";
import { text } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** One line of the list of what was looked at: the same look noted for several items stands once. */
export const ScopeLook = z.strictObject({
  sourceType: SourceType,
  result: SourceResult,
  name: z.string(),
  query: z.string(),
  edition: z.string(),
  lookedOn: Day.nullable(),
  note: z.string(),
  basis: SourceBasis,
  items: z.array(z.string()),
});
export type ScopeLook = z.infer<typeof ScopeLook>;

/** What the enquiry covered and where it ends, read off the record. Minutes are left out: they change nothing about it. */
export const ScopeRecord = z.strictObject({
  depth: Depth,
  lookbackYears: z.int().positive().nullable(),
  required: z.int().nonnegative(),
  answered: z.int().nonnegative(),
  looks: z.array(ScopeLook),
  /** Items that could not be confirmed, each with the reason given. */
  unconfirmed: z.array(z.strictObject({ itemId: z.string(), key: z.boolean(), reason: UnknownReason.nullable() })),
  /** Items somebody ended by a stop rule, with the sources nobody looked into. */
  stopped: z.array(z.strictObject({ itemId: z.string(), rule: StopRule, left: z.array(SourceType) })),
  extended: z.array(z.strictObject({ itemId: z.string(), minutes: z.int().positive() })),
  notApplicable: z.array(z.string()),
  /** Required items without an answer. */
  open: z.array(z.string()),
  /** Answered items that still lack something at this depth. */
  incomplete: z.array(z.string()),
  awaiting: z.array(z.string()),
  unsureIdentity: z.array(z.string()),
  subjectIdentity: IdentityCertainty,
  /** Items a condition of the checklist leaves out of this case. */
  hidden: z.array(z.string()),
});
export type ScopeRecord = z.infer<typeof ScopeRecord>;

/** Limit of one statement in one language, in UTF-16 units: what fits on one page of the annex. */
export const scopeTextLimit = 3_000;

/** The paragraph as a person wrote it, in both languages. */
export const ScopeText = z.strictObject({ ja: text(scopeTextLimit), en: text(scopeTextLimit) });
export type ScopeText = z.infer<typeof ScopeText>;

/** Somebody put their name to the paragraph as it stood, on the record as it stood. */
export const ScopeSign = z.strictObject({
  by: z.string(),
  personId: z.string(),
  at: Instant,
  recordSha256: Sha256,
  /** The words signed, generated ones included. */
  text: ScopeText,
});
export type ScopeSign = z.infer<typeof ScopeSign>;

/** What the vault keeps of a case's paragraph. */
export const ScopeStored = z.strictObject({
  revision: z.int().nonnegative(),
  /** Null while the paragraph is the one drawn from the record. */
  written: ScopeText.nullable(),
  sign: ScopeSign.nullable(),
});
export type ScopeStored = z.infer<typeof ScopeStored>;

/** A case whose paragraph nobody has touched. */
export const emptyScope: ScopeStored = { revision: 0, written: null, sign: null };

/** Reads off the record what the enquiry covered. */
export function scopeOf(parts: CaseParts, lookbackYears: number | null): ScopeRecord {
  const items = itemsOf(parts.template).filter((item) => !parts.hidden.has(item.id));
  const cases = items.map((item) => itemCaseOf(parts, item));
  const enough = caseEnough(parts);
  const answered = cases.filter((one) => isAnswered(one.answer));
  const required = cases.filter((one) => isRequired(one.item, parts.depth));
  const lacking = new Set(enough.groups.flatMap(({ lacks }) => lacks.map((lack) => lack.itemId)));
  const idsOf = (some: typeof cases): string[] => some.map((one) => one.item.id);
  return {
    depth: parts.depth,
    lookbackYears,
    required: required.length,
    answered: required.filter((one) => isAnswered(one.answer)).length,
    looks: looksOf(cases),
    unconfirmed: answered
      .filter((one) => one.answer.answer === "unknown")
      .map(({ item, answer }) => ({ itemId: item.id, key: item.key, reason: answer.unknownReason })),
    stopped: cases.flatMap((one) =>
      one.answer.stopped === null
        ? []
        : [{ itemId: one.item.id, rule: one.answer.stopped, left: unlookedSources(one) }],
    ),
    extended: cases.flatMap(({ item, answer }) =>
      answer.extension === null ? [] : [{ itemId: item.id, minutes: answer.extension.minutes }],
    ),
    notApplicable: idsOf(answered.filter((one) => one.answer.answer === "na")),
    open: idsOf(required.filter((one) => !isAnswered(one.answer))),
    incomplete: idsOf(answered.filter((one) => lacking.has(one.item.id))),
    awaiting: [...enough.awaiting],
    unsureIdentity: [...enough.unsureIdentity],
    subjectIdentity: parts.subjectIdentity,
    hidden: itemsOf(parts.template)
      .filter((item) => parts.hidden.has(item.id))
      .map((item) => item.id),
  };
}

type Looked = {
  readonly item: { readonly id: string };
  readonly answer: { readonly sources: readonly Omit<ScopeLook, "items">[] };
};

/** Every look, sources in the order of the vocabulary, then oldest first; the same look for many items stands once. */
function looksOf(cases: readonly Looked[]): ScopeLook[] {
  const found = new Map<string, ScopeLook>();
  for (const { item, answer } of cases) {
    for (const look of answer.sources) {
      const key = JSON.stringify(placeOf(look));
      const known = found.get(key);
      if (known === undefined) found.set(key, { ...look, items: [item.id] });
      else if (!known.items.includes(item.id)) known.items.push(item.id);
    }
  }
  const rank = (look: ScopeLook): number => SourceType.options.indexOf(look.sourceType);
  const order = (look: ScopeLook): string => `${look.lookedOn ?? ""} ${look.name} ${look.query}`;
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || (order(a) < order(b) ? -1 : 1));
}

function placeOf(look: Omit<ScopeLook, "items">): readonly (string | null)[] {
  const { sourceType, result, name, query, edition, lookedOn, note, basis } = look;
  return [sourceType, result, name, query, edition, lookedOn, note, basis];
}
