import { type ReactNode, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Sha256 } from "../../../shared/domain/ids.ts";
import type { CasePlan, VersionChoice } from "../../../shared/domain/office-template.ts";
import { host } from "../../host.ts";
import { PlanSummary } from "../../parts/templates/PlanSummary.tsx";
import { notify } from "../../stores/notice-store.ts";
import { useMayWork } from "../../stores/rights.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { HashText } from "../../ui/HashText.tsx";
import type { CaseTemplate } from "./case-sheets.ts";
import css from "./questionnaire.module.css";

interface VersionCardProps {
  readonly dossier: Dossier;
  readonly template: CaseTemplate;
  readonly onChange: () => void;
}

/** The version a case is on, those it may go on with, and what a move would do before it is done. */
export function VersionCard({ dossier, template, onChange }: VersionCardProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const mayWork = useMayWork(dossier);
  const [plan, setPlan] = useState<CasePlan & { readonly hash: Sha256 }>();
  const dossierId = dossier.id;
  async function look(hash: Sha256): Promise<void> {
    const read = await host.templates.planFor({ dossierId, hash });
    if (read.ok) setPlan({ ...read.value.plan, hash });
    else notify({ tone: "error", text: faultText(text, read.error) });
  }
  async function move(hash: Sha256, fromHash: Sha256): Promise<void> {
    const done = await host.templates.upgrade({ hash, cases: [{ dossierId, fromHash }] });
    setPlan(undefined);
    if (!done.ok) return void notify({ tone: "error", text: faultText(text, done.error) });
    notify({ tone: "success", text: text("questionnaire.moved"), undo: () => move(fromHash, hash) });
    onChange();
  }
  return (
    <Card title={text("questionnaire.version")}>
      <p className={css["line"]}>
        <strong>{text("questionnaire.versionNow")}</strong> <span>{pick(template.template.title)}</span>
        <span>{template.label}</span>
        <HashText value={template.template.hash} ends={6} />
      </p>
      {template.choices.length === 0 && <p>{text("questionnaire.noChoices")}</p>}
      <ul className={css["list"]}>
        {template.choices.map((choice) => (
          <Choice key={choice.hash} choice={choice} mayWork={mayWork} onLook={() => void look(choice.hash)} />
        ))}
      </ul>
      {plan !== undefined && (
        <Dialog
          title={text("questionnaire.plan")}
          isOpen
          onClose={() => setPlan(undefined)}
          actions={
            <>
              <Button onPress={() => setPlan(undefined)}>{text("common.cancel")}</Button>
              <Button tone="primary" onPress={() => void move(plan.hash, plan.fromHash)}>
                {text("questionnaire.move")}
              </Button>
            </>
          }
        >
          <PlanSummary plan={plan} />
        </Dialog>
      )}
    </Card>
  );
}

function Choice(props: { choice: VersionChoice; mayWork: boolean; onLook: () => void }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { choice, mayWork } = props;
  return (
    <li className={css["line"]}>
      <span>{pick(choice.title)}</span>
      <span>{choice.label}</span>
      <HashText value={choice.hash} ends={6} />
      {choice.isStart && <Badge tone="accent">{text("questionnaire.start")}</Badge>}
      {choice.isBuiltIn && <Badge>{text("templates.shipped")}</Badge>}
      {choice.wasUsed && <Badge>{text("questionnaire.wasUsed")}</Badge>}
      {mayWork && (
        <Button size="small" onPress={props.onLook}>
          {text("questionnaire.plan")}
        </Button>
      )}
    </li>
  );
}
