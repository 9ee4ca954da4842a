import type { FieldName } from "../../../shared/contract/calls/history.ts";
import { isTextKey } from "../../../shared/strings/text.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { usePick, useText } from "../../stores/text.ts";

/** Turns places, fields and values of a history into words of the language on screen. */
export interface PastWords {
  /** The name of a field; an id that has none is shown as it is. */
  fieldName(name: FieldName): string;
  placeName(place: string): string;
  /** What one row of a place is called: what it is about, or the words of its id where it names nothing. */
  partName(part: { readonly place: string; readonly rowId: string; readonly body: unknown }): string;
  /** A value as text that can be read and compared. */
  valueText(name: FieldName, value: unknown): string;
}

/** Ids whose names stand in the content, by field: the word under which the namer knows them. */
const namedFields: Readonly<Record<string, string>> = {
  identity: "identity",
  subjectIdentity: "identity",
  techTier: "techTier",
  triggers: "trigger",
  depthChosen: "depth",
  depth: "depth",
  depthByRule: "depth",
  disposition: "disposition",
  status: "status",
};

/** Words for what history tells. */
export function usePastWords(): PastWords {
  const text = useText();
  const pick = usePick();
  const { nameOf } = useSpeaker();
  const { vocabulary, templates } = useContent();
  const word = (field: string, id: string): string => {
    if (field === "answer") {
      const known = [...vocabulary.answersRisk, ...vocabulary.answersSelfCheck].find((one) => one.id === id);
      return known === undefined ? id : pick(known.name);
    }
    if (field === "access")
      return pick(vocabulary.accessLevels.find((one) => one.id === id)?.name ?? { ja: id, en: id });
    const stateKey = `dossier.state-${id}`;
    if (field === "state" && isTextKey(stateKey)) return text(stateKey);
    for (const key of [`subjects.entry-${id}`, `subjects.link-${id}`])
      if (field === "kind" && isTextKey(key)) return text(key);
    const kind = namedFields[field];
    if (kind === undefined) return id;
    try {
      return nameOf(kind, id);
    } catch {
      // A word of an older content: its id still says which it was.
      return id;
    }
  };
  const said = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "";
    if (typeof value === "boolean") return text(value ? "past.yes" : "past.no");
    if (typeof value === "number") return String(value);
    if (typeof value === "string") return word(field, value);
    if (Array.isArray(value)) return value.map((one) => said(field, one)).join("\n");
    return Object.entries(value)
      .flatMap(([name, inner]) => {
        const words = said(name, inner);
        return words === "" ? [] : [words];
      })
      .join(" / ");
  };
  const fieldName: PastWords["fieldName"] = ({ place, rowId, field }) => {
    const id = field === "" ? rowId : field;
    if (place === "intake") {
      const known = templates.flatMap((one) => one.intake).find((one) => one.id === rowId);
      return known === undefined ? rowId : pick(known.name);
    }
    const key = `past.field-${id}`;
    return isTextKey(key) ? text(key) : id;
  };
  return {
    fieldName,
    partName: ({ place, rowId, body }) => nameIn(body) ?? fieldName({ place, rowId, field: "" }),
    placeName: (place) => {
      const key = `past.place-${place}`;
      return isTextKey(key) ? text(key) : text("past.place-other");
    },
    valueText: ({ rowId, field }, value) => said(field === "" ? rowId : field, value),
  };
}

/** What a row calls itself: its title, its first name, or the body or post it tells of. */
function nameIn(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { names, title, organisation, role } = body as Readonly<Record<string, unknown>>; // Every field is looked at before it is used.
  const first: unknown = Array.isArray(names) ? names[0] : undefined;
  const name = typeof first === "object" && first !== null && "text" in first ? first.text : undefined;
  return [name, title, organisation, role].find((one): one is string => typeof one === "string" && one !== "");
}
