import { type ReactNode, useEffect } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { onEvent } from "../../host.ts";
import { beforeLock } from "../../stores/hand-in.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { flushChecklist, openChecklist, refreshChecklist, useChecklist } from "./checklist-store.ts";
import { keepUnsent } from "./unsent.ts";
import { Workbench } from "./Workbench.tsx";

/** The checklist of one dossier: the list, one item, and what belongs to it. */
export function ChecklistView({ dossier, itemId }: { dossier: Dossier; itemId: string | undefined }): ReactNode {
  const text = useText();
  const { template, fault, dossierId } = useChecklist();
  useEffect(() => keepChecklist(dossier.id), [dossier.id]);
  if (fault !== undefined && template === undefined) {
    return (
      <Page title={text("frame.checklist")}>
        <Banner
          tone="error"
          title={text("checklist.loadFailed")}
          actions={<Button onPress={() => void refreshChecklist()}>{text("common.retry")}</Button>}
        >
          {faultText(text, fault)}
        </Banner>
      </Page>
    );
  }
  if (template === undefined || dossierId !== dossier.id) {
    return (
      <Page title={text("frame.checklist")}>
        <Skeleton lines={6} />
      </Page>
    );
  }
  return <Workbench dossier={dossier} template={template} itemId={itemId} />;
}

/** Other windows may write many answers in a row; one reading after the last will do. Milliseconds. */
const refreshPauseMs = 400;

/** Keeps the checklist open and fresh until the returned function is called; stores what is entered before it goes. */
function keepChecklist(dossierId: DossierId): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsent: ReturnType<typeof keepUnsent> | undefined;
  let isGone = false;
  void openChecklist(dossierId).then(() => {
    if (!isGone) unsent = keepUnsent(dossierId);
  });
  const stopEvents = onEvent("dossier.changed", (event) => {
    if (event.dossierId !== dossierId) return;
    clearTimeout(timer);
    timer = setTimeout(() => void refreshChecklist(), refreshPauseMs);
  });
  const stopLock = beforeLock(async (leaving) => {
    if (leaving) {
      void unsent?.keep(true);
      void flushChecklist();
      return;
    }
    await flushChecklist();
    await unsent?.keep(false);
  });
  return () => {
    isGone = true;
    clearTimeout(timer);
    unsent?.stop();
    stopLock();
    stopEvents();
    void flushChecklist();
  };
}
