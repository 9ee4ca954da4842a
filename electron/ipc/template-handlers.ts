import type { KuraHandlers } from "../../shared/contract/calls.ts";
import { ok } from "../../shared/result.ts";
import type { Services } from "../services/services.ts";

/** One line per call about templates and questionnaires. */
export function templateHandlers({
  templates,
  templateFiles,
  templateUpgrades,
  questionnaires,
}: Services): Pick<KuraHandlers, "templates" | "questionnaires"> {
  return {
    templates: {
      list: async () => templates.list(),
      read: async (request) => templates.read(request),
      copy: async (request) => templates.copy(request),
      openDraft: async (request) => templates.openDraft(request),
      saveDraft: async (request) => templates.saveDraft(request),
      dropDraft: async (request) => templates.dropDraft(request),
      publish: async (request) => templates.publish(request),
      retire: async (request) => templates.retire(request),
      setStart: async (request) => templates.setStart(request),
      export: (request) => templateFiles.export(request),
      beginImport: () => templateFiles.beginImport(),
      finishImport: async (request) => templateFiles.finishImport(request),
      dropImport: async (request) => {
        templateFiles.dropImport(request);
        return ok({});
      },
      plans: async (request) => templateUpgrades.plans(request),
      upgrade: async (request) => templateUpgrades.upgrade(request),
      ofCase: async (request) => templateUpgrades.ofCase(request),
      planFor: async (request) => templateUpgrades.planFor(request),
      lookedAgain: async (request) => templateUpgrades.lookedAgain(request),
    },
    questionnaires: {
      list: async (request) => questionnaires.list(request),
      export: (request) => questionnaires.export(request),
      beginImport: (request) => questionnaires.beginImport(request),
      merge: async (request) => questionnaires.merge(request),
      undo: async (request) => questionnaires.undo(request),
      dropImport: async (request) => questionnaires.dropImport(request),
    },
  };
}
