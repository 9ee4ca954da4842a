import { readTemplate } from "../../shared/domain/content/check-template.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import type { Template, TemplateFile } from "../../shared/domain/content/template.ts";
import type { TemplateKind } from "../../shared/domain/content/vocabulary.ts";
import type { Sha256 } from "../../shared/domain/ids.ts";
import type {
  BuiltInTemplate,
  OfficeTemplate,
  OpenDraft,
  StartTemplates,
  TemplateVersion,
} from "../../shared/domain/office-template.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import { contentHash } from "../content/content-hash.ts";
import type { Clock, Random } from "../ports.ts";
import type { TemplateRecord } from "../vault/tables/template-table.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";
import {
  draftIn,
  fileOf,
  findVersionText,
  keepText,
  problemsOf,
  rootOf,
  setStartTemplate,
  startTemplates,
  takenIds,
  toBuiltIn,
  toOffice,
  toOpenDraft,
} from "./template-library.ts";

type Refused<C extends string> = { readonly code: C; readonly details?: Readonly<Record<string, string>> };
type Managing = Locked | NotPermitted | Refused<"unknown-template">;
type DraftOf = { readonly templateId: string; readonly revision: number };
type Office = { readonly template: OfficeTemplate };

/** Checklists of the office's own: copied, written, published and put to use. */
export interface TemplateService {
  list(): Result<{ builtIn: BuiltInTemplate[]; office: OfficeTemplate[]; starts: StartTemplates }, Locked>;
  read(input: { hash: Sha256 }): Result<{ template: Template }, Locked | Refused<"unknown-template">>;
  copy(input: { hash: Sha256 }): Result<Office, Managing>;
  openDraft(input: {
    templateId: string;
  }): Result<{ template: OfficeTemplate; draft: OpenDraft; takenIds: string[] }, Managing>;
  saveDraft(
    input: DraftOf & { file: TemplateFile },
  ): Result<{ draft: OpenDraft }, Managing | Refused<"stale-revision" | "template-not-ready">>;
  dropDraft(input: DraftOf): Result<Nothing, Managing | Refused<"stale-revision">>;
  publish(
    input: DraftOf & { label: string; note: string },
  ): Result<
    { version: TemplateVersion },
    Managing | Refused<"stale-revision" | "template-not-ready" | "template-unchanged">
  >;
  retire(input: { templateId: string; retired: boolean }): Result<Office, Managing>;
  setStart(input: {
    kind: TemplateKind;
    templateId: string | null;
  }): Result<{ starts: StartTemplates }, Managing | Refused<"template-not-ready">>;
}

export interface TemplateServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly content: Content;
}

export function createTemplateService(parts: TemplateServiceParts): TemplateService {
  const { session, content } = parts;
  return {
    list: () => {
      const open = session.require();
      if (!open.ok) return open;
      const { templates } = open.value.tables;
      return ok({
        builtIn: content.templates.map(toBuiltIn),
        office: templates.list().map((record) => toOffice(open.value, content, record)),
        starts: startTemplates(open.value),
      });
    },
    read: ({ hash }) => {
      const open = session.require();
      if (!open.ok) return open;
      const template = findVersionText(open.value, content, hash);
      return template === undefined ? err({ code: "unknown-template" }) : ok({ template });
    },
    copy: (input) => copy(parts, input),
    ...draftCalls(parts),
    publish: (input) => publish(parts, input),
    retire: ({ templateId, retired }) =>
      changing(parts, templateId, (open, record) => {
        const next = put(parts, open, { ...record, retiredAtMs: retired ? parts.clock.nowMs() : null });
        open.note("template-retired", null, { template: templateId, retired });
        return ok({ template: toOffice(open, content, next) });
      }),
    setStart: (input) => setStart(parts, input),
  };
}

/** Enters with the right to manage templates, finds the template and works on it in one transaction. */
function changing<T, E>(
  { session }: TemplateServiceParts,
  templateId: string,
  work: (open: OpenSession, record: TemplateRecord) => Result<T, E>,
): Result<T, E | Managing> {
  const entered = session.enter("manage-templates");
  if (!entered.ok) return entered;
  const open = entered.value;
  return open.write((): Result<T, E | Managing> => {
    const record = open.tables.templates.find(templateId);
    return record === undefined ? err({ code: "unknown-template" }) : work(open, record);
  });
}

/** Stores a template's row with who changed it last. */
function put(
  { clock }: Pick<TemplateServiceParts, "clock">,
  open: OpenSession,
  record: TemplateRecord,
): TemplateRecord {
  const next = { ...record, updatedAtMs: clock.nowMs(), updatedBy: open.person.displayName };
  open.tables.templates.put(next);
  return next;
}

/** An id for a template of the office's own; the text carries it wherever it goes. */
export function newTemplateId({ random }: Pick<TemplateServiceParts, "random">): string {
  return `OT-${Buffer.from(random.bytes(6)).toString("hex")}`;
}

function copy(parts: TemplateServiceParts, { hash }: { hash: Sha256 }): Result<Office, Managing> {
  const entered = parts.session.enter("manage-templates");
  if (!entered.ok) return entered;
  const open = entered.value;
  const source = findVersionText(open, parts.content, hash);
  if (source === undefined) return err({ code: "unknown-template" });
  const own = open.tables.templates.findVersion(hash);
  const rootHash = own === undefined ? hash : (open.tables.templates.find(own.templateId)?.rootHash ?? null);
  const templateId = newTemplateId(parts);
  return open.write(() => {
    keepText(open, source, parts.clock.nowMs());
    const record = put(parts, open, {
      templateId,
      kind: source.kind,
      rootHash,
      draft: { ...fileOf(source), id: templateId },
      draftRevision: 1,
      draftBase: hash,
      retiredAtMs: null,
      updatedAtMs: 0,
      updatedBy: "",
    });
    open.note("template-copied", null, { template: templateId, from: hash.slice(0, 16) });
    return ok({ template: toOffice(open, parts.content, record) });
  });
}

function draftCalls(parts: TemplateServiceParts): Pick<TemplateService, "openDraft" | "saveDraft" | "dropDraft"> {
  const { content } = parts;
  return {
    openDraft: ({ templateId }) =>
      changing(parts, templateId, (open, found) => {
        const record = draftIn(found) === undefined ? beginDraft(parts, open, found) : found;
        return ok({
          template: toOffice(open, content, record),
          draft: toOpenDraft(open, content, record),
          takenIds: takenIds(open, content, record),
        });
      }),
    saveDraft: ({ templateId, revision, file }) =>
      changing(parts, templateId, (open, record): ReturnType<TemplateService["saveDraft"]> => {
        if (record.draftRevision !== revision || record.draft === undefined) return err({ code: "stale-revision" });
        const gone = problemsOf(rootOf(open, content, record), file).find(({ code }) => code === "built-in-removed");
        if (gone !== undefined) return notReady(gone);
        // Who it is and what it is for do not change under a template's name.
        const draft = { ...file, id: record.templateId, kind: record.kind };
        const next = put(parts, open, { ...record, draft, draftRevision: revision + 1 });
        return ok({ draft: toOpenDraft(open, content, next) });
      }),
    dropDraft: ({ templateId, revision }) =>
      changing(parts, templateId, (open, record) => {
        if (record.draftRevision !== revision || record.draft === undefined) return err({ code: "stale-revision" });
        const isFirst = open.tables.templates.versions(templateId).length === 0;
        if (isFirst) open.tables.templates.remove(templateId);
        else put(parts, open, { ...record, draft: undefined, draftBase: null, draftRevision: revision + 1 });
        return ok({});
      }),
  };
}

function beginDraft(parts: TemplateServiceParts, open: OpenSession, record: TemplateRecord): TemplateRecord {
  const [latest] = open.tables.templates.versions(record.templateId);
  const text = latest && findVersionText(open, parts.content, latest.hash);
  if (latest === undefined || text === undefined) throw new Error("a template without a draft has a version");
  return put(parts, open, {
    ...record,
    draft: fileOf(text),
    draftRevision: record.draftRevision + 1,
    draftBase: latest.hash,
  });
}

/** The refusal that names the first thing to put right. */
function notReady({ code, place }: { code: string; place: string }): Result<never, Refused<"template-not-ready">> {
  return err({ code: "template-not-ready", details: { reason: code.replaceAll("-", "_"), place } });
}

function publish(
  parts: TemplateServiceParts,
  { templateId, revision, label, note }: Parameters<TemplateService["publish"]>[0],
): ReturnType<TemplateService["publish"]> {
  return changing(parts, templateId, (open, record): ReturnType<TemplateService["publish"]> => {
    const draft = draftIn(record);
    if (record.draftRevision !== revision || draft === undefined) return err({ code: "stale-revision" });
    const [problem] = problemsOf(rootOf(open, parts.content, record), draft);
    if (problem !== undefined) return notReady(problem);
    const read = readTemplate({ ...draft, contentVersion: label });
    if ("problems" in read) return notReady(read.problems[0] ?? { code: "field-wrong", place: "contentVersion" });
    const hash = contentHash(read.file);
    const versions = open.tables.templates.versions(templateId);
    if (versions.some((version) => version.hash === hash)) return err({ code: "template-unchanged" });
    const atMs = parts.clock.nowMs();
    keepText(open, { ...read.file, hash }, atMs);
    const version: TemplateVersion = {
      hash,
      templateId,
      number: (versions[0]?.number ?? 0) + 1,
      label,
      note,
      publishedAt: Instant.parse(atMs),
      publishedBy: open.person.displayName,
    };
    open.tables.templates.addVersion(version);
    put(parts, open, { ...record, draft: undefined, draftBase: null, draftRevision: revision + 1 });
    open.note("template-published", null, { template: templateId, version: version.number, hash });
    return ok({ version });
  });
}

function setStart(
  { session }: TemplateServiceParts,
  { kind, templateId }: Parameters<TemplateService["setStart"]>[0],
): ReturnType<TemplateService["setStart"]> {
  const entered = session.enter("manage-templates");
  if (!entered.ok) return entered;
  const open = entered.value;
  if (templateId !== null) {
    const record = open.tables.templates.find(templateId);
    if (record === undefined || record.kind !== kind || record.retiredAtMs !== null)
      return err({ code: "unknown-template" });
    // Without a version there is no text that a case could name.
    if (open.tables.templates.versions(templateId).length === 0)
      return err({ code: "template-not-ready", details: { reason: "not_published", place: templateId } });
  }
  return open.write(() => {
    setStartTemplate(open, kind, templateId);
    open.note("template-start-set", null, { kind, template: templateId ?? "built-in" });
    return ok({ starts: startTemplates(open) });
  });
}
