import { ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import type { TrailFinding } from "../../../shared/domain/audit.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Icon } from "../../ui/Icon.tsx";
import css from "./trail.module.css";
import type { TrailCheck } from "./use-trail-check.ts";

/** What a check found: every finding with what to do, and how each anchor compares. */
export function CheckOutcome({ check: { found, problem } }: { check: TrailCheck }): ReactNode {
  const text = useText();
  if (problem !== undefined) return <Banner tone="error" title={problem} isLive />;
  if (found === undefined) return null;
  const { verdict, atMs } = found;
  const time = new Date(atMs).toTimeString().slice(0, 5);
  return (
    <div className={css["outcome"]}>
      {verdict.verdict === "whole" && (
        <p className={css["whole"]} role="status">
          <Icon shape={ShieldCheck} size="small" />
          {text("trail.verdict-whole", { count: verdict.count, time })}
        </p>
      )}
      {distinct(verdict.findings).map(({ fault, brokenAt, noticedAt }) => (
        <Banner
          key={`${fault}-${brokenAt}-${noticedAt}`}
          tone="error"
          title={text(`trail.verdict-${fault}`, { at: brokenAt, noticed: noticedAt })}
          isLive
        >
          {text(`trail.advice-${fault}`)}
        </Banner>
      ))}
      {verdict.findings.some(({ anchor }) => anchor === "receipt") && <p>{text("trail.receiptMistyped")}</p>}
      {verdict.anchors.length > 0 && (
        <ul className={css["anchors"]}>
          {verdict.anchors.map(({ source, count, outcome }) => (
            <li key={`${source}-${count}`}>
              {text("trail.anchorLine", {
                name: text(`trail.anchor-${source}`),
                count,
                outcome: text(`trail.anchorOutcome-${outcome}`),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Findings that read differently: two anchors that show the same are told apart in the list of anchors below. */
function distinct(findings: readonly TrailFinding[]): TrailFinding[] {
  const bySentence = new Map(findings.map((found) => [`${found.fault} ${found.brokenAt} ${found.noticedAt}`, found]));
  return [...bySentence.values()];
}
