import { z } from "zod";
import { Sha256 } from "../ids.ts";
import { Bilingual } from "./bilingual.ts";
import { ShownWhen } from "./shown-when.ts";
import { AnswerScale, Depth, EvidenceType, FactorId, OpenId, SourceType, TemplateKind } from "./vocabulary.ts";

/** How far to look at one depth: which sources, and what to do with them. */
export const HowFar = z.strictObject({ sources: z.array(SourceType), text: Bilingual });
export type HowFar = z.infer<typeof HowFar>;

/** One question of a checklist. `key`: while it stands unconfirmed, the case cannot simply be accepted. */
export const TemplateItem = z.strictObject({
  id: OpenId,
  requiredFrom: Depth,
  key: z.boolean(),
  question: Bilingual,
  why: Bilingual,
  howFar: z.strictObject({ light: HowFar, standard: HowFar, enhanced: HowFar }),
  stopRule: Bilingual,
  evidence: z.array(EvidenceType),
  factors: z.strictObject({ primary: z.array(FactorId), supporting: z.array(FactorId) }),
  /** Numbers of official checklists, filled in by the agency. */
  externalRef: z.array(z.string().max(200)),
  /** Self-check only: under which point the task force counts this item. */
  taskForce: z.strictObject({ point: z.string().min(1), origin: z.enum(["seed", "added"]) }).optional(),
  /** Asked only where this holds; without it, always. Hidden items are never required and keep what was entered. */
  shownWhen: ShownWhen.optional(),
});
export type TemplateItem = z.infer<typeof TemplateItem>;

export const TemplateSection = z.strictObject({ id: OpenId, title: Bilingual, items: z.array(TemplateItem).min(1) });
export type TemplateSection = z.infer<typeof TemplateSection>;

/**
 * An item that an office does not ask: it stands apart, so that nothing counts it, and knows its place, so that it can come
 * back. Built-in items are hidden like this and never deleted.
 */
export const HiddenItem = z.strictObject({
  /** The section it stood in, with what is needed to make that section anew. */
  section: z.strictObject({ id: OpenId, title: Bilingual, at: z.int().min(0).max(1_000) }),
  /** Its place within the section. */
  at: z.int().min(0).max(1_000),
  item: TemplateItem,
});
export type HiddenItem = z.infer<typeof HiddenItem>;

/** A field asked at intake. `purpose: fefa_only` fields are never read by the risk model. */
export const IntakeField = z.strictObject({
  id: OpenId,
  name: Bilingual,
  type: z.enum(["text", "table", "choice", "daterange", "date", "names", "list", "org"]),
  sensitivity: z.enum(["personal", "restricted"]).optional(),
  purpose: z.enum(["fefa_only"]).optional(),
  required: z.boolean().optional(),
});
export type IntakeField = z.infer<typeof IntakeField>;

/** A checklist as the file holds it. */
export const TemplateFile = z.strictObject({
  id: OpenId,
  kind: TemplateKind,
  contentVersion: z.string().min(1).max(40),
  answerScale: AnswerScale,
  title: Bilingual,
  scopeNote: Bilingual,
  tfPointNote: Bilingual.optional(),
  intake: z.array(IntakeField),
  sections: z.array(TemplateSection).min(1),
  /** Left out where nothing is hidden, as in every built-in template. */
  hidden: z.array(HiddenItem).optional(),
});
export type TemplateFile = z.infer<typeof TemplateFile>;

/** A checklist as the app uses it: with the SHA-256 of its canonical JSON, so that a decision can name exactly this text. */
export const Template = TemplateFile.extend({ hash: Sha256 });
export type Template = z.infer<typeof Template>;

/** Every item of a template in order. */
export function itemsOf(template: Pick<TemplateFile, "sections">): TemplateItem[] {
  return template.sections.flatMap((section) => section.items);
}

/** The item with this id, or undefined. */
export function findItem(template: Pick<TemplateFile, "sections">, itemId: string): TemplateItem | undefined {
  return itemsOf(template).find((item) => item.id === itemId);
}
