import type { Preferences } from "../../shared/contract/calls/app.ts";
import { host } from "../host.ts";
import { createStore } from "./create-store.ts";

/** What this machine prefers: language, theme, calendar, size of text. Nothing personal, so it stays when locking. */
export const preferenceStore = createStore<Preferences>(
  () => ({ locale: "ja", theme: "system", calendar: "gregorian", textScale: "100" }),
  { keepOnLock: true },
);

/** Takes over preferences from the engine and shows them on the page. */
export function adoptPreferences(preferences: Preferences): void {
  preferenceStore.setState(preferences);
  showOnPage(preferences);
}

/** Changes some preferences, at once on screen and durably through the engine. */
export async function setPreferences(change: Partial<Preferences>): Promise<void> {
  const next = { ...preferenceStore.getState(), ...change };
  adoptPreferences(next);
  await host.app.setPreferences(next);
}

function showOnPage({ locale, theme, textScale }: Preferences): void {
  const page = document.documentElement;
  page.lang = locale;
  page.dataset["textScale"] = textScale;
  if (theme === "system") delete page.dataset["theme"];
  else page.dataset["theme"] = theme;
}
