import type { Measure } from "../../../shared/domain/content/measure.ts";
import type { MeasureStatus } from "../../../shared/domain/content/vocabulary.ts";
import type { MeasureInput, MeasureTaken } from "../../../shared/domain/decision.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import type { Locale } from "../../../shared/strings/text.ts";

/** A field of the form that can be wrong. */
export type MeasureField = "owner" | "dueDay" | "verification" | "note";

/** What is wrong with a field: something needed is absent, or there is more than fits. */
export type MeasureProblem =
  | { readonly field: "owner" | "dueDay" | "verification"; readonly code: "needed" }
  | { readonly field: Exclude<MeasureField, "dueDay">; readonly code: "too-long"; readonly limit: number };

const limits = { owner: textLimits.name, verification: textLimits.shortNote, note: textLimits.note } as const;

/** The form as it opens: what was recorded, or else what the catalogue says. */
export function openedForm(measure: Measure, taken: MeasureTaken | undefined, locale: Locale): MeasureInput {
  if (taken !== undefined) {
    const { updatedAt: _at, updatedBy: _by, ...input } = taken;
    return input;
  }
  return {
    measureId: measure.id,
    status: "proposed",
    owner: "",
    ownerRole: measure.ownerRole,
    dueDay: null,
    verification: measure.verification[locale],
    beforeStart: false,
    note: "",
  };
}

/** Whether a measure in this state must be complete, because it counts. */
export function mustBeComplete(status: MeasureStatus): boolean {
  return status === "agreed" || status === "implemented";
}

/** Everything that would be refused, field by field; empty when the form can be recorded. */
export function problemsOf(form: MeasureInput): MeasureProblem[] {
  const problems: MeasureProblem[] = [];
  if (mustBeComplete(form.status)) {
    if (form.owner.trim() === "") problems.push({ field: "owner", code: "needed" });
    if (form.dueDay === null) problems.push({ field: "dueDay", code: "needed" });
    if (form.verification.trim() === "") problems.push({ field: "verification", code: "needed" });
  }
  for (const field of ["owner", "verification", "note"] as const) {
    if (form[field].length > limits[field]) problems.push({ field, code: "too-long", limit: limits[field] });
  }
  return problems;
}

/**
 * What can be stored of a half-filled form when the vault is about to lock: the form itself, or with the state it had
 * before. Undefined when even that would be refused.
 */
export function storableForm(form: MeasureInput, taken: MeasureTaken | undefined): MeasureInput | undefined {
  const candidates = [form, { ...form, status: taken?.status ?? ("proposed" as const) }];
  return candidates.find((candidate) => problemsOf(candidate).length === 0);
}
