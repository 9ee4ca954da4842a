/** The languages a paper is written in. */
export const paperLocales = ["ja", "en"] as const;

/** The sections of the paper that a person writes as prose. */
export const proseSections = ["request", "conclusion", "outline", "value", "coverage", "law"] as const;
export type ProseSection = (typeof proseSections)[number];

/** A limit on a text, counted in characters as a reader counts them (𠮷 and 葛󠄀 are one each). */
export interface TextLimit {
  readonly ja: number;
  readonly en: number;
}

/** In the space of four Japanese characters English sets seven, word spaces and ragged line ends counted. */
function limit(characters: number): TextLimit {
  return { ja: characters, en: Math.round(characters * 1.75) };
}

/**
 * What each part of the two-page summary may hold. Within these limits sections 1 to 12 stay on two pages;
 * the prose limits are those of the committee's own form.
 */
export const limitsOf = {
  sections: {
    request: limit(120),
    conclusion: limit(200),
    outline: limit(300),
    value: limit(250),
    coverage: limit(250),
    law: limit(200),
  } satisfies Record<ProseSection, TextLimit>,
  departureReason: limit(100),
  facts: {
    rows: 6,
    factor: { ja: 24, en: 64 },
    fact: { ja: 60, en: 104 },
    explanation: { ja: 42, en: 76 },
    assessment: { ja: 48, en: 84 },
    sources: 3,
  },
  measures: {
    rows: 8,
    title: { ja: 26, en: 54 },
    factors: { ja: 18, en: 32 },
    owner: limit(13),
    verification: { ja: 26, en: 48 },
  },
  precedents: { rows: 3, text: limit(48) },
  decision: {
    conditions: { ja: 100, en: 140 },
    reason: { ja: 100, en: 140 },
    dissent: { ja: 50, en: 68 },
    departureReason: { ja: 50, en: 68 },
    attendees: { ja: 60, en: 90 },
    recused: { ja: 30, en: 48 },
  },
} as const;
