import { Maximize2, Minimize2 } from "lucide-react";
import type { ReactNode } from "react";
import { isSaturated, stopRulesFor } from "../../../shared/domain/checklist.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { toggleOneQuestion, useChecklist } from "./checklist-store.ts";
import { HowFar } from "./HowFar.tsx";
import css from "./ItemPane.module.css";
import type { ItemView } from "./item-view.ts";
import { KeyMark } from "./KeyMark.tsx";
import { RecordFields } from "./RecordFields.tsx";
import { SaveLine } from "./SaveLine.tsx";
import { SaveTrouble } from "./SaveTrouble.tsx";

/** One item: the question, why, how far, when to stop, and the record. */
export function ItemPane({ view, dossier }: { readonly view: ItemView; readonly dossier: Dossier }): ReactNode {
  return (
    <div className={css["pane"]}>
      <Head view={view} />
      <div className={css["trouble"]}>
        <SaveTrouble view={view} />
      </div>
      <div className={css["scroll"]}>
        <FrozenBanner dossier={dossier} />
        <Question view={view} />
        <HowFar view={view} />
        <StopRule view={view} />
        <RecordFields view={view} />
      </div>
    </div>
  );
}

function Head({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const { isOneQuestion } = useChecklist();
  const { item, isRequired } = view.row;
  return (
    <header className={css["head"]}>
      <span className={css["id"]}>{item.id}</span>
      {item.key && (
        <span className={css["key"]}>
          <KeyMark />
          <span aria-hidden="true">{text("checklist.keyItem")}</span>
        </span>
      )}
      {!isRequired && <Badge>{text("checklist.optionalItem")}</Badge>}
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
      {item.taskForce !== undefined && (
        <p className={css["reference"]}>{text("checklist.taskForce", { point: item.taskForce.point })}</p>
      )}
      {item.externalRef.length > 0 && (
        <p className={css["reference"]}>{text("checklist.externalRef", { refs: item.externalRef.join(", ") })}</p>
      )}
    </div>
  );
}

function StopRule({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { scoring } = useContent();
  const rules = stopRulesFor(view.row.item, scoring);
  return (
    <section className={css["part"]} aria-labelledby="stop-rule">
      <h3 className={css["title"]} id="stop-rule">
        {text("checklist.stopRule")}
      </h3>
      <p className={css["prose"]}>{pick(rules.own)}</p>
      {isSaturated(view.one.answer.sources, scoring) && (
        <Banner tone="success" title={text("checklist.saturated")} isLive />
      )}
      <Disclosure title={text("checklist.stopRulesAlways")} level={4}>
        <ol className={css["rules"]}>
          {rules.always.map((rule) => (
            <li key={rule.ja}>{pick(rule)}</li>
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}
