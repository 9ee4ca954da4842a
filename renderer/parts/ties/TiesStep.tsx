import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Right } from "../../../shared/domain/people.ts";
import { host } from "../../host.ts";
import { loadDossier } from "../../stores/dossier-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { useCaseRights } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DeclareConflict } from "./DeclareConflict.tsx";

/** Whoever has one of these takes part in a case, and says first whether they have ties to it. */
const takingPart: readonly Right[] = [
  "work-on-cases",
  "propose-decisions",
  "approve-decisions",
  "record-committee",
  "sign-papers",
];

/** Asks for the declaration of ties until it is given; nothing for those who only read. */
export function TiesStep({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const may = useCaseRights(dossier);
  const [isTied, setTied] = useState(false);
  const [fault, setFault] = useState<Fault>();
  if (dossier.standing.declared || dossier.kind === "self-check" || !takingPart.some(may)) return null;

  async function declareNone(): Promise<void> {
    const declared = await host.access.declare({ dossierId: dossier.id, hasConflict: false, note: "" });
    setFault(declared.ok ? undefined : declared.error);
    if (!declared.ok) return;
    await loadDossier(dossier.id);
    notify({ tone: "success", text: text("ties.noneDone") });
  }

  return (
    <>
      <Banner
        tone="info"
        title={text("ties.askTitle")}
        actions={
          <>
            <Button tone="primary" onPress={() => void declareNone()}>
              {text("ties.none")}
            </Button>
            <Button onPress={() => setTied(true)}>{text("ties.some")}</Button>
          </>
        }
      >
        {fault === undefined ? text("ties.ask") : faultText(text, fault)}
      </Banner>
      {isTied && <DeclareConflict dossierId={dossier.id} onClose={() => setTied(false)} />}
    </>
  );
}
