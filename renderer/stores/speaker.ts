import { useMemo } from "react";
import { createNamer } from "../../shared/domain/content/names.ts";
import type { Speaker } from "../../shared/strings/risk-sentences.ts";
import { useContent } from "./content-store.ts";
import { useLocale, useText } from "./text.ts";

/** Forms the sentences about a risk in the language on screen. */
export function useSpeaker(): Speaker {
  const content = useContent();
  const locale = useLocale();
  const text = useText();
  return useMemo(() => ({ text, locale, nameOf: createNamer(content, locale) }), [content, locale, text]);
}
