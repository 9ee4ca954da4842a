import { readdirSync } from "node:fs";
import { join } from "node:path";
import { mustExist } from "../../shared/assert.ts";
import type { DossierId, EvidenceId, ReportId } from "../../shared/domain/ids.ts";
import { must } from "./must.ts";
import {
  answerAll,
  carryListIn,
  type Desk,
  openCase,
  screenAndDecide,
  signAndSave,
  takeEvidence,
} from "./whole-job.ts";

/** Stands in every field of the case that takes text. Short, so that it fits the narrowest of them. */
export const canary = "kanariaCANARY鳥籠";

/** A field's text with the canary in it. */
export const sayCanary = (field: string): string => `${canary} ${field}`.slice(0, 40);

/** What a list says is no secret of a case; it is told by another word. */
export const sayList = (field: string): string => `${field} 架空の名簿`;

/** A case worked to the end with the canary in every field, file name and file. */
export interface CanaryCase {
  readonly dossierId: DossierId;
  /** In a row, and as an object beside the database. */
  readonly evidenceIds: readonly [EvidenceId, EvidenceId];
  readonly reportId: ReportId;
}

/** Opens a case full of canaries. What follows can be done before or after it is restricted. */
export async function openCanaryCase(desk: Desk): Promise<DossierId> {
  await carryListIn(desk, sayList);
  const { id } = await openCase(desk, sayCanary);
  return id;
}

/** Answers, takes evidence in, sets a measure and a gate. */
export async function workOnCanaryCase(desk: Desk, dossierId: DossierId): Promise<CanaryCase["evidenceIds"]> {
  const { host } = desk;
  const [itemId] = await answerAll(desk, dossierId, sayCanary);
  const take = { dossierId, itemId: mustExist(itemId, "an item"), say: sayCanary };
  const small = await takeEvidence(desk, { ...take, sizeBytes: 20_000 });
  const large = await takeEvidence(desk, { ...take, sizeBytes: 900_000 });
  const { measures } = must(await host.content.get({}));
  must(
    await host.risk.setMeasure({
      dossierId,
      measure: {
        measureId: mustExist(measures.measures[0], "a measure").id,
        status: "agreed",
        owner: sayCanary("measureOwner"),
        ownerRole: "rs_officer",
        beforeStart: true,
        dueDay: "2027-03-31",
        verification: sayCanary("verification"),
        note: sayCanary("measureNote"),
      },
    }),
  );
  const gate = {
    gateId: "G7" as const,
    open: false,
    reason: `${sayCanary("gateReason")}。記録のとおり。`.padEnd(30, "。"),
  };
  must(await host.risk.setGate({ dossierId, ...gate, secondPerson: sayCanary("gateSecond") }));
  return [small, large];
}

/** Screens, decides, signs. */
export async function finishCanaryCase(desk: Desk, dossierId: DossierId): Promise<ReportId> {
  await screenAndDecide(desk, dossierId, sayCanary);
  // Who signs is known to the whole vault.
  const say = (field: string): string => (field === "signer" ? sayList(field) : sayCanary(field));
  const { report } = await signAndSave(desk, { dossierId, say, name: "paper.pdf" });
  return report.id;
}

/** The folder of the one vault below an engine's folder. */
export function vaultFolderIn(folder: string): string {
  return join(
    folder,
    mustExist(
      readdirSync(folder).find((name) => name === "vault"),
      "the vault's folder",
    ),
  );
}
