import type { Bilingual } from "./bilingual.ts";
import type { Content } from "./content.ts";

/** Turns an id of a kind of word into its name in one language. */
export type Namer = (word: string, id: string) => string;

type Named = Pick<Content, "vocabulary" | "factors" | "scoring" | "measures">;

/**
 * Names for the words that steps, changes and conditions carry by id: answers, depths, factors, bands, gates and so on.
 * Tiers, access levels and gates keep their id in front, as people call them by it. A kind of word it does not know
 * comes back as the id itself; an unknown id of a known kind is a bug and throws.
 */
export function createNamer(content: Named, locale: keyof Bilingual): Namer {
  const names = new Map<string, string>();
  for (const [words, entries, withId] of wordLists(content)) {
    for (const entry of entries) {
      const name = withId ? `${entry.id} ${entry.name[locale]}` : entry.name[locale];
      for (const word of words) names.set(`${word} ${entry.id}`, name);
    }
  }
  const kinds = new Set(wordLists(content).flatMap(([words]) => words));
  return (word, id) => {
    if (!kinds.has(word)) return id;
    const name = names.get(`${word} ${id}`);
    if (name === undefined) throw new Error(`No name for ${word} ${id}`);
    return name;
  };
}

type WordList = [words: string[], entries: ReadonlyArray<{ id: string; name: Bilingual }>, withId: boolean];

function wordLists({ vocabulary, factors, scoring, measures }: Named): WordList[] {
  return [
    [["answer"], vocabulary.answersRisk, false],
    [["depth"], vocabulary.depths, false],
    [["identity"], vocabulary.identityCertainty, false],
    [["trigger"], vocabulary.triggers, false],
    [["effectClass"], vocabulary.listEffectClasses, false],
    [["disposition"], vocabulary.screeningDispositions, false],
    [["techTier"], vocabulary.techTiers, true],
    [["access"], vocabulary.accessLevels, true],
    [["approver", "role"], vocabulary.roles, false],
    [["recommendation"], [...vocabulary.decisions, ...vocabulary.nonDecisions], false],
    [["factor"], factors.factors, false],
    [["band", "countFrom"], scoring.score.bands, false],
    [["gate"], scoring.gates, true],
    [["status"], scoring.residual.statuses, false],
    [["category"], measures.categories, false],
    [["measure"], measures.measures, true],
  ];
}
