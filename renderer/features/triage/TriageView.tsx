import type { ReactNode } from "react";
import { AccessLevel, IdentityCertainty, TechTier } from "../../../shared/domain/content/vocabulary.ts";
import type { Dossier, Triage } from "../../../shared/domain/dossier.ts";
import { FieldHistory } from "../../parts/history/FieldHistory.tsx";
import { usePastWords } from "../../parts/history/value-words.ts";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { useContent } from "../../stores/content-store.ts";
import { useMayWork } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Page } from "../../ui/Page.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { DepthCard } from "./DepthCard.tsx";
import { FairnessCard } from "./FairnessCard.tsx";
import { OutOfScope } from "./OutOfScope.tsx";
import css from "./triage.module.css";
import { type TriageDesk, useTriage } from "./use-triage.ts";

/** Which technology, how much access, which circumstances; they set how deep to look. */
export function TriageView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const isReadOnly = !useMayWork(dossier);
  const desk = useTriage(dossier);
  return (
    <Page
      title={text("frame.triage")}
      lead={text("triage.lead")}
      bar={
        <Button tone="primary" onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "screening" })}>
          {text("triage.toScreening")}
        </Button>
      }
    >
      <FrozenBanner dossier={dossier} />
      {!isReadOnly && <OutOfScope dossier={dossier} />}
      <div className={css["columns"]}>
        <div className={css["main"]}>
          {desk.triageProblem !== undefined && <Banner tone="error" title={desk.triageProblem} isLive />}
          <TierCard desk={desk} isReadOnly={isReadOnly} />
          <AccessCard desk={desk} isReadOnly={isReadOnly} />
          <TriggersCard desk={desk} isReadOnly={isReadOnly} />
          <IdentityCard desk={desk} dossier={dossier} isReadOnly={isReadOnly} />
          <FairnessCard dossier={dossier} isReadOnly={isReadOnly} />
        </div>
        <div className={css["side"]}>
          <DepthCard desk={desk} dossier={dossier} isReadOnly={isReadOnly} />
        </div>
      </div>
    </Page>
  );
}

interface PartProps {
  readonly desk: TriageDesk;
  readonly isReadOnly: boolean;
}

function TierCard({ desk, isReadOnly }: PartProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { triage } = desk;
  return (
    <Card title={text("triage.tier")} lead={text("triage.tierLead")}>
      <ChoiceGroup
        label={text("triage.tier")}
        isLabelHidden
        choices={vocabulary.techTiers.map((tier) => ({
          value: tier.id,
          label: `${tier.id}  ${pick(tier.name)}`,
          help: pick(tier.test),
        }))}
        value={triage.techTier ?? undefined}
        onChange={(tier) => desk.choose({ techTier: TechTier.parse(tier) })}
        isDisabled={isReadOnly}
      />
      <p className={css["hint"]}>{text("triage.tierHint")}</p>
      <ReasonField desk={desk} field="techReason" label={text("triage.tierReason")} isReadOnly={isReadOnly} />
    </Card>
  );
}

function AccessCard({ desk, isReadOnly }: PartProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return (
    <Card title={text("triage.access")} lead={text("triage.accessLead")}>
      <ChoiceGroup
        label={text("triage.access")}
        isLabelHidden
        choices={vocabulary.accessLevels.map((level) => ({
          value: level.id,
          label: `${level.id}  ${pick(level.name)}`,
        }))}
        value={desk.triage.access ?? undefined}
        onChange={(level) => desk.choose({ access: AccessLevel.parse(level) })}
        isDisabled={isReadOnly}
      />
      <ReasonField desk={desk} field="accessReason" label={text("triage.accessReason")} isReadOnly={isReadOnly} />
    </Card>
  );
}

interface ReasonFieldProps extends PartProps {
  readonly field: "techReason" | "accessReason";
  readonly label: string;
}

function ReasonField({ desk, field, label, isReadOnly }: ReasonFieldProps): ReactNode {
  return (
    <div className={css["reason"]}>
      <TextArea
        label={label}
        rows={1}
        value={desk.triage[field]}
        onChange={(next) => desk.type({ [field]: next })}
        onCommit={desk.commit}
        commitIdleMs={desk.idleMs}
        isReadOnly={isReadOnly}
        saveState={desk.triageState}
      />
      <span className={css["past"]}>
        <Past desk={desk} field={choiceOf[field]} isReadOnly={isReadOnly} />
        <Past desk={desk} field={field} isReadOnly={isReadOnly} />
      </span>
    </div>
  );
}

/** The choice that each reason belongs to. */
const choiceOf = { techReason: "techTier", accessReason: "access" } as const;

interface PastProps extends PartProps {
  readonly field: keyof Triage;
}

function Past({ desk, field, isReadOnly }: PastProps): ReactNode {
  const words = usePastWords();
  const name = { place: "triage", rowId: field, field: "" };
  return <FieldHistory dossierId={desk.dossierId} name={name} label={words.fieldName(name)} isReadOnly={isReadOnly} />;
}

function TriggersCard({ desk, isReadOnly }: PartProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return (
    <Card title={text("triage.triggers")}>
      <CheckboxGroup
        label={text("triage.triggers")}
        isLabelHidden
        help={text("triage.triggersLead")}
        options={vocabulary.triggers.map((trigger) => ({ value: trigger.id, label: pick(trigger.name) }))}
        value={desk.triage.triggers}
        onChange={(triggers) => desk.choose({ triggers: [...triggers] })}
        isDisabled={isReadOnly}
      />
      <span className={css["past"]}>
        <Past desk={desk} field="triggers" isReadOnly={isReadOnly} />
      </span>
    </Card>
  );
}

function IdentityCard({ desk, dossier, isReadOnly }: PartProps & { readonly dossier: Dossier }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return (
    <Card title={text("triage.identity")} lead={text("triage.identityLead")}>
      <ChoiceGroup
        label={text("triage.identity")}
        isLabelHidden
        choices={vocabulary.identityCertainty.map((one) => ({ value: one.id, label: pick(one.name) }))}
        value={desk.subjectIdentity ?? dossier.subjectIdentity}
        onChange={(value) => desk.setIdentity(IdentityCertainty.parse(value))}
        isDisabled={isReadOnly}
      />
    </Card>
  );
}
