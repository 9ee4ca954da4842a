import type { TextKey } from "../../shared/strings/text.ts";
import type { FilePurpose } from "../ports.ts";
import { evidenceExtensions } from "../security/file-rules.ts";

/** How a dialog for one purpose looks: its title and the extensions it offers (none: every file). */
export interface DialogKind {
  readonly title: TextKey;
  readonly filter?: { readonly name: TextKey; readonly extensions: readonly string[] };
}

/** Every purpose with its title and filter. A filter only helps to find the file; the engine judges its bytes. */
export const dialogKinds: Readonly<Record<FilePurpose, DialogKind>> = {
  evidence: { title: "host.dialogEvidence", filter: { name: "host.filterEvidence", extensions: evidenceExtensions } },
  "evidence-folder": { title: "host.dialogEvidenceFolder" },
  "evidence-table": { title: "host.dialogEvidenceTable", filter: { name: "host.filterCsv", extensions: ["csv"] } },
  list: {
    title: "host.dialogList",
    filter: { name: "host.filterList", extensions: ["csv", "tsv", "txt", "xlsx", "xml", "json", "ndjson", "pdf"] },
  },
  "list-difference": { title: "host.dialogListDifference", filter: { name: "host.filterCsv", extensions: ["csv"] } },
  "list-pack": { title: "host.dialogListPack", filter: { name: "host.filterListPack", extensions: ["kuralist"] } },
  "signed-pdf": { title: "host.dialogSignedPdf", filter: { name: "host.filterPdf", extensions: ["pdf"] } },
  pkcs12: { title: "host.dialogPkcs12", filter: { name: "host.filterPkcs12", extensions: ["p12", "pfx"] } },
  certificate: {
    title: "host.dialogCertificate",
    filter: { name: "host.filterCertificate", extensions: ["cer", "crt", "pem"] },
  },
  "vault-folder": { title: "host.dialogVaultFolder" },
  "new-vault-folder": { title: "host.dialogNewVaultFolder" },
  "evidence-copy": { title: "host.dialogEvidenceCopy" },
  "backup-folder": { title: "host.dialogBackupFolder" },
  "backup-to-restore": { title: "host.dialogBackupToRestore" },
  "restore-folder": { title: "host.dialogRestoreFolder" },
  "health-report": { title: "host.dialogHealthReport", filter: { name: "host.filterText", extensions: ["txt"] } },
  profile: {
    title: "host.dialogProfile",
    filter: { name: "host.filterProfile", extensions: ["csv", "tsv", "txt", "bib", "ris", "json", "jsonl"] },
  },
  "key-file": { title: "host.dialogKeyFile" },
  "new-key-file": { title: "host.dialogNewKeyFile", filter: { name: "host.filterText", extensions: ["txt"] } },
  template: { title: "host.dialogTemplate", filter: { name: "host.filterTemplate", extensions: ["json"] } },
  "template-copy": { title: "host.dialogTemplateCopy", filter: { name: "host.filterTemplate", extensions: ["json"] } },
  questionnaire: { title: "host.dialogQuestionnaire", filter: { name: "host.filterWorkbook", extensions: ["xlsx"] } },
  "questionnaire-reply": {
    title: "host.dialogQuestionnaireReply",
    filter: { name: "host.filterWorkbook", extensions: ["xlsx"] },
  },
  "report-copy": { title: "host.dialogReportCopy", filter: { name: "host.filterPdf", extensions: ["pdf"] } },
  "case-list": { title: "host.dialogCaseList", filter: { name: "host.filterTable", extensions: ["csv"] } },
  "scorecard-copy": { title: "host.dialogScorecard", filter: { name: "host.filterTable", extensions: ["csv"] } },
  "trail-copy": { title: "host.dialogTrailCopy", filter: { name: "host.filterTrail", extensions: ["csv", "json"] } },
};
