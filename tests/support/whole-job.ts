import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FilePurpose } from "../../electron/ports.ts";
import type { Report } from "../../shared/contract/calls/decision.ts";
import type { KuraClient } from "../../shared/contract/calls.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { DossierId, EvidenceId, ItemId } from "../../shared/domain/ids.ts";
import { must } from "./must.ts";
import { confirmBySecond } from "./second-person.ts";

/** Whatever engine the job is done on, and a way to answer its dialogs. */
export interface Desk {
  readonly host: KuraClient;
  /** Folder for the files that are carried in and out. */
  readonly outside: string;
  /** The next dialog of this purpose answers with this path. */
  choose(purpose: FilePurpose, path: string): void;
  readonly passphrase: string;
}

/** What stands in a text field; a name tells which. Must stay within 40 units. */
export type Say = (field: string) => string;

/** Carries a small list of invented bodies in; one of them is the subject of `openCase`. */
export async function carryListIn({ host, outside, choose }: Desk, say: Say): Promise<void> {
  const path = join(outside, "list.csv");
  const rows = Array.from({ length: 30 }, (_, n) => `架空機関${n},Fictional Body ${n},organisation,架空国`);
  rows.push("虚構工業大学,Kyoko Institute of Technology;KIT,organisation,架空国");
  writeFileSync(path, `\uFEFFname,aliases,type,country\n${rows.join("\n")}\n`);
  choose("list", path);
  const { importId, mapping } = must(await host.screening.beginImport({}));
  must(await host.screening.tryImport({ importId, layout: "csv", mapping, title: say("listTitle") }));
  const details = {
    title: say("listTitle"),
    authority: say("listAuthority"),
    effectClass: "permit_trigger" as const,
    edition: say("listEdition"),
    publishedDay: "2026-11-01",
    effectiveDay: null,
    licence: say("listLicence"),
  };
  must(await host.screening.finishImport({ importId, details }));
}

/** Opens a case on an invented university that the list of `carryListIn` names, with triage and intake. */
export async function openCase({ host }: Desk, say: Say): Promise<Dossier> {
  const dossier = must(
    await host.dossiers.create({
      kind: "institution",
      title: say("title"),
      noConflict: true,
      subject: {
        kind: "organisation",
        role: "partner",
        names: [
          { kind: "primary", text: "虚構工業大學" },
          { kind: "variant", text: say("subjectName") },
        ],
        country: say("country"),
        identifiers: [say("identifier")],
        note: say("subjectNote"),
      },
    }),
  );
  const dossierId = dossier.id;
  const triage = { techReason: say("techReason"), accessReason: say("accessReason"), depthReason: say("depthReason") };
  must(
    await host.dossiers.setTriage({
      dossierId,
      triage: { ...dossier.triage, ...triage, techTier: "T2", access: "A1" },
    }),
  );
  must(await host.dossiers.setIntake({ dossierId, field: "purpose", value: say("intake") }));
  return must(await host.dossiers.update({ dossierId, subjectIdentity: "certain" }));
}

/** Answers every item of the case in every field. */
export async function answerAll({ host }: Pick<Desk, "host">, dossierId: DossierId, say: Say): Promise<ItemId[]> {
  const { template } = must(await host.checklist.open({ dossierId }));
  const items = template.sections.flatMap((section) => section.items).map((item) => item.id as ItemId); // Ids of items.
  for (const itemId of items) {
    const patch = {
      answer: "none",
      reason: say("reason"),
      fact: say("fact"),
      explanation: say("explanation"),
      assessment: say("assessment"),
      identity: "certain" as const,
      minutes: 3,
      sources: [{ sourceType: "registry" as const, result: "nothing" as const, note: say("sourceNote") }],
    };
    must(await host.checklist.record({ dossierId, itemId, baseRevision: 0, patch }));
  }
  return items;
}

/** Takes a text file of `sizeBytes` into the case; its first line holds `say("evidenceBody")`. */
export async function takeEvidence(
  { host, outside, choose }: Desk,
  { dossierId, itemId, sizeBytes, say }: { dossierId: DossierId; itemId: ItemId; sizeBytes: number; say: Say },
): Promise<EvidenceId> {
  const path = join(outside, `${say("evidenceFile")}-${sizeBytes}.txt`);
  const line = `${say("evidenceBody")} 公開資料の写し。\n`;
  writeFileSync(path, line + "x".repeat(Math.max(0, sizeBytes - Buffer.byteLength(line))));
  choose("evidence", path);
  const details = {
    title: say("evidenceTitle"),
    evidenceType: "registry_copy" as const,
    sourceType: "registry" as const,
    reliability: "A" as const,
    origin: say("evidenceOrigin"),
    location: say("evidenceLocation"),
    capturedAt: null,
    capturedBy: say("evidenceBy"),
    note: say("evidenceNote"),
  };
  const taken = must(await host.evidence.attach({ dossierId, itemId, taskId: `take-${sizeBytes}`, details }));
  return taken.id;
}

/** Screens the case, settles its hit and records the decision. */
export async function screenAndDecide(
  { host, passphrase }: Pick<Desk, "host" | "passphrase">,
  dossierId: DossierId,
  say: Say,
): Promise<void> {
  const { hits } = must(await host.screening.run({ dossierId }));
  for (const hit of hits) {
    const note = `${say("verdict")}。所在地と英語名が公式資料と一致するため、同一の機関と判定した。`;
    must(
      await host.screening.judge({
        dossierId,
        hitId: hit.id,
        judgement: { disposition: "true_match", reason: null, note },
      }),
    );
  }
  await confirmBySecond({ host, passphrase }, dossierId);
  must(
    await host.decision.record({
      dossierId,
      decision: {
        outcome: "mitigate",
        reason: say("decisionReason"),
        departureReason: say("departure"),
        conditions: say("conditions"),
        dissent: say("dissent"),
        reviewDay: "2027-05-31",
        decidedBy: say("decidedBy"),
        decidedDay: "2026-11-22",
        attendees: say("attendees"),
        recusals: say("recusals"),
      },
    }),
  );
}

/** Writes the paper's own texts, makes a signing identity, signs and saves a copy under `name`. */
export async function signAndSave(
  { host, outside, choose, passphrase }: Desk,
  { dossierId, say, name }: { dossierId: DossierId; say: Say; name: string },
): Promise<{ report: Report; path: string }> {
  const draft = { value: say("paperValue"), law: say("paperLaw") };
  must(await host.paper.setSections({ dossierId, draft, baseRevision: 0 }));
  must(await host.identity.create({ name: say("signer"), passphrase }));
  const report = must(await host.paper.sign({ dossierId, locale: "ja", passphrase }));
  const path = join(outside, name);
  choose("report-copy", path);
  must(await host.paper.saveCopy({ dossierId, reportId: report.id, purpose: "committee", passphrase }));
  return { report, path };
}
