import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import { type Dossier, dossierMoves } from "../../../shared/domain/dossier.ts";
import { host } from "../../host.ts";
import { useContent } from "../../stores/content-store.ts";
import { adoptDossier } from "../../stores/dossier-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import css from "./triage.module.css";

/** Says what this app must not hold, and stops the work where it might. */
export function OutOfScope({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { about } = useContent();
  const [isStopped, setStopped] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const close = async (): Promise<void> => {
    const moved = await host.dossiers.move({ dossierId: dossier.id, to: "closed", reason: text("triage.stopReason") });
    setFault(moved.ok ? undefined : moved.error);
    if (!moved.ok) return;
    adoptDossier(moved.value);
    setStopped(false);
  };
  return (
    <>
      <Banner
        tone="warning"
        title={pick(about.outOfScope)}
        actions={
          <Button size="small" onPress={() => setStopped(true)}>
            {text("triage.mayApply")}
          </Button>
        }
      >
        {text("triage.outOfScopeText")}
      </Banner>
      <Dialog
        title={text("triage.stopTitle")}
        isOpen={isStopped}
        onClose={() => setStopped(false)}
        actions={
          <>
            <Button onPress={() => setStopped(false)}>{text("triage.stopBack")}</Button>
            {dossierMoves[dossier.state].includes("closed") && (
              <Button tone="primary" onPress={() => void close()}>
                {text("triage.stopClose")}
              </Button>
            )}
          </>
        }
      >
        {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
        <ol className={css["stop"]}>
          <li>{text("triage.stopStep1")}</li>
          <li>{text("triage.stopStep2")}</li>
          <li>{text("triage.stopStep3")}</li>
        </ol>
      </Dialog>
    </>
  );
}
