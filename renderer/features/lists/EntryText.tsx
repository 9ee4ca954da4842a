import type { ReactNode } from "react";
import type { EntryLine, EntryValue } from "../../../shared/domain/list-editions.ts";
import { isTextKey, type Locale, type Text } from "../../../shared/strings/text.ts";
import { countryWords, programmeWords } from "../../parts/listed/listed-words.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import css from "./lists.module.css";

/** The word for a field, a kind or a type; a code without one is shown as it is. */
export function wordFor(text: Text, what: "field" | "kind" | "type", code: string): string {
  const key = `lists.${what}-${code}`;
  return isTextKey(key) ? text(key) : code;
}

/** One value of an entry with the kind it is of; codes of countries and weapons are put in words beside them. */
export function ValueText({ field, value }: { field: string; value: EntryValue }): ReactNode {
  const text = useText();
  const locale = useLocale();
  if (value.text === "") return wordFor(text, "kind", value.kind ?? "");
  return (
    <>
      <bdi>{fieldWords(text, locale, field, value.text)}</bdi>
      {value.kind !== null && <span className={css["quiet"]}> {wordFor(text, "kind", value.kind)}</span>}
    </>
  );
}

function fieldWords(text: Text, locale: Locale, field: string, given: string): string {
  if (field === "type") return wordFor(text, "type", given);
  if (field === "countries" || field === "nationalities") return countryWords(text, locale, given);
  return field === "wmd" ? programmeWords(text, given) : given;
}

/** The line of an entry among many: its name, and what tells it from others. */
export function EntryHead({ line }: { line: EntryLine }): ReactNode {
  const text = useText();
  const locale = useLocale();
  const facts = [
    ...line.countries.map((country) => countryWords(text, locale, country)),
    ...line.programmes.map((programme) => programmeWords(text, programme)),
  ];
  return (
    <span className={css["entry"]}>
      <span className={css["name"]}>
        <bdi>{line.name}</bdi>
        {line.otherNames > 0 && (
          <span className={css["quiet"]}> {text("lists.otherNames", { count: line.otherNames })}</span>
        )}
      </span>
      <span className={css["quiet"]}>
        <bdi>{facts.join(" · ")}</bdi>
        {line.row !== null && ` ${text("lists.row", { row: line.row })}`}
      </span>
      {line.type !== "unknown" && <Badge>{wordFor(text, "type", line.type)}</Badge>}
    </span>
  );
}
