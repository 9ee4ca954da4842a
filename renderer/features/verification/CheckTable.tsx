import { Check, CircleHelp, X } from "lucide-react";
import type { ReactNode } from "react";
import type { VerificationResult } from "../../../shared/contract/calls/proof.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { checkTones } from "./outcome-mark.ts";
import { checkName } from "./reason-text.ts";
import css from "./verification.module.css";

const shapes = { passed: Check, failed: X, unknown: CircleHelp } as const;

/** Everything that was checked, with its outcome in a word. */
export function CheckTable({ checks }: { checks: VerificationResult["checks"] }): ReactNode {
  const text = useText();
  return (
    <Card title={text("verify.checks")} lead={text("verify.checksLead")}>
      <ul className={css["checks"]}>
        {checks.map(({ check, outcome }) => (
          <li key={check} className={css["check"]}>
            <Badge tone={checkTones[outcome]} icon={shapes[outcome]}>
              {text(`verification.outcome.${outcome}`)}
            </Badge>
            <span>
              {checkName(text, check)}
              {check === "revocation" && <span className={css["note"]}>{text("verification.note.revocation")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
