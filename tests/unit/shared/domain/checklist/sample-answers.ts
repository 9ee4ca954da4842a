import { type AnswerBody, emptyAnswer, lookInto } from "../../../../../shared/domain/answer.ts";
import type { EvidenceBehind, ItemCase } from "../../../../../shared/domain/checklist.ts";
import { findItem, type Template, type TemplateItem } from "../../../../../shared/domain/content/template.ts";
import type { SourceType, TemplateKind } from "../../../../../shared/domain/content/vocabulary.ts";
import { content } from "../risk/sample-cases.ts";

/** The shipped template of a kind. */
export function templateFor(kind: TemplateKind): Template {
  const template = content.templates.find((candidate) => candidate.kind === kind);
  if (template === undefined) throw new Error(`no template of kind ${kind}`);
  return template;
}

/** A shipped item by id. */
export function shippedItem(kind: TemplateKind, id: string): TemplateItem {
  const item = findItem(templateFor(kind), id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
}

/** Sources ticked off with something found. */
export function found(...sources: SourceType[]): AnswerBody["sources"] {
  return sources.map((sourceType) => lookInto(sourceType, "found"));
}

/** A sound piece of evidence. */
export function evidence(parts: Partial<EvidenceBehind> = {}): EvidenceBehind {
  return { evidenceType: "capture", reliability: "B", origin: "𠮷野学会", integrity: "intact", ...parts };
}

/** P-B2 (a light, key item on military ties) answered as given. */
export function caseFor(answer: Partial<AnswerBody>, parts: Partial<ItemCase> = {}): ItemCase {
  return {
    item: shippedItem("person", "P-B2"),
    scale: "risk",
    answer: { ...emptyAnswer, ...answer },
    evidence: [],
    depth: "light",
    subjectIdentity: "certain",
    policy: content.scoring,
    ...parts,
  };
}
