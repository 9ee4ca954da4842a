import { Maximize2, Minimize2 } from "lucide-react";
import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { toggleOneQuestion, useChecklist } from "./checklist-store.ts";
import { HowFar } from "./HowFar.tsx";
import css from "./ItemPane.module.css";
import type { ItemView } from "./item-view.ts";
import { KeyMark } from "./KeyMark.tsx";
import { RecordFields } from "./RecordFields.tsx";
import { SaveLine } from "./SaveLine.tsx";
import { SaveTrouble } from "./SaveTrouble.tsx";
import { ShownWhy } from "./ShownWhy.tsx";
import { StandingBadges } from "./StandingBadges.tsx";
import { StopRule } from "./StopRule.tsx";
import type { Desk } from "./use-checklist-commands.ts";

/** One item: the question, why, how far, when to stop, and the record. */
export function ItemPane({ desk, dossier }: { readonly desk: Desk; readonly dossier: Dossier }): ReactNode {
  const { view } = desk;
  return (
    <div className={css["pane"]}>
      <Head view={view} />
      <div className={css["trouble"]}>
        <SaveTrouble view={view} />
      </div>
      <div className={css["scroll"]}>
        <FrozenBanner dossier={dossier} />
        {view.row.isHidden && <ShownWhy view={view} />}
        <Question view={view} />
        <HowFar view={view} />
        <StopRule desk={desk} />
        <RecordFields view={view} />
      </div>
    </div>
  );
}

function Head({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const { isOneQuestion } = useChecklist();
  const { item, isRequired, isHidden } = view.row;
  return (
    <header className={css["head"]}>
      <span className={css["id"]}>{item.id}</span>
      {item.key && (
        <span className={css["key"]}>
          <KeyMark />
          <span aria-hidden="true">{text("checklist.keyItem")}</span>
        </span>
      )}
      {!isRequired && !isHidden && <Badge>{text("checklist.optionalItem")}</Badge>}
      {isHidden && <Badge>{text("checklist.hiddenItem")}</Badge>}
      <StandingBadges view={view} />
      <span className={css["save"]}>
        <SaveLine work={view.work} />
      </span>
      <Button
        tone="quiet"
        size="small"
        icon={isOneQuestion ? Minimize2 : Maximize2}
        shortcut="F"
        onPress={toggleOneQuestion}
      >
        {text(isOneQuestion ? "checklist.allColumns" : "checklist.oneQuestion")}
      </Button>
    </header>
  );
}

function Question({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { item } = view.row;
  return (
    <div className={css["question"]}>
      <h2 className={css["heading"]} tabIndex={-1} data-place="heading">
        {pick(item.question)}
      </h2>
      <p className={css["why"]}>
        <span className={css["label"]}>{text("checklist.why")}</span>
        {pick(item.why)}
      </p>
      {!view.row.isHidden && <ShownWhy view={view} />}
      {item.taskForce !== undefined && (
        <p className={css["reference"]}>{text("checklist.taskForce", { point: item.taskForce.point })}</p>
      )}
      {item.externalRef.length > 0 && (
        <p className={css["reference"]}>{text("checklist.externalRef", { refs: item.externalRef.join(", ") })}</p>
      )}
    </div>
  );
}
