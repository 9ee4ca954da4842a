import { ShieldCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { TrailHead, TrailVerdict } from "../../../shared/domain/audit.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { HashText } from "../../ui/HashText.tsx";
import { Icon } from "../../ui/Icon.tsx";
import css from "./trail.module.css";

interface ProofLineProps {
  readonly head: TrailHead | undefined;
  /** The check itself leaves an entry. */
  readonly onChecked: () => void;
}

/** How the chain stands, in one line: how many entries, the hash at its end, and what a check found. */
export function ProofLine({ head, onChecked }: ProofLineProps): ReactNode {
  const text = useText();
  const [found, setFound] = useState<{ readonly verdict: TrailVerdict; readonly atMs: number }>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function check(): Promise<void> {
    setBusy(true);
    const checked = await host.trail.check({});
    setBusy(false);
    setProblem(checked.ok ? undefined : faultText(text, checked.error));
    if (!checked.ok) return;
    setFound({ verdict: checked.value, atMs: Date.now() });
    onChecked();
  }

  return (
    <section className={css["proof"]} aria-label={text("trail.proof")}>
      <div className={css["proofLine"]}>
        {head !== undefined && (
          <span className={css["head"]}>
            {text("trail.proofLine", { count: head.count })}{" "}
            <HashText value={head.head} ends={8} onCopy={(whole) => void copyText(whole)} />
          </span>
        )}
        <Verdict found={found} />
        <Button size="small" icon={ShieldCheck} isBusy={isBusy} onPress={() => void check()}>
          {text(isBusy ? "trail.checking" : "trail.check")}
        </Button>
      </div>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {found?.verdict.findings.map(({ fault, brokenAt, noticedAt }) => (
        <Banner
          key={`${fault}-${brokenAt}-${noticedAt}`}
          tone="error"
          title={text(`trail.verdict-${fault}`, { at: brokenAt, noticed: noticedAt })}
          isLive
        >
          {text(`trail.advice-${fault}`)}
        </Banner>
      ))}
    </section>
  );
}

function Verdict({ found }: { found: { verdict: TrailVerdict; atMs: number } | undefined }): ReactNode {
  const text = useText();
  if (found === undefined) return <span className={css["soft"]}>{text("trail.verdict-unknown")}</span>;
  if (found.verdict.verdict !== "whole") return null;
  const time = new Date(found.atMs).toTimeString().slice(0, 5);
  return (
    <span className={css["whole"]} role="status">
      <Icon shape={ShieldCheck} size="small" />
      {text("trail.verdict-whole", { count: found.verdict.count, time })}
    </span>
  );
}
