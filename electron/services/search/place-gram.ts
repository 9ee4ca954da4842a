import { type SearchPlace, searchPlaces } from "../../../shared/domain/search.ts";

/** Places whose grams are written a second time for themselves alone: names of cases and subjects are asked for first. */
export const headPlaces: readonly SearchPlace[] = ["head", "subject"];

/** A gram as it is written for names alone. Common words of long texts would else be gone through to find few names. */
export function headGram(gram: string): string {
  return `\uf8fe${gram}`;
}

/** The gram that says in which kind of place a row stands: two signs of the private area, which no text's grams begin with. */
export function placeGram(place: SearchPlace): string {
  return `\uf8ff${String.fromCharCode(0xe200 + searchPlaces.indexOf(place))}`;
}
