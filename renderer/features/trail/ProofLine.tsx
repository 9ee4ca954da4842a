import { ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import type { TrailHead } from "../../../shared/domain/audit.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { HashText } from "../../ui/HashText.tsx";
import { CheckOutcome } from "./CheckOutcome.tsx";
import css from "./trail.module.css";
import { useTrailCheck } from "./use-trail-check.ts";

interface ProofLineProps {
  readonly head: TrailHead | undefined;
  /** How far the trail is signed, where that is known. */
  readonly signedCount?: number | undefined;
  /** Whether this person may check the trail. */
  readonly canCheck: boolean;
  /** The check itself leaves an entry. */
  readonly onChecked: () => void;
}

/** How the chain stands, in one line: how many entries, how far signed, the hash at its end, and what a check found. */
export function ProofLine({ head, signedCount, canCheck, onChecked }: ProofLineProps): ReactNode {
  const text = useText();
  const check = useTrailCheck(onChecked);
  return (
    <section className={css["proof"]} aria-label={text("trail.proof")}>
      <div className={css["proofLine"]}>
        {head !== undefined && (
          <span className={css["head"]}>
            {text("trail.proofLine", { count: head.count })}{" "}
            <HashText value={head.head} ends={8} onCopy={(whole) => void copyText(whole)} />
          </span>
        )}
        {signedCount !== undefined && <span>{text("trail.signedUpTo", { count: signedCount })}</span>}
        {canCheck && check.found === undefined && <span className={css["soft"]}>{text("trail.verdict-unknown")}</span>}
        {canCheck && (
          <Button size="small" icon={ShieldCheck} isBusy={check.isBusy} onPress={() => void check.run()}>
            {text(check.isBusy ? "trail.checking" : "trail.check")}
          </Button>
        )}
      </div>
      <CheckOutcome check={check} />
    </section>
  );
}
