import type { FilePurpose } from "../../electron/ports.ts";
import type { Desk } from "../support/whole-job.ts";

/** Calls whose dialog is answered with one file of the folder outside. */
const answers: Readonly<Record<string, readonly [purpose: FilePurpose, file: string]>> = {
  "evidence.saveCopy": ["evidence-copy", "copy.txt"],
  "trail.export": ["trail-copy", "trail.json"],
  "paper.saveCopy": ["report-copy", "copy.pdf"],
  "identity.saveCertificate": ["certificate", "root.pem"],
  "identity.importPkcs12": ["pkcs12", "taken.txt"],
  "verification.verify": ["signed-pdf", "paper.pdf"],
  "backup.openRestore": ["backup-to-restore", "backups"],
  "health.saveReport": ["health-report", "health.txt"],
  "vault.makeKeyFile": ["new-key-file", "kura-key.txt"],
  "vault.find": ["vault-folder", "vault"],
  "dossiers.exportList": ["case-list", "cases.csv"],
  "scorecard.export": ["scorecard-copy", "scorecard.csv"],
};

/** Answers the dialog of a call that needs no more than a place. */
export function answerPlainDialogs(desk: Desk, name: string, at: (file: string) => string): void {
  const answer = answers[name];
  if (answer !== undefined) desk.choose(answer[0], at(answer[1]));
}
