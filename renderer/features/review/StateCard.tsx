import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import { type Dossier, dossierMoves } from "../../../shared/domain/dossier.ts";
import { host } from "../../host.ts";
import { adoptDossier } from "../../stores/dossier-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { useCaseRights } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, textNow, useText } from "../../stores/text.ts";
import { AlertDialog } from "../../ui/AlertDialog.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Link } from "../../ui/Link.tsx";
import { ReopenDialog } from "./ReopenDialog.tsx";
import { type Move, movesFrom } from "./review-plan.ts";
import css from "./StateCard.module.css";

/** The state of the case, what it means, and the moves allowed from it. */
export function StateCard({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const [asked, setAsked] = useState<Move>();
  const { fault, move } = useMove(dossier);
  const mayWork = useCaseRights(dossier)("work-on-cases");
  const press = (one: Move): void => {
    // Closing freezes the case and reopening needs a reason, so both ask first; all else can be taken back.
    if (one.needsReason || one.to === "closed") setAsked(one);
    else void move(one);
  };
  const stop = (): void => setAsked(undefined);
  return (
    <Card title={text("review.stateTitle")}>
      <div>
        <p className={css["state"]}>{text(`dossier.state-${dossier.state}`)}</p>
        <p className={css["about"]}>{text(`review.about-${dossier.state}`)}</p>
      </div>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {mayWork && (
        <div className={css["moves"]}>
          <h3 className={css["title"]}>{text("review.movesTitle")}</h3>
          <div className={css["buttons"]}>
            {movesFrom(dossier).map((one) => (
              <Button key={one.to} onPress={() => press(one)}>
                {text(`review.move-${one.kind}`)}
              </Button>
            ))}
          </div>
          {dossierMoves[dossier.state].includes("proposed") && dossier.kind !== "self-check" && (
            <p className={css["hint"]}>
              {text("review.decideHint")}{" "}
              <Link onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "decision" })}>
                {text("review.toDecision")}
              </Link>
            </p>
          )}
        </div>
      )}
      {asked?.needsReason === true && <ReopenDialog dossier={dossier} move={asked} onClose={stop} />}
      <AlertDialog
        title={text("review.closeTitle", { title: dossier.title })}
        isOpen={asked?.to === "closed"}
        tone="primary"
        confirmLabel={text("review.move-closed")}
        onConfirm={() => {
          if (asked !== undefined) void move(asked);
          stop();
        }}
        onCancel={stop}
      >
        {dossier.decisions === 0 && dossier.kind !== "self-check" && <p>{text("review.closeUndecided")}</p>}
        <p>{text("review.closeText")}</p>
      </AlertDialog>
    </Card>
  );
}

/** Moves the case; a move that can be taken back offers to. */
function useMove(dossier: Dossier): { fault: Fault | undefined; move: (to: Move) => Promise<void> } {
  const [fault, setFault] = useState<Fault>();
  const dossierId = dossier.id;
  const from = dossier.state;
  return {
    fault,
    async move({ to, isReversible }) {
      const moved = await host.dossiers.move({ dossierId, to, reason: "" });
      setFault(moved.ok ? undefined : moved.error);
      if (!moved.ok) return;
      adoptDossier(moved.value);
      const undo = async (): Promise<void> => {
        const back = await host.dossiers.move({ dossierId, to: from, reason: "" });
        if (back.ok) adoptDossier(back.value);
        else setFault(back.error);
      };
      const text = textNow();
      notify({
        tone: "success",
        text: text("review.moved", { state: text(`dossier.state-${to}`) }),
        ...(isReversible && { undo }),
      });
    },
  };
}
