import type { ReactNode } from "react";
import type { EvidenceStanding } from "../../../shared/domain/evidence.ts";
import { type EvidenceState, evidenceStateOn } from "../../../shared/domain/evidence-age.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";

const tones = {
  draft: "neutral",
  "in-review": "accent",
  accepted: "success",
  expired: "warning",
  superseded: "neutral",
} as const satisfies Readonly<Record<EvidenceState, string>>;

/** Where a piece stands today, as one word. */
export function StandingBadge({ standing }: { readonly standing: EvidenceStanding }): ReactNode {
  const text = useText();
  const state = evidenceStateOn(standing, dayOf(Date.now()));
  return <Badge tone={tones[state]}>{text(`custody.status-${state}`)}</Badge>;
}
