import { z } from "zod";
import type { Dossier } from "./dossier.ts";
import { SubjectId } from "./ids.ts";
import type { Subject } from "./party.ts";

/** What stands in place of a restricted value; sent back, it means "leave it as it is". */
export const maskText = "•••";

/**
 * Fields of the intake form that identify a person or reach them: numbers and residency. Every field that a template calls
 * restricted is one of them; a test holds the two lists together.
 */
export const restrictedIntakeFields: readonly string[] = ["identifiers", "residency"];

/** The parts of a subject that hold numbers, ways to reach somebody, or who told us: identifiers and the note. */
export const restrictedSubjectParts = ["identifiers", "note"] as const;
export type RestrictedSubjectPart = (typeof restrictedSubjectParts)[number];

/** Names one restricted field of a case: `intake.residency`, or `subject.<id>.note`. */
export const RestrictedField = z
  .string()
  .regex(/^(?:intake\.[a-z][a-z_]{0,39}|subject\.[0-9a-f]{1,64}\.(?:identifiers|note))$/u);
export type RestrictedField = z.infer<typeof RestrictedField>;

/** The field's name for an intake field. */
export function intakeFieldName(field: string): RestrictedField {
  return `intake.${field}`;
}

/** The field's name for a part of a subject. */
export function subjectFieldName(subjectId: SubjectId, part: RestrictedSubjectPart): RestrictedField {
  return `subject.${subjectId}.${part}`;
}

/** What a restricted field holds in this case, as text; undefined when the case has no such field or it is not restricted. */
export function restrictedValue(
  held: Pick<Dossier, "intake" | "subjects">,
  field: RestrictedField,
): string | undefined {
  const [kind, name = "", part = ""] = field.split(".");
  if (kind === "intake") return restrictedIntakeFields.includes(name) ? (held.intake[name] ?? "") : undefined;
  const subject = held.subjects.find((one) => one.id === SubjectId.parse(name));
  return subject && (part === "identifiers" ? subject.identifiers.join("\n") : subject.note);
}

/** A case as a window may show it without asking: what a restricted field holds is masked, an empty one stays empty. */
export function maskRestricted<D extends Pick<Dossier, "intake" | "subjects">>(dossier: D): D {
  const intake = Object.fromEntries(
    Object.entries(dossier.intake).map(([field, value]) => [
      field,
      restrictedIntakeFields.includes(field) && value !== "" ? maskText : value,
    ]),
  );
  return { ...dossier, intake, subjects: dossier.subjects.map(maskSubject) };
}

function maskSubject(subject: Subject): Subject {
  return {
    ...subject,
    identifiers: subject.identifiers.length === 0 ? [] : [maskText],
    note: subject.note === "" ? "" : maskText,
  };
}
