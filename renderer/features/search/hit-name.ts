import type { Bilingual } from "../../../shared/domain/content/bilingual.ts";
import type { SearchHit } from "../../../shared/domain/search.ts";
import { isTextKey, type Text } from "../../../shared/strings/text.ts";

/** Where a hit stands, in words: the kind of place, what it is about, the field or the page. */
export function hitName(
  { text, pick }: { readonly text: Text; readonly pick: (words: Bilingual) => string },
  { place, key, field, page, label }: SearchHit,
): string {
  const about = label === null ? "" : typeof label === "string" ? label : pick(label);
  const id = place === "answer" || place === "measure" || place === "gate" ? key : "";
  const fieldKey = `search.field-${field}`;
  const inField = isTextKey(fieldKey) ? text(fieldKey) : "";
  const where = page === null ? inField : text("search.page", { page });
  return [text(`search.place-${place}`), [id, about].filter((part) => part !== "").join(" "), where]
    .filter((part) => part !== "")
    .join(" · ");
}
