import type { AuditKind } from "../../../shared/domain/audit.ts";

/** Groups of kinds that people look for, in the order of the filter. */
export const eventGroups = [
  "vault",
  "case",
  "checklist",
  "evidence",
  "screening",
  "risk",
  "decision",
  "signature",
] as const;
export type EventGroup = (typeof eventGroups)[number];

const groups: Readonly<Record<AuditKind, EventGroup>> = {
  "vault-created": "vault",
  "vault-unlocked": "vault",
  "vault-locked": "vault",
  "unlock-failed": "vault",
  "passphrase-changed": "vault",
  "settings-changed": "vault",
  "dossier-created": "case",
  "dossier-read": "case",
  "dossier-changed": "case",
  "dossier-moved": "case",
  "triage-changed": "case",
  "subject-added": "case",
  "subject-changed": "case",
  "subject-removed": "case",
  "answer-recorded": "checklist",
  "source-checked": "checklist",
  "evidence-added": "evidence",
  "evidence-changed": "evidence",
  "evidence-removed": "evidence",
  "evidence-checked": "evidence",
  "evidence-exported": "evidence",
  "list-imported": "screening",
  "screening-run": "screening",
  "hit-judged": "screening",
  "gate-set": "risk",
  "measure-set": "risk",
  "measure-removed": "risk",
  "paper-changed": "decision",
  "decision-recorded": "decision",
  "identity-created": "signature",
  "identity-imported": "signature",
  "report-signed": "signature",
  "report-exported": "signature",
  "certificate-exported": "signature",
  "pdf-verified": "signature",
  "trail-checked": "vault",
  "root-trusted": "vault",
  "root-forgotten": "vault",
};

/** The group a kind of event belongs to. */
export function groupOf(kind: AuditKind): EventGroup {
  return groups[kind];
}
