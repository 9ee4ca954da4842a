import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import { useRights } from "../../stores/rights.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import css from "./RescreeningProgress.module.css";
import { followRescreening, holdRescreening, type RescreeningShown, rescreeningStore } from "./rescreening-store.ts";

/** How far screening again is, with a way to hold it up; nothing while there is nothing to tell. */
export function RescreeningProgress(): ReactNode {
  const { may } = useRights();
  return may("read-cases") ? <Followed mayHold={may("work-on-cases")} /> : null;
}

function Followed({ mayHold }: { mayHold: boolean }): ReactNode {
  const text = useText();
  const { shown } = useStore(rescreeningStore);
  useEffect(followRescreening, []);
  return (
    <>
      {/* Said when it begins, is held up and ends; never how far it is. */}
      <VisuallyHidden>
        <span role="status">{useAnnounced(shown)}</span>
      </VisuallyHidden>
      {shown.phase !== "idle" && (
        <section className={css["rescreening"]} aria-label={text("match.rescreening")}>
          <How shown={shown} />
          {mayHold && shown.phase === "running" && (
            <Button size="small" onPress={() => void holdRescreening(true)}>
              {text("match.rescreenHold")}
            </Button>
          )}
          {mayHold && (shown.phase === "held" || shown.phase === "waiting") && (
            <Button size="small" onPress={() => void holdRescreening(false)}>
              {text("match.rescreenGoOn")}
            </Button>
          )}
        </section>
      )}
    </>
  );
}

function How({ shown }: { shown: RescreeningShown }): ReactNode {
  const text = useText();
  switch (shown.phase) {
    case "idle":
      return null;
    case "running":
    case "held": {
      const { done, total } = shown;
      const label = text(shown.phase === "held" ? "match.rescreeningHeld" : "match.rescreening");
      return <Progress label={label} done={done} total={total} detail={text("match.rescreened", { done, total })} />;
    }
    case "waiting":
      return <p>{text("match.rescreenWaiting", { count: shown.waiting })}</p>;
    case "done":
      return <p>{text("match.rescreenDone", { count: shown.total })}</p>;
  }
}

function useAnnounced(shown: RescreeningShown): string {
  const text = useText();
  switch (shown.phase) {
    case "running":
      return text("match.rescreening");
    case "held":
      return text("match.rescreeningHeld");
    case "done":
      return text("match.rescreenDone", { count: shown.total });
    case "idle":
    case "waiting":
      return "";
  }
}
