import type { AuditDetails } from "../../shared/domain/audit.ts";
import type { CaseSeals } from "../vault/vault.ts";

/** Details that say which thing of a case was touched and by what rule, and nothing of what it holds. */
const plainDetails = new Set([
  "act",
  "decision",
  "evidence",
  "fingerprint",
  "from",
  "hit",
  "integrity",
  "number",
  "person",
  "purpose",
  "readers",
  "revision",
  "right",
  "rule",
  "subject",
  "to",
  "version",
]);

/** Details that are hashes of content: whoever has the content could tell that it is this case's. */
const hashDetails = new Set(["custody", "file", "sha256", "snapshot"]);

/**
 * What the trail, which more people read than the case, may say of an event in it. Of a restricted case: ids, numbers, states
 * and codes that only its readers can compare; everything else is left out, and `restricted` says so.
 */
export function traceable(cases: CaseSeals, dossierId: string | null, details: AuditDetails): AuditDetails {
  if (dossierId === null || !cases.isRestricted(dossierId)) return details;
  const kept = Object.entries(details).flatMap(([name, value]): [string, AuditDetails[string]][] => {
    if (plainDetails.has(name)) return [[name, value]];
    // Nobody without the key gets far enough to hash content; a refusal at the case's door has no hash in it.
    return hashDetails.has(name) ? [[name, cases.traceOf(dossierId, String(value))]] : [];
  });
  return { ...Object.fromEntries(kept), restricted: true };
}
