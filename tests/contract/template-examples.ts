import type { ImportId, ReplyId } from "../../shared/domain/ids.ts";
import type { Scene } from "../support/scene.ts";
import type { Examples } from "./example-types.ts";

/** Requests about templates and questionnaires; the draft is copied, saved and published in this order. */
export function templateExamples(scene: Scene): Pick<Examples, "templates" | "questionnaires"> {
  const { dossierId, itemId, templateId } = scene;
  const { passphrase } = scene.desk;
  const { hash, ...file } = scene.template;
  const noImport = "0".repeat(32) as ImportId;
  return {
    templates: {
      list: {},
      read: { hash },
      copy: { hash },
      openDraft: { templateId },
      saveDraft: { templateId, revision: 1, file },
      publish: { templateId, revision: 2, label: "架空機構 第1版", note: "架空の理由" },
      dropDraft: { templateId, revision: 3 },
      retire: { templateId, retired: false },
      setStart: { kind: "person", templateId: null },
      export: { hash },
      beginImport: {},
      finishImport: { importId: noImport, into: "own" },
      dropImport: { importId: noImport },
      plans: { hash },
      upgrade: { hash, cases: [{ dossierId, fromHash: hash }] },
      ofCase: { dossierId },
      planFor: { dossierId, hash },
      lookedAgain: { dossierId, itemId, seen: true },
    },
    questionnaires: {
      list: { dossierId },
      export: {
        dossierId,
        questionnaire: { itemIds: [itemId], locale: "ja", recipient: "架空部門", note: "覚え", dueDay: "2026-12-24" },
        purpose: "enquiry",
        passphrase,
      },
      beginImport: { dossierId },
      merge: { dossierId, importId: noImport, choices: [{ itemId, field: "fact", take: "append" }] },
      undo: { dossierId, replyId: "0".repeat(32) as ReplyId },
      dropImport: { importId: noImport },
    },
  };
}

/** Puts a path before every dialog of these calls; what was just written is what is read. */
export function answerTemplateDialogs(desk: Scene["desk"], name: string, at: (file: string) => string): void {
  if (name === "templates.export") desk.choose("template-copy", at("template.json"));
  if (name === "templates.beginImport") desk.choose("template", at("template.json"));
  if (name === "questionnaires.export") desk.choose("questionnaire", at("sheet.xlsx"));
  if (name === "questionnaires.beginImport") desk.choose("questionnaire-reply", at("sheet.xlsx"));
}
