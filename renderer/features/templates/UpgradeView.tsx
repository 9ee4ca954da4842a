import { type ReactNode, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId, Sha256 } from "../../../shared/domain/ids.ts";
import type { CasePlan } from "../../../shared/domain/office-template.ts";
import { host } from "../../host.ts";
import { PlanSummary } from "../../parts/templates/PlanSummary.tsx";
import { notify } from "../../stores/notice-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Page } from "../../ui/Page.tsx";
import { useVersion } from "./PreviewView.tsx";

/** Moves the chosen open cases to a version, with what it does to each before it is done. */
export function UpgradeView({ hash, onBack }: { hash: Sha256; onBack: () => void }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { template } = useVersion(hash);
  const [plans, setPlans] = useState<readonly CasePlan[]>();
  const [chosen, setChosen] = useState<ReadonlySet<DossierId>>(new Set());
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    void host.templates.plans({ hash }).then((read) => (read.ok ? setPlans(read.value.cases) : setFault(read.error)));
  }, [hash]);
  async function move(): Promise<void> {
    const moving = (plans ?? []).filter((plan) => chosen.has(plan.dossierId));
    const cases = moving.map(({ dossierId, fromHash }) => ({ dossierId, fromHash }));
    const done = await host.templates.upgrade({ hash, cases });
    if (!done.ok) return setFault(done.error);
    notify({
      tone: "success",
      text: text("templates.upgraded", { count: cases.length }),
      undo: () => putBack(moving, hash),
    });
    onBack();
  }
  const toggle = (id: DossierId, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <Page
      title={text("templates.upgradeTitle")}
      lead={
        template === undefined
          ? undefined
          : text("templates.upgradeLead", { title: pick(template.title), label: template.contentVersion })
      }
      width="wide"
      actions={<Button onPress={onBack}>{text("templates.back")}</Button>}
      bar={
        <Button tone="primary" isDisabled={chosen.size === 0} onPress={() => void move()}>
          {text("templates.upgradeDo", { count: chosen.size })}
        </Button>
      }
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {plans?.length === 0 && <Banner title={text("templates.upgradeNone")} />}
      {plans?.map((plan) => (
        <Card
          key={plan.dossierId}
          title={`${plan.number} ${plan.title}`}
          lead={`${text("templates.from")}：${pick(plan.fromTitle)}（${plan.fromLabel}）`}
        >
          <Checkbox isSelected={chosen.has(plan.dossierId)} onChange={(is) => toggle(plan.dossierId, is)}>
            {text("templates.choosePlan")}
          </Checkbox>
          <PlanSummary plan={plan} />
        </Card>
      ))}
    </Page>
  );
}

/** Moves each case back to the version it was on. */
async function putBack(moved: readonly CasePlan[], hash: Sha256): Promise<void> {
  for (const [fromHash, plans] of Map.groupBy(moved, (plan) => plan.fromHash))
    await host.templates.upgrade({
      hash: fromHash,
      cases: plans.map(({ dossierId }) => ({ dossierId, fromHash: hash })),
    });
}
