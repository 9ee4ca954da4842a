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
  "trail-key-made",
  "reauth-failed",
  "cases-searched",
  "point-made",
  "state-restored",
  "evidence-touched",
  "custody-exported",
  "second-review-asked",
  "second-review-handed-in",
  "second-review-settled",
  "second-review-withdrawn",
  "scope-written",
  "scope-signed",
  "fast-run-begun",
  "evidence-marked",
  "case-list-exported",
  "template-copied",
  "template-imported",
  "template-published",
  "template-retired",
  "template-exported",
  "template-start-set",
  "template-upgraded",
  "questionnaire-exported",
  "questionnaire-merged",
  "questionnaire-undone",
  "profile-entry-set",
  "profile-entry-removed",
  "subject-link-set",
  "subject-link-removed",
  "sameness-judged",
  "profile-imported",
  "profile-import-undone",
  "list-made-current",
  "list-set-aside",
  "list-pack-written",
  "list-signer-accepted",
  "list-signer-forgotten",
  "hit-confirmed",
  "rescreened",
  "rescreening-seen",
  "scorecard-run",
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
  /** Id of the person; null in links from before several people could share a vault. */
  actorId: z.string().nullable(),
  /** First 16 hex digits of the SHA-256 of the public key the person then held; null where they had none yet. */
  actorKey: z.string().nullable(),
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

/** Why something leaves the vault; stands in the trail beside the export. */
export const exportPurposes = [
  "committee",
  "approver",
  "correction",
  "request",
  "handover",
  "backup",
  "enquiry",
  "other",
] as const;
export const ExportPurpose = z.enum(exportPurposes);
export type ExportPurpose = z.infer<typeof ExportPurpose>;

/** A signature over the head of the trail by the person who was at work; bytes in base64. */
export const TrailCheckpoint = z.object({
  count: z.int().positive(),
  head: Sha256,
  at: Instant,
  personId: z.string().max(64),
  personName: z.string().max(400),
  /** P-256 key as SubjectPublicKeyInfo, DER. */
  publicKey: z.base64().max(400),
  /** ECDSA with SHA-256, r and s of 32 bytes each. */
  signature: z.base64().max(200),
});
export type TrailCheckpoint = z.infer<typeof TrailCheckpoint>;

/** Where an earlier end of the trail was noted, out of reach of whoever can change the database. */
const anchorSources = ["slot-file", "this-machine", "signed-paper", "receipt", "export"] as const;
export const AnchorSource = z.enum(anchorSources);
export type AnchorSource = z.infer<typeof AnchorSource>;

/** Kinds that narrow a list of entries; null or absent members do not count. Moments are epoch milliseconds. */
export const TrailFilter = z.strictObject({
  kinds: z.array(AuditKind).max(auditKinds.length).nullable(),
  actorId: z.string().max(64).nullable(),
  /** Part of a case's number. */
  caseNumber: z.string().max(40).nullable(),
  from: Instant.nullable(),
  /** The first moment that no longer counts. */
  until: Instant.nullable(),
});
export type TrailFilter = z.infer<typeof TrailFilter>;

/** An end of the trail noted earlier. A receipt keeps the first 16 hex digits of the head alone. */
export interface TrailAnchor {
  readonly source: AnchorSource;
  readonly count: number;
  readonly head: string;
  /** Epoch milliseconds; null where the moment was not noted. */
  readonly atMs: number | null;
}

/** A trail that fell short of an anchor at an unlocking, or contradicted it; nobody has checked the trail since. */
export const TrailNotice = z.object({
  at: Instant,
  source: AnchorSource,
  /** Links the anchor speaks of, and links there were. */
  expected: z.int().nonnegative(),
  count: z.int().nonnegative(),
});
export type TrailNotice = z.infer<typeof TrailNotice>;

/**
 * What can be wrong with a trail. `deleted` leaves a gap, `cut` takes the end, `put-back` means that an older copy stands in
 * the place of the vault, `rewritten` that links were made anew with hashes that fit, so that signatures or anchors alone
 * show it.
 */
export const trailFaults = [
  "edited",
  "inserted",
  "deleted",
  "reordered",
  "emptied",
  "rewritten",
  "cut",
  "put-back",
  "checkpoint-forged",
  "signer-unknown",
  "checkpoint-missing",
] as const;
export const TrailFault = z.enum(trailFaults);
export type TrailFault = z.infer<typeof TrailFault>;

/** One thing that does not fit. */
export const TrailFinding = z.object({
  fault: TrailFault,
  /** Sequence of the first link that can no longer be vouched for. */
  brokenAt: z.int().positive(),
  /** Sequence at which it showed; the same as `brokenAt` where the link itself does not fit. */
  noticedAt: z.int().positive(),
  /** The anchor that showed it; null where the trail's own links or signatures did. */
  anchor: AnchorSource.nullable(),
});
export type TrailFinding = z.infer<typeof TrailFinding>;

/** What a check of the trail found; the first finding decides the verdict. */
export const TrailVerdict = z.object({
  verdict: z.enum(["whole", ...trailFaults]),
  /** Links that follow one another from the first one on. */
  count: z.int().nonnegative(),
  head: Sha256,
  /** The links up to this one are vouched for by a signature that holds; 0 where there is none. */
  signedCount: z.int().nonnegative(),
  findings: z.array(TrailFinding),
  /** How each anchor compares; `unknown` where the chain breaks before it. */
  anchors: z.array(
    z.object({
      source: AnchorSource,
      count: z.int().nonnegative(),
      at: Instant.nullable(),
      outcome: z.enum(["agrees", "ahead", "differs", "unknown"]),
    }),
  ),
});
export type TrailVerdict = z.infer<typeof TrailVerdict>;
