import type { Measure } from "../../../shared/domain/content/measure.ts";
import type { MeasureStatus } from "../../../shared/domain/content/vocabulary.ts";
import { MeasureInput, type MeasureTaken } from "../../../shared/domain/decision.ts";
import type { Locale } from "../../../shared/strings/text.ts";

/** A field of the form that can be wrong. */
export type MeasureField = "owner" | "dueDay" | "verification" | "note";

/** What is wrong with a field: something needed is absent, or there is more than fits. */
export type MeasureProblem =
  | { readonly field: "owner" | "dueDay" | "verification"; readonly code: "needed" }
  | { readonly field: "dueDay"; readonly code: "implausible" }
  | { readonly field: Exclude<MeasureField, "dueDay">; readonly code: "too-long"; readonly limit: number }
  | { readonly field: Exclude<MeasureField, "dueDay">; readonly code: "text-invalid" };

/** No measure of any case was due before this day. */
export const earliestDay = "2000-01-01";

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
  // A year half typed, or typed where the day belongs, is a date all the same.
  if (form.dueDay !== null && form.dueDay < earliestDay) problems.push({ field: "dueDay", code: "implausible" });
  return [...problems, ...textProblems(form)];
}

/** Texts that cannot be recorded, asked of the call's own schema so that the form and the engine never count differently. */
function textProblems(form: MeasureInput): MeasureProblem[] {
  return (["owner", "verification", "note"] as const).flatMap((field): MeasureProblem[] => {
    const issues = MeasureInput.shape[field].safeParse(form[field]).error?.issues ?? [];
    const tooBig = issues.find((issue) => issue.code === "too_big");
    if (tooBig !== undefined) return [{ field, code: "too-long", limit: Number(tooBig.maximum) }];
    return issues.some((issue) => issue.code === "custom") ? [{ field, code: "text-invalid" }] : [];
  });
}
