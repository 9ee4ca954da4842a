import type { AnswerPatch } from "../../shared/domain/answer.ts";
import { itemsOf } from "../../shared/domain/content/template.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { ItemId } from "../../shared/domain/ids.ts";
import type { CaseJourney } from "./case-journey.ts";
import { must } from "./must.ts";

/** What the enquiry has found: two backed findings on foreign control, some lighter ones, and a key item left open. */
const findings: Readonly<Record<string, AnswerPatch>> = {
  "P-B2": { answer: "minor", fact: "以前、国防に関わる大学に在籍した。", confirmedBySubject: true },
  "P-C1": { answer: "material", fact: "奨学金に年2回の報告義務がある。", confirmedBySubject: true },
  "P-C2": { answer: "material", fact: "給与の一部を外国政府の機関が支払う。", confirmedBySubject: true },
  "P-A2": { answer: "unknown", unknownReason: "sparse" },
};

/** Opens a case on important technology whose enquiry is finished, without a measure. */
export async function finishedEnquiry(journey: Pick<CaseJourney, "client" | "newCase">): Promise<Dossier> {
  const { client } = journey;
  const opened = await journey.newCase();
  const dossierId = opened.id;
  const triage = { ...opened.triage, techTier: "T2", access: "A2", triggers: ["current_foreign_gov_funds"] } as const;
  must(await client.dossiers.setTriage({ dossierId, triage: { ...triage, triggers: [...triage.triggers] } }));
  must(await client.dossiers.update({ dossierId, subjectIdentity: "certain" }));
  const { template } = must(await client.checklist.open({ dossierId }));
  for (const item of itemsOf(template)) {
    const patch = findings[item.id] ?? { answer: "none" };
    must(await client.checklist.record({ dossierId, itemId: ItemId.parse(item.id), baseRevision: 0, patch }));
  }
  return must(await client.dossiers.get({ dossierId }));
}
