import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { IconShape } from "../../ui/Icon.tsx";

interface UnscoredProps {
  readonly dossier: Dossier;
  readonly fault: Fault;
  /** The page it stands on: each says in its own words what it waits for. */
  readonly page: "assessment" | "measures" | "decision";
  readonly icon: IconShape;
}

/** Why a page that rests on the assessment has nothing to show yet, and the way on. */
export function Unscored({ dossier, fault, page, icon }: UnscoredProps): ReactNode {
  const text = useText();
  const go = (to: "triage" | "checklist"): void => navigate({ view: "dossier", dossierId: dossier.id, page: to });
  if (fault.code === "triage-missing") {
    const action = (
      <Button tone="primary" onPress={() => go("triage")}>
        {text("risk.toTriage")}
      </Button>
    );
    return (
      <EmptyState icon={SlidersHorizontal} title={text(`risk.triageMissingTitle-${page}`)} action={action}>
        {text(`risk.triageMissingText-${page}`)}
      </EmptyState>
    );
  }
  if (fault.code === "not-scored") {
    const action = <Button onPress={() => go("checklist")}>{text("risk.toChecklist")}</Button>;
    return (
      <EmptyState icon={icon} title={text(`risk.notScoredTitle-${page}`)} action={action}>
        {text(`risk.notScoredText-${page}`)}
      </EmptyState>
    );
  }
  return <Banner tone="error" title={faultText(text, fault)} />;
}
