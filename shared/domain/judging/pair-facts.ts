import type { Subject } from "../party.ts";
import type { Hit } from "../screening.ts";
import type { FieldChange } from "./verdict.ts";

/** What a verdict rests on: what the list says of the entry and what the case says of the subject, field by field. */
export type Facts = Readonly<Record<string, readonly string[]>>;

/** Where an entry stands in its list says nothing about it and is no fact of it. */
export function entryFacts(
  hit: Pick<
    Hit,
    "listedType" | "listedNames" | "countries" | "identifiers" | "birthDates" | "programmes" | "remarks" | "sourceId"
  >,
): Facts {
  return {
    type: [hit.listedType],
    names: hit.listedNames,
    countries: hit.countries,
    identifiers: hit.identifiers,
    birthDates: hit.birthDates,
    programmes: hit.programmes,
    remarks: hit.remarks === "" ? [] : [hit.remarks],
    sourceId: hit.sourceId === null ? [] : [hit.sourceId],
  };
}

/** Names and attributes that screening compares. */
export function subjectFacts(subject: Pick<Subject, "kind" | "names" | "country" | "identifiers">): Facts {
  return {
    type: [subject.kind],
    names: subject.names.map((name) => name.text),
    country: subject.country === "" ? [] : [subject.country],
    identifiers: subject.identifiers,
  };
}

/** Facts in an order that does not depend on how they came: values that only changed places have not changed. */
export function orderedFacts(facts: Facts): Facts {
  const fields = Object.keys(facts).sort();
  return Object.fromEntries(fields.map((field) => [field, [...(facts[field] ?? [])].sort()]));
}

/** Numbers of subjects are for those who reveal them; a change of theirs is told without the values. */
const veiled: ReadonlySet<string> = new Set(["subject.identifiers"]);

/** The fields that differ, in the order of their names. */
export function changesBetween(side: FieldChange["side"], before: Facts, after: Facts): FieldChange[] {
  const [was, is] = [orderedFacts(before), orderedFacts(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return fields
    .filter((field) => JSON.stringify(was[field] ?? []) !== JSON.stringify(is[field] ?? []))
    .map((field) => {
      const isVeiled = veiled.has(`${side}.${field}`);
      return {
        side,
        field,
        before: isVeiled ? [] : [...(before[field] ?? [])],
        after: isVeiled ? [] : [...(after[field] ?? [])],
      };
    });
}
