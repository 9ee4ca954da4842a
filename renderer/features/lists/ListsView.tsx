import { FileUp, PackageOpen } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import { host, onEvent } from "../../host.ts";
import { useRights } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { DifferencePage } from "./DifferencePage.tsx";
import { EditionPage } from "./EditionPage.tsx";
import { ImportSteps } from "./ImportSteps.tsx";
import { importProblem } from "./import-problem.ts";
import { ListCard } from "./ListCard.tsx";
import { goToLists, groupLists, listsStore, loadEditions } from "./lists-store.ts";
import { PackPage } from "./PackPage.tsx";
import { PackSigners } from "./PackSigners.tsx";

/** Every list with its editions, what is inside them and how they differ, and the ways to carry in others. */
export function ListsView(): ReactNode {
  const { editions, place } = useStore(listsStore);
  useEffect(() => {
    void loadEditions();
    return onEvent("lists.changed", () => void loadEditions());
  }, []);
  const back = (): void => {
    goToLists({ at: "lists" });
    void loadEditions();
  };
  switch (place.at) {
    case "lists":
      return <Overview />;
    case "import":
      return <ImportSteps preview={place.preview} editions={editions ?? []} onEnd={back} />;
    case "edition":
      return <EditionPage edition={place.edition} onBack={back} />;
    case "difference":
      return <DifferencePage {...place} editions={editions ?? []} onBack={back} />;
    case "pack":
      return <PackPage key={place.look.packId} look={place.look} onBack={back} />;
  }
}

function Overview(): ReactNode {
  const text = useText();
  const { may } = useRights();
  const { editions, fault } = useStore(listsStore);
  const work = useOpening();
  const canImport = may("import-lists");
  const add = canImport && (
    <Button tone="primary" icon={FileUp} isBusy={work.isBusy} onPress={() => void work.beginImport()}>
      {text("lists.import")}
    </Button>
  );
  const open = canImport && (
    <Button icon={PackageOpen} isDisabled={work.isBusy} onPress={() => void work.openPack()}>
      {text("lists.openPack")}
    </Button>
  );
  return (
    <Page
      title={text("lists.title")}
      lead={text("lists.lead")}
      width="wide"
      actions={
        <>
          {open}
          {add}
        </>
      }
    >
      {work.problem !== undefined && <Banner tone="error" title={work.problem} isLive />}
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      {editions?.length === 0 && (
        <EmptyState icon={FileUp} title={text("lists.none")} action={add}>
          {canImport && text("lists.noneHint")}
        </EmptyState>
      )}
      {groupLists(editions ?? []).map((group) => (
        <ListCard key={group.title} group={group} canChange={canImport} onProblem={work.setProblem} />
      ))}
      <PackSigners canChange={canImport} />
    </Page>
  );
}

/** The two ways in: a list's own file, and a signed pack. */
function useOpening() {
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const begin = (): void => {
    setBusy(true);
    setProblem(undefined);
  };
  return {
    isBusy,
    problem,
    setProblem,
    beginImport: async (): Promise<void> => {
      begin();
      const begun = await host.screening.beginImport({});
      setBusy(false);
      if (begun.ok) goToLists({ at: "import", preview: begun.value });
      else if (begun.error.code !== "cancelled") setProblem(importProblem(text, begun.error));
    },
    openPack: async (): Promise<void> => {
      begin();
      const opened = await host.lists.openPack({});
      setBusy(false);
      if (opened.ok) goToLists({ at: "pack", look: opened.value });
      else if (opened.error.code !== "cancelled") setProblem(faultText(text, opened.error));
    },
  };
}
