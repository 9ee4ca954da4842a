import { requiredItems } from "../../shared/domain/checklist.ts";
import type { Template } from "../../shared/domain/content/template.ts";
import { hasConditions, hiddenItems, type ShownContext } from "../../shared/domain/visibility.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { templateOf } from "./case-file.ts";
import type { OpenSession } from "./session.ts";

type Asked = Pick<DossierRecord, "depth" | "triage" | "kind">;

/** What the conditions of a checklist may look at in this case. */
export function shownContextOf(record: Asked, answers: ShownContext["answers"]): ShownContext {
  const { techTier, access, triggers } = record.triage;
  return { answers, depth: record.depth, techTier, access, triggers, kind: record.kind };
}

/** The ids of the items that must be checked in this case. Reads its answers only where the checklist has conditions. */
export function requiredIn(open: OpenSession, record: DossierRecord): ReadonlySet<string> {
  const template = templateOf(open, record);
  const hidden = hasConditions(template) ? hiddenIn(open, record, template) : undefined;
  return new Set(requiredItems(template, record.depth, hidden).map((item) => item.id));
}

function hiddenIn(open: OpenSession, record: DossierRecord, template: Template): ReadonlySet<string> {
  return hiddenItems(template, shownContextOf(record, open.tables.answers.list(record.id)));
}
