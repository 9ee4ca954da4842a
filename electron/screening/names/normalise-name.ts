import { foldName } from "./fold-name.ts";
import { type NameType, type ParsedName, parseName } from "./parse-name.ts";
import { type Script, scriptOf } from "./scripts.ts";
import { type FoldingStep, foldingSteps, spellingSteps } from "./steps.ts";

/** A name in its one spelling, with what was set apart on the way. */
export interface NormalisedName {
  /** Folded words in the order of the name; digits are kept, legal forms and fillers are not among them. */
  readonly words: readonly string[];
  /** Legal forms as written, with their class. */
  readonly legalForms: readonly { readonly source: string; readonly form: string }[];
  /** Folded words that many bodies share. */
  readonly genericWords: readonly string[];
  readonly script: Script;
  /** The steps that changed something. */
  readonly steps: readonly FoldingStep[];
}

/** Brings a name into its one spelling within its own script, and reports each step that changed it. */
export function normaliseName(text: string, type: NameType): NormalisedName {
  const name = parseName(text, type);
  const folded = foldName(name, spellingSteps);
  return {
    words: folded.map((word) => word.text),
    legalForms: name.words.flatMap(({ source, legalForm }) =>
      legalForm === undefined ? [] : [{ source, form: legalForm }],
    ),
    genericWords: folded.filter(({ word }) => word.generic).map((word) => word.text),
    script: scriptOf(text),
    steps: changedBy(name),
  };
}

/** Applies one step after the other and keeps those after which the words read differently. */
function changedBy(name: ParsedName): readonly FoldingStep[] {
  const applied = new Set<FoldingStep>();
  const wordsNow = (): string =>
    foldName(name, applied)
      .map(({ text }) => text)
      .join(" ");
  let before = wordsNow();
  return foldingSteps.filter((step) => {
    if (!spellingSteps.has(step)) return false;
    applied.add(step);
    const after = wordsNow();
    const changed = after !== before || (step === "spacing" && hasOtherLeads(name));
    before = after;
    return changed;
  });
}

function hasOtherLeads({ words }: ParsedName): boolean {
  return words.some(({ lead }, at) => at > 0 && lead !== " " && lead !== "");
}

/**
 * A light spelling that stays the same when a list is typeset anew: width, case, spaces and punctuation are folded,
 * characters and legal forms are not. For keys that must recognise an entry across editions.
 */
export function stableSpelling(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]+/gu, " ")
    .trim();
}
