/** How much a word says, learned from the loaded lists: about 1 for a usual name, less for one that many share. */
export interface Rarity {
  /** `key` is the `loose` key of a token, or two neighbouring Han characters. Always above 0. */
  weightOf(key: string, type: "person" | "organisation"): number;
}

/** Every word says the same: for tests, and before any list is loaded. */
export const evenRarity: Rarity = { weightOf: () => 1 };
