/** How often two readers gave one item the same two answers. */
export interface AnswerPair {
  readonly first: string;
  readonly second: string;
}

/** How far two independent readers agree. Figures are null where they are not defined. */
export interface Agreement {
  /** Items that both readers answered. */
  readonly items: number;
  readonly agreed: number;
  /** Share of items with the same answer, 0 to 1. */
  readonly observed: number | null;
  /** Cohen's κ (1960): agreement beyond what the two readers' own habits would give by chance. Undefined when chance is 1. */
  readonly kappa: number | null;
  /** Gwet's AC1 (2008): the same question, steady where nearly all answers are alike. */
  readonly ac1: number | null;
}

/** Fewer items than this say little, whatever the figure. */
export const fewItems = 10;

/**
 * Agreement of two readers over nominal categories. `categories` are all answers the readers could give: AC1 depends on how
 * many there were to choose from, also on those nobody chose. Throws for an answer that is no category.
 */
export function agreementOf(pairs: readonly AnswerPair[], categories: readonly string[]): Agreement {
  const items = pairs.length;
  const agreed = pairs.filter(({ first, second }) => first === second).length;
  if (items === 0) return { items, agreed, observed: null, kappa: null, ac1: null };
  const shares = categories.map((category) => ({
    first: shareOf(pairs, ({ first }) => first === category),
    second: shareOf(pairs, ({ second }) => second === category),
  }));
  const counted = shares.reduce((sum, { first, second }) => sum + first + second, 0);
  if (Math.abs(counted - 2) > 1e-9) throw new Error("an answer is in no category");
  const observed = agreed / items;
  const byHabit = shares.reduce((sum, { first, second }) => sum + first * second, 0);
  return { items, agreed, observed, kappa: beyond(observed, byHabit), ac1: beyond(observed, byGuess(shares)) };
}

function shareOf(pairs: readonly AnswerPair[], holds: (pair: AnswerPair) => boolean): number {
  return pairs.filter(holds).length / pairs.length;
}

/** Chance agreement in Gwet's model: readers guess only at the hard items. */
function byGuess(shares: ReadonlyArray<{ first: number; second: number }>): number {
  if (shares.length < 2) return 1;
  const spread = shares.reduce((sum, { first, second }) => {
    const mean = (first + second) / 2;
    return sum + mean * (1 - mean);
  }, 0);
  return spread / (shares.length - 1);
}

function beyond(observed: number, chance: number): number | null {
  return 1 - chance < 1e-12 ? null : (observed - chance) / (1 - chance);
}
