import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KuraClient } from "../../shared/contract/calls.ts";
import { EvidenceType } from "../../shared/domain/content/vocabulary.ts";
import type { EvidenceDetails } from "../../shared/domain/evidence.ts";
import { type DossierId, type EvidenceId, type ItemId, Sha256 } from "../../shared/domain/ids.ts";
import type { Desk } from "../support/whole-job.ts";

const carriage = { medium: "usb", machine: "閲覧用端末 3", carriedBy: "葛󠄀城 ﾊﾅｺ" } as const;

/** Seven months for every kind of evidence. */
const months = Object.fromEntries(EvidenceType.options.map((type) => [type, 7])) as Record<EvidenceType, number>; // every kind is there

const droppedBytes = Buffer.from("窓に落とした公開資料の写し\n");

function sha256Of(bytes: Uint8Array): Sha256 {
  return Sha256.parse(createHash("sha256").update(bytes).digest("hex"));
}

/** One request for each call of the area. */
type IntakeExamples = { readonly [V in keyof KuraClient["intake"]]: Parameters<KuraClient["intake"][V]>[0] };

/** What the examples are about. */
interface IntakeScene {
  readonly dossierId: DossierId;
  readonly itemId: ItemId;
  readonly evidenceId: EvidenceId;
  readonly details: EvidenceDetails;
  readonly passphrase: string;
}

/** Requests for the ways in, for custody and for periods; the evidence's revision is 1 before and 2 after. */
export function intakeExamples({ dossierId, itemId, evidenceId, details, passphrase }: IntakeScene): IntakeExamples {
  const one = { dossierId, evidenceId };
  const arriving = { dossierId, itemId, details, status: "draft" as const, carriage };
  return {
    choose: { ...arriving, taskId: "intake-1" },
    folder: { ...arriving, taskId: "intake-2" },
    begin: {
      ...arriving,
      taskId: "intake-3",
      way: "drop",
      name: "落とした写し.txt",
      sizeBytes: droppedBytes.length,
      writtenMs: 1_790_000_000_000,
    },
    append: { taskId: "intake-3", offset: 0, data: droppedBytes.toString("base64") },
    finish: { taskId: "intake-3", sha256: sha256Of(droppedBytes) },
    abort: { taskId: "intake-3" },
    settle: { dossierId, heldId: "0".repeat(32), how: "link" },
    custody: one,
    setStanding: {
      ...one,
      revision: 1,
      status: "in-review",
      supersededBy: null,
      validity: { until: "2027-03-31", by: "hand" },
      carriage,
      why: "原本を照会中",
    },
    periods: {},
    setPeriods: { months },
    applyPeriods: { dossierId },
    saveTable: { dossierId, table: "register", locale: "ja", purpose: "committee", passphrase },
  };
}

/** Puts a path before every dialog that a call of this area may show. */
export function answerIntakeDialogs(desk: Desk, name: string): void {
  const at = (file: string): string => join(desk.outside, file);
  if (name === "intake.choose") {
    writeFileSync(at("chosen.txt"), "選んだ公開資料の写し\n");
    desk.choose("evidence", at("chosen.txt"));
  }
  if (name === "intake.folder") {
    mkdirSync(at("carried"), { recursive: true });
    writeFileSync(join(at("carried"), "持ち込んだ写し.txt"), "持ち込んだ公開資料の写し\n");
    desk.choose("evidence-folder", at("carried"));
  }
  if (name === "intake.saveTable") desk.choose("evidence-table", at("register.csv"));
}
