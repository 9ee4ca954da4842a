import type { ReactNode } from "react";
import { Depth, nameOf } from "../../../shared/domain/content/vocabulary.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { depthRank } from "../../../shared/domain/risk/depth.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import css from "./triage.module.css";
import { lacksReason, reasonShortBy } from "./triage-draft.ts";
import type { TriageDesk } from "./use-triage.ts";

interface DepthCardProps {
  readonly desk: TriageDesk;
  readonly dossier: Dossier;
  readonly isReadOnly: boolean;
}

/** The depth the rules give and why, and another one with its reason. */
export function DepthCard({ desk, dossier, isReadOnly }: DepthCardProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { triage, ruled } = desk;
  const name = (depth: Depth): string => pick(nameOf(vocabulary, "depths", depth));
  return (
    <Card title={text("triage.depth")}>
      <div className={css["result"]} aria-live="polite">
        <p className={css["depth"]}>{name(triage.depthChosen ?? ruled.depth)}</p>
        <Budget depth={triage.depthChosen ?? ruled.depth} />
        <Why desk={desk} />
      </div>
      <ChoiceGroup
        label={text("triage.depthChoice")}
        choices={[
          { value: "rule", label: text("triage.followRule", { depth: name(ruled.depth) }) },
          ...Depth.options.map((depth) => ({ value: depth, label: name(depth) })),
        ]}
        value={triage.depthChosen ?? "rule"}
        onChange={(value) => desk.choose({ depthChosen: Depth.options.find((depth) => depth === value) ?? null })}
        isDisabled={isReadOnly}
      />
      {triage.depthChosen !== null && <Reason desk={desk} isReadOnly={isReadOnly} />}
      {dossier.depth !== (triage.depthChosen ?? ruled.depth) && (
        <p className={css["hint"]}>{text("triage.inForce", { depth: name(dossier.depth) })}</p>
      )}
    </Card>
  );
}

function Budget({ depth }: { readonly depth: Depth }): ReactNode {
  const text = useText();
  const { vocabulary } = useContent();
  const entry = vocabulary.depths.find((one) => one.id === depth);
  if (entry === undefined) return null;
  const { timeBudgetMinutes: minutes, lookbackYears: years } = entry;
  return (
    <p className={css["hint"]}>
      {years === null ? text("triage.budgetWhole", { minutes }) : text("triage.budget", { minutes, years })}
    </p>
  );
}

function Why({ desk }: { readonly desk: TriageDesk }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { ruled, triage } = desk;
  const isHalf = triage.techTier === null || triage.access === null;
  return (
    <div className={css["why"]}>
      <p className={css["whyTitle"]}>{text("triage.whyDepth")}</p>
      <ul className={css["rules"]}>
        {ruled.isFromFindings && <li>{text("triage.fromFindings")}</li>}
        {ruled.rules.map((rule) => (
          <li key={rule.id}>{pick(rule.text)}</li>
        ))}
        {isHalf && <li>{text("triage.half")}</li>}
      </ul>
    </div>
  );
}

function Reason({ desk, isReadOnly }: Omit<DepthCardProps, "dossier">): ReactNode {
  const text = useText();
  const { triage, ruled } = desk;
  const isBelow = triage.depthChosen !== null && depthRank(triage.depthChosen) < depthRank(ruled.depth);
  const isHeld = lacksReason(triage, ruled.depth);
  return (
    <TextArea
      label={text("triage.depthReason")}
      help={isBelow ? text("triage.depthReasonHelp") : undefined}
      necessity={isBelow ? "required" : "optional"}
      rows={2}
      value={triage.depthReason}
      onChange={(depthReason) => desk.type({ depthReason })}
      onCommit={desk.commit}
      commitIdleMs={desk.idleMs}
      isReadOnly={isReadOnly}
      saveState={desk.triageState}
      error={isHeld ? text("triage.depthHeld", { short: reasonShortBy(triage.depthReason) }) : undefined}
    />
  );
}
