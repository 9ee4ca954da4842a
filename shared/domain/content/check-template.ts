import { ItemId } from "../ids.ts";
import { isStorable } from "../text.ts";
import { checkConditions } from "./check-conditions.ts";
import { itemsOf, TemplateFile, type TemplateItem } from "./template.ts";

/** What can be wrong with a template, so that it cannot be published or taken in. */
export const templateProblemCodes = [
  "text-empty",
  "text-too-long",
  "text-invalid",
  "field-missing",
  "field-unknown",
  "field-wrong",
  "id-bad",
  "id-twice",
  "id-missing",
  "condition-cycle",
  "factor-missing",
  "scale-wrong",
  "point-missing",
  "too-many",
  "built-in-removed",
] as const;
export type TemplateProblemCode = (typeof templateProblemCodes)[number];

/** One thing that is wrong, and where: an id of an item or section and the field, as `P-A3 question.ja`. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  readonly place: string;
}

/** More items than any office asks; a file with more is not a checklist. */
const templateLimits = { sections: 60, items: 400, itemsPerSection: 200, intake: 60 } as const;

const placeLimit = 80;

/** The words that name a place, cut to what a sentence can hold; what a file spells oddly is not repeated. */
function placeText(parts: readonly string[]): string {
  const words = parts.map((part) => (/^[A-Za-z0-9_.[\]-]{1,60}$/u.test(part) ? part : "?"));
  return words
    .filter((part) => part !== "")
    .join(" ")
    .slice(0, placeLimit);
}

/**
 * Reads a value as a template and applies every rule; the template, or the first problems in the order of the text. The
 * same rules hold for what an office writes here and for what comes in as a file.
 */
export function readTemplate(value: unknown): { file: TemplateFile } | { problems: TemplateProblem[] } {
  const parsed = TemplateFile.safeParse(value);
  if (!parsed.success) return { problems: parsed.error.issues.slice(0, 50).map((issue) => problemOf(issue, value)) };
  const problems = checkTemplateFile(parsed.data);
  return problems.length === 0 ? { file: parsed.data } : { problems };
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
}

function problemOf(issue: Issue, value: unknown): TemplateProblem {
  const given = valueAt(value, issue.path);
  return { code: codeOf(issue, given), place: placeOf(issue.path, value) };
}

function codeOf({ code, path }: Issue, given: unknown): TemplateProblemCode {
  const isText = path.at(-1) === "ja" || path.at(-1) === "en";
  if (code === "unrecognized_keys") return "field-unknown";
  if (code === "too_big") return isText ? "text-too-long" : "too-many";
  if (code === "too_small") return isText ? "text-empty" : "field-missing";
  if (given === undefined) return "field-missing";
  return path.at(-1) === "id" ? "id-bad" : "field-wrong";
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Object.getOwnPropertyDescriptor(at, key)?.value;
  }
  return at;
}

/** The innermost id on the way and the field below it; without an id, the path itself. */
function placeOf(path: readonly PropertyKey[], value: unknown): string {
  let id = "";
  let from = 0;
  for (let depth = 1; depth <= path.length; depth += 1) {
    const named = valueAt(value, [...path.slice(0, depth), "id"]);
    if (typeof named === "string" && /^[A-Za-z0-9_.-]{1,40}$/u.test(named)) {
      id = named;
      from = depth;
    }
  }
  const field = path.slice(from).map((key) => (typeof key === "number" ? `[${key + 1}]` : String(key)));
  return placeText([id, field.join(".").replaceAll(".[", "[")]);
}

/** The rules beyond the shape: ids, counts, texts, what a kind asks, and what an item points at. */
export function checkTemplateFile(file: TemplateFile): TemplateProblem[] {
  const items = allItemsOf(file);
  return [
    ...counts(file, items),
    ...badIds(items),
    ...twice(file.sections.map((section) => section.id)),
    ...twice(items.map((item) => item.id)),
    ...twice(file.intake.map((field) => field.id)),
    ...scaleProblems(file, items),
    ...conditionProblems(file),
    ...textProblems(file),
  ];
}

/** Every item of a template, hidden ones last. */
export function allItemsOf(file: Pick<TemplateFile, "sections" | "hidden">): TemplateItem[] {
  return [...itemsOf(file), ...(file.hidden ?? []).map((hidden) => hidden.item)];
}

/** Built-in items that a copy no longer holds, shown or hidden. */
export function missingBuiltIns(
  file: Pick<TemplateFile, "sections" | "hidden">,
  root: Pick<TemplateFile, "sections" | "hidden">,
): TemplateProblem[] {
  const held = new Set(allItemsOf(file).map((item) => item.id));
  return allItemsOf(root)
    .filter((item) => !held.has(item.id))
    .map((item) => ({ code: "built-in-removed", place: item.id }));
}

function counts(file: TemplateFile, items: readonly TemplateItem[]): TemplateProblem[] {
  const over: TemplateProblem[] = [];
  if (file.sections.length > templateLimits.sections) over.push({ code: "too-many", place: "sections" });
  if (items.length > templateLimits.items) over.push({ code: "too-many", place: "items" });
  if (file.intake.length > templateLimits.intake) over.push({ code: "too-many", place: "intake" });
  return over;
}

// Answers are kept under the item's id, which is a little narrower than an open id.
function badIds(items: readonly TemplateItem[]): TemplateProblem[] {
  return items
    .filter((item) => !ItemId.safeParse(item.id).success)
    .map((item) => ({ code: "id-bad", place: placeText([item.id]) }));
}

function twice(ids: readonly string[]): TemplateProblem[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => ({
    code: "id-twice",
    place: placeText([id]),
  }));
}

function scaleProblems(file: TemplateFile, items: readonly TemplateItem[]): TemplateProblem[] {
  const isSelfCheck = file.kind === "self-check";
  const scale: TemplateProblem[] =
    (file.answerScale === "self-check") === isSelfCheck ? [] : [{ code: "scale-wrong", place: "answerScale" }];
  return [
    ...scale,
    ...items.flatMap((item): TemplateProblem[] => [
      ...(item.factors.primary.length === 0
        ? [{ code: "factor-missing" as const, place: placeText([item.id, "factors.primary"]) }]
        : []),
      ...(isSelfCheck === (item.taskForce !== undefined)
        ? []
        : [{ code: "point-missing" as const, place: placeText([item.id, "taskForce"]) }]),
    ]),
  ];
}

const conditionCodes = { "unknown-id": "id-missing", "wrong-scale": "scale-wrong", cycle: "condition-cycle" } as const;

function conditionProblems(file: TemplateFile): TemplateProblem[] {
  return checkConditions(file).flatMap(({ where, code, id }) => {
    if (code !== "unknown-id" && code !== "wrong-scale" && code !== "cycle") return [];
    const itemId = where.slice(`template.${file.id}`.length + 1);
    return [{ code: conditionCodes[code], place: placeText(itemId === "" ? [id] : [itemId, "shownWhen", id]) }];
  });
}

/** Texts that could not be stored or shown: unpaired surrogates and control characters. */
function textProblems(file: TemplateFile): TemplateProblem[] {
  const found: TemplateProblem[] = [];
  const walk = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === "string" && !isStorable(value))
      found.push({ code: "text-invalid", place: placeOf(path, file) });
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value)) walk(part, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(file, []);
  return found;
}
