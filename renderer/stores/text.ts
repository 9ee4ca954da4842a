import { useCallback, useMemo } from "react";
import { useStore } from "zustand";
import type { Fault } from "../../shared/contract/channel.ts";
import type { Bilingual } from "../../shared/domain/content/bilingual.ts";
import { createText, type Locale, type Text } from "../../shared/strings/text.ts";
import { preferenceStore } from "./preferences.ts";

/** The language on screen. */
export function useLocale(): Locale {
  return useStore(preferenceStore, (state) => state.locale);
}

const texts: Partial<Record<Locale, Text>> = {};

/** Words outside components, in the language on screen. */
export function textNow(): Text {
  return textIn(preferenceStore.getState().locale);
}

function textIn(locale: Locale): Text {
  const known = texts[locale] ?? createText(locale);
  texts[locale] = known;
  return known;
}

/** Turns keys into words in the language on screen. */
export function useText(): Text {
  const locale = useLocale();
  return useMemo(() => textIn(locale), [locale]);
}

/** Picks the language on screen from a bilingual text of the content. */
export function usePick(): (words: Bilingual) => string {
  const locale = useLocale();
  return useCallback((words: Bilingual) => words[locale], [locale]);
}

/** The sentence for a refusal. */
export function faultText(text: Text, fault: Fault): string {
  return text(`error.${fault.code}`, {
    reference: fault.reference ?? "–",
    limit: 0,
    minimum: 0,
    line: 0,
    ...fault.details,
  });
}
