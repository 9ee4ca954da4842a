import type { EntryKind } from "../../../shared/domain/profile/entry.ts";
import { at, type Json, listOf, words } from "./json-value.ts";
import { type RawEntry, rawEntry } from "./raw-entry.ts";

/** Whether a JSON document is a public record of ORCID. */
export function isOrcid(value: Json): boolean {
  return at(value, "orcid-identifier") !== undefined || at(value, "activities-summary") !== undefined;
}

/** The iD a record is of. */
export function orcidOf(value: Json): string | null {
  return words(at(value, "orcid-identifier", "path")) || null;
}

const affiliations: readonly (readonly [string, string, EntryKind])[] = [
  ["employments", "employment-summary", "post"],
  ["invited-positions", "invited-position-summary", "post"],
  ["educations", "education-summary", "education"],
  ["qualifications", "qualification-summary", "education"],
];

/** Reads posts, studies, funding and works of a public record, version 3; a record of one line has no lines to name. */
export function readOrcid(value: Json): RawEntry[] {
  const activities = at(value, "activities-summary");
  const held = affiliations.flatMap(([area, name, kind]) =>
    listOf(at(activities, area, "affiliation-group")).flatMap((group) =>
      listOf(at(group, "summaries")).flatMap((one) => {
        const summary = at(one, name);
        return summary === undefined ? [] : [affiliation(summary, kind)];
      }),
    ),
  );
  const funding = groups(activities, "fundings", "funding-summary").map((one) =>
    rawEntry(1, "funding", {
      title: words(at(one, "title", "title", "value")),
      organisation: words(at(one, "organization", "name")),
      number: externalId(one),
      ...dates(one),
    }),
  );
  const works = groups(activities, "works", "work-summary").map((one) =>
    rawEntry(1, words(at(one, "type")) === "patent" ? "patent" : "publication", {
      title: words(at(one, "title", "title", "value")),
      organisation: words(at(one, "journal-title", "value")),
      number: externalId(one),
      from: dateOf(at(one, "publication-date")),
    }),
  );
  // Records have no lines of their own that a reader could find: they are counted.
  return [...held, ...funding, ...works].map((entry, index) => ({ ...entry, line: index + 1 }));
}

/** Of several versions of one work the first is the one its owner prefers. */
function groups(activities: Json | undefined, area: string, name: string): Json[] {
  return listOf(at(activities, area, "group")).flatMap((group) => listOf(at(group, name)).slice(0, 1));
}

function affiliation(summary: Json, kind: EntryKind): RawEntry {
  return rawEntry(1, kind, {
    organisation: words(at(summary, "organization", "name")),
    title: words(at(summary, "role-title")),
    unit: words(at(summary, "department-name")),
    ...dates(summary),
  });
}

function dates(summary: Json): Pick<RawEntry, "from" | "to"> {
  const from = dateOf(at(summary, "start-date"));
  const to = dateOf(at(summary, "end-date"));
  return { from, to: to === "" && from !== "" ? "present" : to };
}

function dateOf(value: Json | undefined): string {
  const parts = ["year", "month", "day"].map((part) => words(at(value, part, "value")));
  const until = parts.indexOf("");
  return (until < 0 ? parts : parts.slice(0, until)).join("-");
}

function externalId(one: Json): string {
  const ids = listOf(at(one, "external-ids", "external-id"));
  const doi = ids.find((id) => words(at(id, "external-id-type")) === "doi") ?? ids[0];
  return words(at(doi, "external-id-value"));
}
