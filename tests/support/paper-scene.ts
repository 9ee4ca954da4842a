import type { KuraClient } from "../../shared/contract/calls.ts";
import type { DecisionInput } from "../../shared/domain/decision.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { ItemId } from "../../shared/domain/ids.ts";
import { must } from "./must.ts";

/** A case of invented bodies, answered and screened against nothing: ready for a decision to be put forward. */
export async function answeredCase(client: KuraClient): Promise<Dossier> {
  const dossier = must(
    await client.dossiers.create({
      kind: "institution",
      title: "虚構工業大学との共同研究",
      noConflict: true,
      subject: {
        kind: "organisation",
        role: "partner",
        names: [{ kind: "primary", text: "虚構工業大學 葛󠄀城研究所" }],
        country: "架空国",
        identifiers: [],
        note: "",
      },
    }),
  );
  const dossierId = dossier.id;
  const reasons = { techReason: "民生用の材料", accessReason: "会議のみ" };
  must(
    await client.dossiers.setTriage({
      dossierId,
      triage: { ...dossier.triage, techTier: "T2", access: "A1", ...reasons },
    }),
  );
  must(await client.dossiers.update({ dossierId, subjectIdentity: "certain" }));
  const { template } = must(await client.checklist.open({ dossierId }));
  for (const item of template.sections.flatMap((section) => section.items)) {
    // Ids of a template's items are ids of items; the template's own type leaves them plain text.
    const itemId = item.id as ItemId;
    const patch = { answer: "none", identity: "certain", minutes: 3 } as const;
    must(await client.checklist.record({ dossierId, itemId, baseRevision: 0, patch }));
  }
  must(await client.screening.run({ dossierId }));
  return dossier;
}

/** A decision that stands on every case of this scene. */
export const proposal: DecisionInput = {
  outcome: "mitigate",
  reason: "条件を付して実施する。",
  departureReason: "委員会は、成果の取扱いに条件を付すことが適当と判断した。",
  conditions: "成果の再移転を禁止する。",
  dissent: "",
  reviewDay: "2027-05-31",
  decidedBy: "委員会",
  decidedDay: "2026-11-22",
  attendees: "髙﨑 𠮷、ﾀﾅｶ ﾊﾅｺ",
  recusals: "",
};

/** The case with a decision put forward and without a word of its paper written. */
export async function proposedCase(client: KuraClient): Promise<Dossier> {
  const dossier = await answeredCase(client);
  must(await client.decision.record({ dossierId: dossier.id, decision: proposal }));
  return dossier;
}
