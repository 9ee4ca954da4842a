import { z } from "zod";
import { Answer } from "../../domain/answer.ts";
import { Template } from "../../domain/content/template.ts";
import { OpenId, TemplateKind } from "../../domain/content/vocabulary.ts";
import { DossierId, ImportId, ItemId, Sha256 } from "../../domain/ids.ts";
import {
  BuiltInTemplate,
  CasePlan,
  CaseUpgrade,
  ImportedTemplate,
  OfficeTemplate,
  OpenDraft,
  StartTemplates,
  TemplateDraft,
  TemplateVersion,
  VersionChoice,
  VersionLabel,
  VersionNote,
} from "../../domain/office-template.ts";
import { channel } from "../channel.ts";
import { caseCodes, vaultCodes } from "../errors.ts";

const one = { templateId: OpenId };
const draftOf = { ...one, revision: z.int().positive() };
const office = z.object({ template: OfficeTemplate });

export const templates = {
  /** Built-in templates, the office's own, and with which new cases start. Templates hold nothing of any case. */
  list: channel({
    request: z.strictObject({}),
    response: z.object({
      builtIn: z.array(BuiltInTemplate),
      office: z.array(OfficeTemplate),
      starts: StartTemplates,
    }),
    errors: ["vault-locked"],
  }),

  /** The text of one version, built-in or published here. */
  read: channel({
    request: z.strictObject({ hash: Sha256 }),
    response: z.object({ template: Template }),
    errors: ["vault-locked", "unknown-template"],
  }),

  /** Begins a template of the office's own as a copy of a version; answers it with its draft open. */
  copy: channel({
    request: z.strictObject({ hash: Sha256 }),
    response: office,
    errors: ["vault-locked", "unknown-template"],
  }),

  /** The draft, begun from the latest version where there is none, with every id that is or was taken. */
  openDraft: channel({
    request: z.strictObject(one),
    response: z.object({ template: OfficeTemplate, draft: OpenDraft, takenIds: z.array(z.string()) }),
    errors: ["vault-locked", "unknown-template"],
  }),

  /** Stores the draft whole. `revision` is the one the page last saw. */
  saveDraft: channel({
    request: z.strictObject({ ...draftOf, file: TemplateDraft }),
    response: z.object({ draft: OpenDraft }),
    errors: ["vault-locked", "unknown-template", "stale-revision", "template-not-ready"],
  }),

  /** Forgets the draft; a template that never had a version goes with it. */
  dropDraft: channel({
    request: z.strictObject(draftOf),
    response: z.object({}),
    errors: ["vault-locked", "unknown-template", "stale-revision"],
  }),

  /** Makes the draft a version, named by the hash of its text; from then on it never changes. */
  publish: channel({
    request: z.strictObject({ ...draftOf, label: VersionLabel, note: VersionNote }),
    response: z.object({ version: TemplateVersion }),
    errors: ["vault-locked", "unknown-template", "stale-revision", "template-not-ready", "template-unchanged"],
  }),

  /** Offers a template no longer, or again. Cases on it go on. */
  retire: channel({
    request: z.strictObject({ ...one, retired: z.boolean() }),
    response: office,
    errors: ["vault-locked", "unknown-template"],
  }),

  /** Sets with which template new cases of a kind start; null for the built-in one. */
  setStart: channel({
    request: z.strictObject({ kind: TemplateKind, templateId: OpenId.nullable() }),
    response: z.object({ starts: StartTemplates }),
    errors: ["vault-locked", "unknown-template", "template-not-ready"],
  }),

  /** Writes a version to a file chosen in the host's dialog. */
  export: channel({
    request: z.strictObject({ hash: Sha256 }),
    response: z.object({}),
    errors: [...vaultCodes, "unknown-template"],
  }),

  /** Asks for a template file and says what it holds; nothing is stored yet. */
  beginImport: channel({
    request: z.strictObject({}),
    response: ImportedTemplate,
    errors: ["vault-locked", "cancelled", "file-unreadable", "template-refused", "wrong-kind"],
  }),

  /** Takes the read file in as the draft of the template of its id, or as a template beside it. */
  finishImport: channel({
    request: z.strictObject({ importId: ImportId, into: z.enum(["own", "copy"]) }),
    response: office,
    errors: ["vault-locked", "unknown-import", "template-draft-open", "template-unchanged"],
  }),

  /** Forgets a read file. */
  dropImport: channel({ request: z.strictObject({ importId: ImportId }), response: z.object({}), errors: [] }),

  /** What a move to this version would do, for every open case of its kind that the person works on. */
  plans: channel({
    request: z.strictObject({ hash: Sha256 }),
    response: z.object({ cases: z.array(CasePlan) }),
    errors: ["vault-locked", "unknown-template"],
  }),

  /** Moves cases to a version, all or none. Answers stay, asked or not. */
  upgrade: channel({
    request: z.strictObject({
      hash: Sha256,
      cases: z
        .array(z.strictObject({ dossierId: DossierId, fromHash: Sha256 }))
        .min(1)
        .max(500),
    }),
    response: z.object({ upgraded: z.int().positive() }),
    errors: [
      "vault-locked",
      ...caseCodes,
      "unknown-template",
      "wrong-kind",
      "dossier-decided",
      "stale-revision",
      "template-unchanged",
    ],
  }),

  /** The version a case is on, those it may go on with, and answers that wait or are asked no more. */
  ofCase: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({
      template: Template,
      label: z.string(),
      choices: z.array(VersionChoice),
      upgrades: z.array(CaseUpgrade),
      unasked: z.array(z.object({ answer: Answer, question: z.object({ ja: z.string(), en: z.string() }).nullable() })),
    }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** What a move of this one case would do. */
  planFor: channel({
    request: z.strictObject({ dossierId: DossierId, hash: Sha256 }),
    response: z.object({ plan: CasePlan }),
    errors: ["vault-locked", ...caseCodes, "unknown-template", "wrong-kind"],
  }),

  /** Says that an answer has been looked at again after a move, or takes that back. */
  lookedAgain: channel({
    request: z.strictObject({ dossierId: DossierId, itemId: ItemId, seen: z.boolean() }),
    response: z.object({ upgrade: CaseUpgrade }),
    errors: ["vault-locked", ...caseCodes, "dossier-decided", "unknown-question"],
  }),
} as const;
