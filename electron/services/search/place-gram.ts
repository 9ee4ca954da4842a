import { type SearchPlace, searchPlaces } from "../../../shared/domain/search.ts";

/** The gram that says in which kind of place a row stands: two signs of the private area, which no text's grams begin with. */
export function placeGram(place: SearchPlace): string {
  return `\uf8ff${String.fromCharCode(0xe200 + searchPlaces.indexOf(place))}`;
}
