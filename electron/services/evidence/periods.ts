import type { Content } from "../../../shared/domain/content/content.ts";
import { ValidMonths } from "../../../shared/domain/content/evidence-policy.ts";
import type { EvidenceDetails, Validity } from "../../../shared/domain/evidence.ts";
import { validUntil } from "../../../shared/domain/evidence-age.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import type { OpenSession } from "../session.ts";
import { settingNames } from "../settings-service.ts";

/** The office's own periods, or those that ship with the app where it has set none. */
export function officePeriods(open: OpenSession, content: Pick<Content, "evidence">): ValidMonths {
  const stored = open.tables.settings.find(settingNames.evidencePeriods);
  return stored === undefined || stored === "null"
    ? content.evidence.validMonths
    : ValidMonths.parse(JSON.parse(stored));
}

/** How long a piece holds by the office's periods. */
export function validityByOffice(
  piece: Pick<EvidenceDetails, "evidenceType" | "capturedAt"> & { readonly importedAt: Instant },
  months: ValidMonths,
): Validity {
  return { until: validUntil(piece, months), by: "office" };
}
