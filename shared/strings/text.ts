import { IntlMessageFormat } from "intl-messageformat";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** The languages a person can choose; Japanese is the first. */
export const locales = ["ja", "en"] as const;
export type Locale = (typeof locales)[number];

type Catalogue = typeof ja;
/** Every message key, `area.name`; a key missing in either language does not compile. */
export type TextKey = { [A in keyof Catalogue & string]: `${A}.${keyof Catalogue[A] & string}` }[keyof Catalogue &
  string];
export type TextArgs = Readonly<Record<string, string | number>>;
/** Turns a key into words. Messages are ICU patterns; missing arguments are a bug and throw. */
export type Text = (key: TextKey, args?: TextArgs) => string;

const catalogues: Record<Locale, Readonly<Record<string, Readonly<Record<string, string>>>>> = { ja, en };

/** Words for one language. Patterns are compiled once per key and kept. */
export function createText(locale: Locale): Text {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, args) => {
    let message = compiled.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(patternOf(locale, key), locale);
      compiled.set(key, message);
    }
    return String(message.format(args));
  };
}

/** Whether a string made at run time, for example from a code, names a message. */
export function isTextKey(key: string): key is TextKey {
  const dot = key.indexOf(".");
  return catalogues.ja[key.slice(0, dot)]?.[key.slice(dot + 1)] !== undefined;
}

/** The raw ICU pattern behind a key, for tests that compare the languages. */
export function patternOf(locale: Locale, key: TextKey): string {
  const dot = key.indexOf(".");
  const pattern = catalogues[locale][key.slice(0, dot)]?.[key.slice(dot + 1)];
  if (pattern === undefined) throw new Error(`No message for key ${key} in ${locale}`);
  return pattern;
}
