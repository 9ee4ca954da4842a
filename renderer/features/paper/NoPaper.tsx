import { FileText } from "lucide-react";
import type { ReactNode } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";

/** Stands where no paper can be made, and says what would change that. */
export function NoPaper({ fault, dossierId }: { fault: Fault; dossierId: DossierId }): ReactNode {
  const text = useText();
  if (fault.code === "not-scored") {
    return (
      <EmptyState icon={FileText} title={text("paperpage.selfCheck")}>
        {text("paperpage.selfCheckHint")}
      </EmptyState>
    );
  }
  if (fault.code !== "triage-missing") return <Banner tone="error" title={faultText(text, fault)} />;
  return (
    <EmptyState
      icon={FileText}
      title={text("paperpage.noTriage")}
      action={
        <Button tone="primary" onPress={() => navigate({ view: "dossier", dossierId, page: "triage" })}>
          {text("paperpage.toTriage")}
        </Button>
      }
    >
      {text("paperpage.noTriageHint")}
    </EmptyState>
  );
}
