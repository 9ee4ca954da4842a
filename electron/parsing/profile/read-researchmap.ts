import type { EntryKind } from "../../../shared/domain/profile/entry.ts";
import { at, inLanguages, type Json, jsonOf, listOf, words } from "./json-value.ts";
import { type RawEntry, type RefusedRecord, rawEntry } from "./raw-entry.ts";

/** Kinds of achievement as researchmap names them, with what each becomes here. */
const kinds: Readonly<Record<string, EntryKind>> = {
  research_experience: "post",
  committee_memberships: "post",
  education: "education",
  research_projects: "funding",
  published_papers: "publication",
  misc: "publication",
  books_etc: "publication",
  presentations: "publication",
  industrial_property_rights: "patent",
};

/** Whether a text is an export of researchmap in JSON lines. */
export function isResearchmapLines(text: string): boolean {
  const [first = ""] = text
    .replace(/^\uFEFF/u, "")
    .trimStart()
    .split("\n", 1);
  const value = jsonOf(first);
  return value !== undefined && typeOf(value) !== "";
}

function typeOf(value: Json): string {
  return (
    ["insert", "merge", "update"].map((act) => words(at(value, act, "type"))).find((type) => type !== "") ??
    words(at(value, "@type"))
  );
}

/** Reads an export in JSON lines; kinds of achievement that a profile has no use for are passed over. */
export function readResearchmapLines(text: string): { entries: RawEntry[]; refused: RefusedRecord[] } {
  const entries: RawEntry[] = [];
  const refused: RefusedRecord[] = [];
  text
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .forEach((line, index) => {
      if (line.trim() === "") return;
      const value = jsonOf(line);
      if (value === undefined) {
        refused.push({ line: index + 1, shown: line.trim().slice(0, 120) });
        return;
      }
      const kind = kinds[typeOf(value)];
      if (kind !== undefined) entries.push(toEntry(index + 1, kind, bodyOf(value)));
    });
  return { entries, refused };
}

/** What the line says of the achievement, whichever way it asks for it to be merged. */
function bodyOf(value: Json): Json {
  return at(value, "similar_merge") ?? at(value, "force") ?? at(value, "priority") ?? at(value, "doc") ?? value;
}

function toEntry(line: number, kind: EntryKind, body: Json): RawEntry {
  const first = (...names: string[]): string =>
    names.map((name) => inLanguages(at(body, name))).find((text) => text !== "") ?? "";
  const from = first("from_date", "from_event_date", "publication_date", "application_date", "issue_date");
  const to = first("to_date", "to_event_date");
  const isHeld = kind === "post" || kind === "education" || kind === "funding";
  return rawEntry(line, kind, {
    title: first(
      ...[
        "paper_title",
        "book_title",
        "presentation_title",
        "research_project_title",
        "industrial_property_right_title",
      ],
      ...["job", "job_title", "course", "degree", "committee_name"],
    ),
    organisation: first(
      ...["affiliation", "association", "offer_organization", "system_name", "publication_name", "publisher", "event"],
    ),
    unit: first("section", "department"),
    people: [
      ...namesOf(at(body, "authors")),
      ...namesOf(at(body, "presenters")),
      ...namesOf(at(body, "inventors")),
    ].join("; "),
    number:
      words(listOf(at(body, "identifiers", "doi"))[0]) || first("patent_number", "application_number", "grant_number"),
    amount: words(at(body, "overall_grant_amount", "total_cost")),
    from,
    to: to === "9999" || to.startsWith("9999-") ? "present" : to === "" && isHeld && from !== "" ? "unknown" : to,
  });
}

function namesOf(value: Json | undefined): string[] {
  const list = listOf(at(value, "ja")).length > 0 ? at(value, "ja") : at(value, "en");
  return listOf(list).map((one) => words(at(one, "name")) || words(one));
}
