import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import { type Dossier, type DossierState, dossierMoves } from "../../../shared/domain/dossier.ts";
import { host } from "../../host.ts";
import { adoptDossier } from "../../stores/dossier-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { useMayWork } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";

/** Moves that belong to asking and waiting; the others have their own pages. */
const targets = ["in-enquiry", "awaiting-reply"] as const satisfies readonly DossierState[];

/** Where the case stands, and the moves between asking and waiting. */
export function StateCard({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const [fault, setFault] = useState<Fault>();
  const moves = useMayWork(dossier) ? targets.filter((to) => dossierMoves[dossier.state].includes(to)) : [];
  const move = async (to: DossierState): Promise<boolean> => {
    const moved = await host.dossiers.move({ dossierId: dossier.id, to, reason: "" });
    setFault(moved.ok ? undefined : moved.error);
    if (moved.ok) adoptDossier(moved.value);
    return moved.ok;
  };
  const moveWithWayBack = async (to: DossierState): Promise<void> => {
    const from = dossier.state;
    if (!(await move(to))) return;
    const hasWayBack = dossierMoves[to].includes(from);
    notify({
      tone: "success",
      text: text("enquiry.moved", { state: text(`dossier.state-${to}`) }),
      undo: hasWayBack ? async () => void (await move(from)) : undefined,
    });
  };
  return (
    <Card title={text("enquiry.state")} actions={<Badge>{text(`dossier.state-${dossier.state}`)}</Badge>}>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <p>{text(`enquiry.about-${aboutOf(dossier.state)}`)}</p>
      {moves.length > 0 && (
        <div>
          {moves.map((to) => (
            <Button key={to} onPress={() => void moveWithWayBack(to)}>
              {text(`enquiry.move-${to === "in-enquiry" && dossier.state === "awaiting-reply" ? "reply-came" : to}`)}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}

function aboutOf(state: DossierState): "draft" | "in-enquiry" | "awaiting-reply" | "later" {
  return state === "draft" || state === "in-enquiry" || state === "awaiting-reply" ? state : "later";
}
