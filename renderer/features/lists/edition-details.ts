import type { ListEffectClass } from "../../../shared/domain/content/vocabulary.ts";
import type { EditionDetails, ImportPreview } from "../../../shared/domain/screening.ts";
import type { Text } from "../../../shared/strings/text.ts";

/** What the form about an edition holds. */
export interface DetailsDraft {
  readonly title: string;
  readonly authority: string;
  readonly effectClass: ListEffectClass | undefined;
  readonly edition: string;
  readonly publishedDay: string | undefined;
  readonly effectiveDay: string | undefined;
  readonly licence: string;
}

/** Nothing is guessed but what the layout itself says: METI's list triggers a licence check. */
export function startingDetails({ layout }: Pick<ImportPreview, "layout">, text: Text): DetailsDraft {
  const isMeti = layout === "meti-6" || layout === "meti-5" || layout === "meti-text";
  return {
    title: isMeti ? text("lists.metiTitle") : "",
    authority: isMeti ? text("lists.metiAuthority") : "",
    effectClass: isMeti ? "permit_trigger" : undefined,
    edition: "",
    publishedDay: undefined,
    effectiveDay: undefined,
    licence: "",
  };
}

/** Whether enough is stated for the edition to be stored. */
export function canStore(details: DetailsDraft): boolean {
  return details.title.trim() !== "" && details.edition.trim() !== "" && details.effectClass !== undefined;
}

/** The statement as the engine takes it; call it only when `canStore` says so. */
export function detailsOf(details: DetailsDraft): EditionDetails {
  if (details.effectClass === undefined) throw new Error("An edition is stored with an effect class");
  return {
    title: details.title.trim(),
    authority: details.authority.trim(),
    effectClass: details.effectClass,
    edition: details.edition.trim(),
    publishedDay: details.publishedDay ?? null,
    effectiveDay: details.effectiveDay ?? null,
    licence: details.licence.trim(),
  };
}
