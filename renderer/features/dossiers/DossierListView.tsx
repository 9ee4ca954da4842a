import { FolderPlus } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { WaitingKind } from "../../../shared/domain/desk/waiting.ts";
import { useRights } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { CaseTable } from "./CaseTable.tsx";
import { narrow } from "./case-filter-store.ts";
import { MeasureTable } from "./MeasureTable.tsx";

const kinds = ["cases", "measures"] as const;

/** Every case, and every measure that is due. `waiting` narrows the cases to those in which this waits. */
export function DossierListView({ waiting }: { waiting?: WaitingKind | undefined }): ReactNode {
  const text = useText();
  const { may } = useRights();
  const [kind, setKind] = useState<(typeof kinds)[number]>("cases");
  useEffect(() => {
    if (waiting !== undefined) narrow({ waiting });
  }, [waiting]);
  return (
    <Page
      title={text("dossiers.title")}
      width="wide"
      {...(may("work-on-cases") && {
        actions: (
          <Button tone="primary" icon={FolderPlus} onPress={() => navigate({ view: "new-dossier" })}>
            {text("dossiers.new")}
          </Button>
        ),
      })}
    >
      <Tabs
        label={text("desk.tabs")}
        selected={kind}
        onSelect={setKind}
        tabs={[
          { id: "cases", label: text("desk.tabCases"), content: <CaseTable /> },
          { id: "measures", label: text("desk.tabMeasures"), content: <MeasureTable /> },
        ]}
      />
    </Page>
  );
}
