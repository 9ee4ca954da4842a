import type { AnswerScale } from "./content/vocabulary.ts";

/** The answers of each scale, lightest first; "not checked" is none. */
export const answersByScale: Readonly<Record<AnswerScale, readonly string[]>> = {
  risk: ["none", "minor", "material", "serious", "unknown", "na"],
  "self-check": ["done", "mostly", "partial", "none", "na"],
};

/** The vocabulary's list that names the answers of a scale. */
export const answerWords = {
  risk: "answersRisk",
  "self-check": "answersSelfCheck",
} as const satisfies Readonly<Record<AnswerScale, string>>;
