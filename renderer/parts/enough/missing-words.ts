import type { Missing } from "../../../shared/domain/checklist.ts";
import type { Bilingual } from "../../../shared/domain/content/bilingual.ts";
import { nameOf, type Vocabulary } from "../../../shared/domain/content/vocabulary.ts";
import type { Text } from "../../../shared/strings/text.ts";

/** Where on the page something that is missing is filled in. */
export type MissingPlace =
  | "answer"
  | "reasons"
  | "reason"
  | "sources"
  | "fact"
  | "explanation"
  | "assessment"
  | "identity"
  | "evidence";

const places: Readonly<Record<Missing["code"], MissingPlace>> = {
  answer: "answer",
  "unknown-reason": "reasons",
  reason: "reason",
  sources: "sources",
  fact: "fact",
  explanation: "explanation",
  assessment: "assessment",
  identity: "identity",
  evidence: "evidence",
  corroboration: "evidence",
  "stale-evidence": "evidence",
};

/** Where to go to fill it in. */
export function placeOf(missing: Missing): MissingPlace {
  return places[missing.code];
}

interface Words {
  readonly text: Text;
  readonly pick: (words: Bilingual) => string;
  readonly vocabulary: Vocabulary;
}

/** One thing that is missing, as a phrase. */
export function missingPhrase(missing: Missing, { text, pick, vocabulary }: Words): string {
  if (missing.code === "sources") {
    return text("checklist.missing-sources", { count: missing.sources.length });
  }
  if (missing.code === "evidence") {
    const names = missing.evidenceTypes.map((type) => pick(nameOf(vocabulary, "evidenceTypes", type)));
    return text("checklist.missing-evidence", { names: names.join(" / ") });
  }
  if (missing.code === "stale-evidence") return text("checklist.missing-stale-evidence", { count: missing.count });
  if (missing.code === "corroboration") {
    return text("checklist.missing-corroboration", { have: missing.have, need: missing.need });
  }
  return text(`checklist.missing-${missing.code}`);
}

/** All that is missing in one short line for the meter. */
export function missingLine(missing: readonly Missing[], { text }: Pick<Words, "text">): string {
  if (missing.length === 0) return text("checklist.enough");
  const parts = missing.map((one) =>
    one.code === "sources"
      ? text("checklist.short-sources", { count: one.sources.length })
      : text(`checklist.short-${one.code}`),
  );
  return text("checklist.lacking", { parts: parts.join(text("checklist.listMark")) });
}
