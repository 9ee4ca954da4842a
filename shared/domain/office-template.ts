import { z } from "zod";
import { Bilingual } from "./content/bilingual.ts";
import { templateProblemCodes } from "./content/check-template.ts";
import { HiddenItem, HowFar, IntakeField, TemplateFile, TemplateItem, TemplateSection } from "./content/template.ts";
import { OpenId, TemplateKind } from "./content/vocabulary.ts";
import { DossierId, ImportId, ItemId, Sha256 } from "./ids.ts";
import { line, text, textLimits } from "./text.ts";
import { Instant } from "./time.ts";

/** What people call a version, beside the hash that names its text. */
export const VersionLabel = line(40).min(1);

/** A text that may not be written yet in one of the languages, or in either. */
const Words = z.strictObject({ ja: z.string().max(2_000), en: z.string().max(2_000) });
const DraftHowFar = HowFar.extend({ text: Words });
const DraftItem = TemplateItem.extend({
  question: Words,
  why: Words,
  howFar: z.strictObject({ light: DraftHowFar, standard: DraftHowFar, enhanced: DraftHowFar }),
  stopRule: Words,
});

/** A template being written: the shape of one, with texts that may still be empty. */
export const TemplateDraft = TemplateFile.extend({
  title: Words,
  scopeNote: Words,
  tfPointNote: Words.optional(),
  intake: z.array(IntakeField.extend({ name: Words })),
  sections: z.array(TemplateSection.extend({ title: Words, items: z.array(DraftItem).min(1) })).min(1),
  hidden: z
    .array(HiddenItem.extend({ section: HiddenItem.shape.section.extend({ title: Words }), item: DraftItem }))
    .optional(),
});
export type TemplateDraft = z.infer<typeof TemplateDraft>;

/** One published version; its text never changes. */
export const TemplateVersion = z.object({
  hash: Sha256,
  templateId: OpenId,
  /** From 1, in the order of publishing. */
  number: z.int().positive(),
  label: z.string(),
  /** What changed, in the words of who published it. */
  note: z.string(),
  publishedAt: Instant,
  publishedBy: z.string(),
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;

/** A template of the office's own in the list. */
export const OfficeTemplate = z.object({
  templateId: OpenId,
  kind: TemplateKind,
  /** Of the draft, or else of the latest version. */
  title: Bilingual,
  items: z.int().nonnegative(),
  hidden: z.int().nonnegative(),
  /** The built-in template it was copied from, whose items are hidden and never deleted. */
  rootHash: Sha256.nullable(),
  hasDraft: z.boolean(),
  /** No longer offered; cases on it go on. */
  retired: z.boolean(),
  /** Latest first. */
  versions: z.array(TemplateVersion),
  updatedAt: Instant,
  updatedBy: z.string(),
});
export type OfficeTemplate = z.infer<typeof OfficeTemplate>;

/** A template that ships with the app. */
export const BuiltInTemplate = z.object({
  templateId: OpenId,
  kind: TemplateKind,
  hash: Sha256,
  title: Bilingual,
  label: z.string(),
  items: z.int().nonnegative(),
});
export type BuiltInTemplate = z.infer<typeof BuiltInTemplate>;

/** With which template new cases of each kind start: an office's own by its id, null for the built-in one. */
export const StartTemplates = z.record(TemplateKind, OpenId.nullable());
export type StartTemplates = z.infer<typeof StartTemplates>;

/** One thing that keeps a draft from being published. */
export const DraftProblem = z.object({ code: z.enum(templateProblemCodes), place: z.string() });
export type DraftProblem = z.infer<typeof DraftProblem>;

/** A draft with what the editor needs to know. */
export const OpenDraft = z.object({
  revision: z.int().positive(),
  file: TemplateDraft,
  problems: z.array(DraftProblem),
  /** The version it began from; null for a template that came in as a file and has none yet. */
  baseHash: Sha256.nullable(),
});
export type OpenDraft = z.infer<typeof OpenDraft>;

/** What a template file turned out to hold; nothing is stored yet. */
export const ImportedTemplate = z.object({
  importId: ImportId,
  fileName: z.string(),
  templateId: OpenId,
  kind: TemplateKind,
  title: Bilingual,
  label: z.string(),
  items: z.int().nonnegative(),
  hash: Sha256,
  /** Whether the file names this very hash; a file without one was written by other means. */
  hashNamed: z.enum(["agrees", "absent"]),
  /** What stands here under the same id: nothing, a built-in template, or one of the office's. */
  known: z.enum(["nothing", "built-in", "office"]),
  /** The version here to compare with; null where nothing stands under this id. */
  compareWith: Sha256.nullable(),
  file: TemplateDraft,
});
export type ImportedTemplate = z.infer<typeof ImportedTemplate>;

const Counted = z.object({
  required: z.int().nonnegative(),
  requiredAnswered: z.int().nonnegative(),
  answered: z.int().nonnegative(),
  total: z.int().nonnegative(),
  percent: z.int().min(0).max(100),
});

/** What a move of one case to another version would do. */
export const CasePlan = z.object({
  dossierId: DossierId,
  number: z.string(),
  title: z.string(),
  restricted: z.boolean(),
  fromHash: Sha256,
  /** Title and label of the version it stands on. */
  fromTitle: Bilingual,
  fromLabel: z.string(),
  kept: z.array(ItemId),
  lookAgain: z.array(ItemId),
  fresh: z.array(ItemId),
  returning: z.array(ItemId),
  gone: z.array(ItemId),
  before: Counted,
  after: Counted,
});
export type CasePlan = z.infer<typeof CasePlan>;

/** A version that a case may go on with. */
export const VersionChoice = z.object({
  hash: Sha256,
  title: Bilingual,
  label: z.string(),
  isBuiltIn: z.boolean(),
  /** It is what new cases of this kind start with. */
  isStart: z.boolean(),
  /** The case has been on it before. */
  wasUsed: z.boolean(),
});
export type VersionChoice = z.infer<typeof VersionChoice>;

/** One move of a case from version to version. */
export const CaseUpgrade = z.object({
  number: z.int().positive(),
  fromHash: Sha256,
  toHash: Sha256,
  at: Instant,
  by: z.string(),
  lookAgain: z.array(ItemId),
  /** Those of `lookAgain` that a person has looked at again. */
  seen: z.array(ItemId),
});
export type CaseUpgrade = z.infer<typeof CaseUpgrade>;

/** Words about a new version. */
export const VersionNote = text(textLimits.note);
