import { z } from "zod";
import { Sha256 } from "./ids.ts";
import { Instant } from "./time.ts";

/** The kinds of event that leave a trace. The order is history; kinds are added, never renamed. */
export const auditKinds = [
  "vault-created",
  "vault-unlocked",
  "vault-locked",
  "unlock-failed",
  "passphrase-changed",
  "settings-changed",
  "dossier-created",
  "dossier-read",
  "dossier-changed",
  "dossier-moved",
  "triage-changed",
  "subject-added",
  "subject-changed",
  "subject-removed",
  "answer-recorded",
  "source-checked",
  "evidence-added",
  "evidence-changed",
  "evidence-removed",
  "evidence-checked",
  "evidence-exported",
  "list-imported",
  "screening-run",
  "hit-judged",
  "gate-set",
  "measure-set",
  "measure-removed",
  "paper-changed",
  "decision-recorded",
  "identity-created",
  "identity-imported",
  "report-signed",
  "report-exported",
  "certificate-exported",
  "pdf-verified",
  "trail-checked",
  "root-trusted",
  "root-forgotten",
  "person-added",
  "person-changed",
  "person-revoked",
  "vault-key-rotated",
  "access-restricted",
  "access-opened",
  "access-granted",
  "access-withdrawn",
  "conflict-declared",
  "no-conflict-declared",
  "call-refused",
  "decision-approved",
  "decision-returned",
  "committee-recorded",
  "report-countersigned",
  "field-revealed",
  "field-copied",
  "backup-made",
  "backup-failed",
  "vault-restored",
  "recovery-kit-made",
  "recovery-rehearsed",
  "recovery-used",
  "trail-exported",
  "trail-behind-anchor",
  "health-checked",
] as const;
export const AuditKind = z.enum(auditKinds);
export type AuditKind = z.infer<typeof AuditKind>;

/** Ids, codes and numbers only: a trail that held dossier text could not outlive its deletion. */
export const AuditDetails = z.record(z.string().max(40), z.union([z.string().max(80), z.number(), z.boolean()]));
export type AuditDetails = z.infer<typeof AuditDetails>;

/** One link of the chain. `hash` covers every other field and the previous link's hash. */
export const AuditEntry = z.object({
  /** From 1, without gaps. */
  sequence: z.int().positive(),
  at: Instant,
  /** Name of the person as it stood then. */
  actor: z.string(),
  kind: AuditKind,
  /** The dossier concerned, where there is one. */
  dossierId: z.string().nullable(),
  details: AuditDetails,
  previousHash: Sha256,
  hash: Sha256,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What stands before the first link. */
export const genesisHash = "0".repeat(64);

/** The end of the chain: how many links and the last one's hash. */
export const TrailHead = z.object({ count: z.int().nonnegative(), head: Sha256 });
export type TrailHead = z.infer<typeof TrailHead>;

/** What a check of the chain found; the first broken link decides. */
export const TrailVerdict = z.object({
  verdict: z.enum(["whole", "altered", "gap", "cut"]),
  count: z.int().nonnegative(),
  head: Sha256,
  /** Sequence of the first link that does not fit. */
  brokenAt: z.int().positive().nullable(),
});
export type TrailVerdict = z.infer<typeof TrailVerdict>;
