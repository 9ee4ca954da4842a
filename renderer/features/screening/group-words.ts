import type { HitGroup } from "../../../shared/domain/judging/group-hits.ts";
import type { Locale, Text } from "../../../shared/strings/text.ts";
import { countryWords } from "../../parts/listed/listed-words.ts";

/** The lists an entity appears in, each once. */
export function listsOf(text: Text, { hits }: HitGroup): string {
  return [...new Set(hits.map((hit) => hit.listTitle))].join(text("match.comma"));
}

/** What tells an entity from its namesakes, so that twenty rows with one name are not twenty equal rows; may be empty. */
export function tellingApart(text: Text, locale: Locale, { hits }: HitGroup): string {
  const countries = hits.flatMap((hit) => hit.countries.map((country) => countryWords(text, locale, country)));
  const births = hits.flatMap((hit) => hit.birthDates).map((date) => text("match.bornOn", { date }));
  const numbers = hits.flatMap((hit) => hit.sourceId ?? []).map((number) => text("match.listNumber", { number }));
  return [...new Set([...countries, ...births, ...numbers])].join(" · ");
}
