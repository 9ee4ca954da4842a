import { birthYearOf } from "../lists/birth-year.ts";
import type { ListEntry } from "../lists/list-entry.ts";
import { countryCode } from "../names/country-code.ts";
import type { AgainstCode, InFavourCode, NameQuery } from "./candidate.ts";

/** What the attributes of both sides say. */
export interface AttributeFindings {
  readonly against: readonly AgainstCode[];
  readonly inFavour: readonly InFavourCode[];
}

/**
 * Compares country, birth year and identifiers where both sides give them; what is missing or cannot be read says nothing;
 * where nothing at all could be compared, that is said.
 * A birth year one off counts as neither: lists often estimate it.
 */
export function compareAttributes(query: NameQuery, entry: ListEntry): AttributeFindings {
  const against: AgainstCode[] = [];
  const inFavour: InFavourCode[] = [];
  const sameCountry = shareOne(codesOf(query.countries ?? []), codesOf(entry.countries));
  if (sameCountry !== undefined) {
    if (sameCountry) inFavour.push("country-agrees");
    else against.push("country-differs");
  }
  const years = entry.birthDates.flatMap((date) => birthYearOf(date) ?? []);
  if (query.birthYear !== undefined && years.length > 0) {
    const distance = Math.min(...years.map((year) => Math.abs(year - (query.birthYear ?? year))));
    if (distance === 0) inFavour.push("birth-year-agrees");
    if (distance > 1) against.push("birth-year-differs");
  }
  const identifiers = shareOne((query.identifiers ?? []).map(plainIdentifier), entry.identifiers.map(plainIdentifier));
  if (identifiers === true) inFavour.push("identifier-agrees");
  const compared =
    sameCountry !== undefined || identifiers !== undefined || (query.birthYear !== undefined && years.length > 0);
  if (!compared) against.push("same-name-only");
  return { against, inFavour };
}

function codesOf(countries: readonly string[]): readonly string[] {
  return countries.flatMap((country) => countryCode(country) ?? []);
}

/** Whether two sets have a member in common; nothing if either is empty. */
function shareOne(a: readonly string[], b: readonly string[]): boolean | undefined {
  return a.length === 0 || b.length === 0 ? undefined : a.some((value) => b.includes(value));
}

function plainIdentifier(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
