import "./fonts.css";
import "./tokens.css";
import "./reset.css";
import { type ReactNode, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { CalendarStyleContext } from "./calendar-style.ts";
import type { CalendarStyle } from "./date-format.ts";
import { type UiText, UiTextContext } from "./words.ts";

export type UiRootProps = {
  readonly locale: "ja" | "en";
  readonly text: UiText;
  /** `japanese` adds the era to every date. */
  readonly calendar?: CalendarStyle;
  readonly children: ReactNode;
};

/** Gives every widget its language and words, and loads the tokens, the reset and the fonts. Exactly one per window. */
export function UiRoot({ locale, text, calendar = "gregorian", children }: UiRootProps): ReactNode {
  useState(claimPressStyle);
  return (
    <I18nProvider locale={locale === "ja" ? "ja-JP" : "en-GB"}>
      <UiTextContext value={text}>
        <CalendarStyleContext value={calendar}>{children}</CalendarStyleContext>
      </UiTextContext>
    </I18nProvider>
  );
}

/**
 * The widget library writes one style element into the head unless an element with this id is there already.
 * The content policy forbids it, so the id is taken beforehand; the rule itself is in reset.css.
 */
function claimPressStyle(): true {
  const id = "react-aria-pressable-style";
  if (document.getElementById(id) === null) {
    const claim = document.createElement("meta");
    claim.id = id;
    document.head.append(claim);
  }
  return true;
}
