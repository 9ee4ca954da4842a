import type { PaperDraft } from "../../../shared/domain/decision.ts";
import { isStorable, textLimits } from "../../../shared/domain/text.ts";

/** Texts typed and not stored yet, by key of the draft. */
export type DraftPatch = Record<string, string>;

/** The whole draft to store: what is stored, with what was typed over it. An emptied text leaves the draft. */
export function mergeDraft(stored: PaperDraft, patch: DraftPatch): PaperDraft {
  const entries = Object.entries({ ...stored, ...patch });
  return Object.fromEntries(entries.filter(([, words]) => words.trim() !== ""));
}

/** Why a text cannot be stored, or undefined. */
export function problemOf(words: string): "tooLong" | "notStorable" | undefined {
  if (words.length > textLimits.note) return "tooLong";
  return isStorable(words) ? undefined : "notStorable";
}

/** The texts that can be stored; one that cannot stays on screen and holds no other back. */
export function storable(patch: DraftPatch): DraftPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, words]) => problemOf(words) === undefined));
}
