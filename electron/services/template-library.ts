import { mustExist } from "../../shared/assert.ts";
import { checkTemplateFile, missingBuiltIns, readTemplate } from "../../shared/domain/content/check-template.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import { itemsOf, Template, type TemplateFile } from "../../shared/domain/content/template.ts";
import { TemplateKind } from "../../shared/domain/content/vocabulary.ts";
import type { Sha256 } from "../../shared/domain/ids.ts";
import {
  type BuiltInTemplate,
  type DraftProblem,
  type OfficeTemplate,
  type OpenDraft,
  type StartTemplates,
  TemplateDraft,
} from "../../shared/domain/office-template.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { TemplateRecord } from "../vault/tables/template-table.ts";
import type { OpenSession } from "./session.ts";

type Open = Pick<OpenSession, "tables">;

/** The built-in template of this hash, or the version the vault keeps under it. */
export function findVersionText(open: Open, content: Pick<Content, "templates">, hash: string): Template | undefined {
  const builtIn = content.templates.find((template) => template.hash === hash);
  if (builtIn !== undefined) return builtIn;
  const kept = Template.safeParse(open.tables.content.find(hash));
  return kept.success ? kept.data : undefined;
}

/** Keeps a version's text under its hash, so that cases and versions may name it. */
export function keepText(open: Open, template: Template, atMs: number): void {
  open.tables.content.keep({ hash: template.hash, kind: "template", body: template, atMs });
}

/** A template's text without the hash that names it. */
export function fileOf({ hash: _hash, ...file }: Template): TemplateFile {
  return file;
}

const settingOf = (kind: TemplateKind): string => `start-template/${kind}`;

/** With which template of its own the office starts each kind of case; null for the built-in one. */
export function startTemplates(open: Open): StartTemplates {
  const chosen = TemplateKind.options.map((kind): [TemplateKind, string | null] => {
    const stored = open.tables.settings.find(settingOf(kind));
    const templateId: unknown = stored === undefined ? null : JSON.parse(stored);
    const record = typeof templateId === "string" ? open.tables.templates.find(templateId) : undefined;
    return [kind, record === undefined || record.retiredAtMs !== null ? null : record.templateId];
  });
  // Safe: one entry for each kind.
  return Object.fromEntries(chosen) as StartTemplates;
}

/** Sets with which template new cases of a kind start. */
export function setStartTemplate(open: Open, kind: TemplateKind, templateId: string | null): void {
  open.tables.settings.put(settingOf(kind), JSON.stringify(templateId));
}

/** The text that a new case of this kind starts with: the latest version of the chosen template, or the built-in one. */
export function startText(open: Open, content: Pick<Content, "templates">, kind: TemplateKind): Template | undefined {
  const chosen = startTemplates(open)[kind];
  const latest = chosen === null ? undefined : open.tables.templates.versions(chosen)[0];
  const own = latest === undefined ? undefined : findVersionText(open, content, latest.hash);
  return own ?? content.templates.find((template) => template.kind === kind);
}

/** A built-in template for the list. */
export function toBuiltIn(template: Template): BuiltInTemplate {
  return {
    templateId: template.id,
    kind: template.kind,
    hash: template.hash,
    title: template.title,
    label: template.contentVersion,
    items: itemsOf(template).length,
  };
}

/** A template of the office's own for the list. */
export function toOffice(open: Open, content: Pick<Content, "templates">, record: TemplateRecord): OfficeTemplate {
  const versions = open.tables.templates.versions(record.templateId);
  const [latest] = versions;
  const draft = draftIn(record);
  const shown =
    draft ?? mustExist(latest && findVersionText(open, content, latest.hash), "a template has a draft or a version");
  return {
    templateId: record.templateId,
    kind: record.kind,
    title: shown.title,
    items: itemsOf(shown).length,
    hidden: shown.hidden?.length ?? 0,
    rootHash: record.rootHash,
    hasDraft: draft !== undefined,
    retired: record.retiredAtMs !== null,
    versions,
    updatedAt: Instant.parse(record.updatedAtMs),
    updatedBy: record.updatedBy,
  };
}

/** The draft of a template, if one is being written. Throws where the vault holds something that is none. */
export function draftIn(record: TemplateRecord): TemplateFile | undefined {
  return record.draft === undefined ? undefined : TemplateDraft.parse(record.draft);
}

/** What keeps a draft from being published: broken rules, and built-in items that it no longer holds. */
export function problemsOf(root: Template | undefined, draft: TemplateFile): DraftProblem[] {
  const read = readTemplate(draft);
  const own = "problems" in read ? read.problems : [];
  // A text that is still empty hides the rules beyond the shape; both are told at once.
  const beyond = "problems" in read ? checkTemplateFile(draft) : [];
  const gone = root === undefined ? [] : missingBuiltIns(draft, root);
  const all = [...own, ...beyond, ...gone];
  const keys = all.map(({ code, place }) => `${code} ${place}`);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** The draft as the page edits it. */
export function toOpenDraft(open: Open, content: Pick<Content, "templates">, record: TemplateRecord): OpenDraft {
  const file = mustExist(draftIn(record), "an open draft is there");
  return {
    revision: record.draftRevision,
    file,
    problems: problemsOf(rootOf(open, content, record), file),
    baseHash: record.draftBase,
  };
}

/** The built-in text a template was copied from. */
export function rootOf(
  open: Open,
  content: Pick<Content, "templates">,
  record: Pick<TemplateRecord, "rootHash">,
): Template | undefined {
  return record.rootHash === null ? undefined : findVersionText(open, content, record.rootHash);
}

/** Every id that an item or section of this template has or ever had, so that no answer comes under another question. */
export function takenIds(open: Open, content: Pick<Content, "templates">, record: TemplateRecord): string[] {
  const hashes: (Sha256 | null)[] = [
    record.rootHash,
    record.draftBase,
    ...open.tables.templates.versions(record.templateId).map((version) => version.hash),
  ];
  const texts = hashes.flatMap((hash) => {
    const text = hash === null ? undefined : findVersionText(open, content, hash);
    return text === undefined ? [] : [text];
  });
  const draft = draftIn(record);
  const files: Pick<TemplateFile, "sections" | "hidden">[] = draft === undefined ? texts : [...texts, draft];
  const ids = files.flatMap((file) => [
    ...file.sections.flatMap((section) => [section.id, ...section.items.map((item) => item.id)]),
    ...(file.hidden ?? []).flatMap(({ section, item }) => [section.id, item.id]),
  ]);
  return [...new Set(ids)].sort();
}
