import type { ReactNode } from "react";
import type { EntryLine, EntryValue } from "../../../shared/domain/list-editions.ts";
import { isTextKey, type Text } from "../../../shared/strings/text.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import css from "./lists.module.css";

/** The word for a field, a kind or a type; a code without one is shown as it is. */
export function wordFor(text: Text, what: "field" | "kind" | "type", code: string): string {
  const key = `lists.${what}-${code}`;
  return isTextKey(key) ? text(key) : code;
}

/** One value of an entry with the kind it is of. */
export function ValueText({ value }: { value: EntryValue }): ReactNode {
  const text = useText();
  if (value.text === "") return wordFor(text, "kind", value.kind ?? "");
  return (
    <>
      <bdi>{value.text}</bdi>
      {value.kind !== null && <span className={css["quiet"]}> {wordFor(text, "kind", value.kind)}</span>}
    </>
  );
}

/** The line of an entry among many: its name, and what tells it from others. */
export function EntryHead({ line }: { line: EntryLine }): ReactNode {
  const text = useText();
  const facts = [...line.countries, ...line.programmes].join(" · ");
  return (
    <span className={css["entry"]}>
      <span className={css["name"]}>
        <bdi>{line.name}</bdi>
        {line.otherNames > 0 && (
          <span className={css["quiet"]}> {text("lists.otherNames", { count: line.otherNames })}</span>
        )}
      </span>
      <span className={css["quiet"]}>
        {facts}
        {line.row !== null && ` ${text("lists.row", { row: line.row })}`}
      </span>
      {line.type !== "unknown" && <Badge>{wordFor(text, "type", line.type)}</Badge>}
    </span>
  );
}
