import { Check, CircleHelp, X } from "lucide-react";
import type { ReactNode } from "react";
import type { VerificationResult } from "../../../shared/contract/calls/proof.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { checkTones } from "./outcome-mark.ts";
import css from "./verification.module.css";

const shapes = { passed: Check, failed: X, unknown: CircleHelp } as const;
const outcomes = { agrees: "passed", behind: "failed", differs: "failed", "other-vault": "unknown" } as const;

/** How the vault's trail compares with the paper; says something of the vault and nothing of the paper. */
export function TrailAgreement({ trail }: { trail: VerificationResult["trail"] }): ReactNode {
  const text = useText();
  if (trail === "not-compared") return null;
  const outcome = outcomes[trail];
  return (
    <Card title={text("verify.trailCheck")}>
      <p className={css["check"]}>
        <Badge tone={checkTones[outcome]} icon={shapes[outcome]}>
          {text(`verification.outcome.${outcome}`)}
        </Badge>
        <span>{text(`verify.trail-${trail}`)}</span>
      </p>
    </Card>
  );
}
