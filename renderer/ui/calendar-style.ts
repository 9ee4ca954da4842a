import { createContext, useContext } from "react";
import { useLocale } from "react-aria-components";
import type { CalendarStyle } from "./date-format.ts";

/** How years are written in this window, as the person chose. */
export const CalendarStyleContext = createContext<CalendarStyle>("gregorian");

/** The person's way of writing dates, ready for the formatters. */
export function useDateStyle(): { readonly locale: "ja" | "en"; readonly calendar: CalendarStyle } {
  const calendar = useContext(CalendarStyleContext);
  const { locale } = useLocale();
  return { locale: locale.startsWith("ja") ? "ja" : "en", calendar };
}
