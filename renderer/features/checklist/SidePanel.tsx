import type { ReactNode } from "react";
import type { Missing } from "../../../shared/domain/checklist.ts";
import { minutesOf } from "../../../shared/domain/checklist.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { missingPhrase, placeOf } from "../../parts/enough/missing-words.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Link } from "../../ui/Link.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { useChecklist } from "./checklist-store.ts";
import { EvidencePart } from "./EvidencePart.tsx";
import type { ItemView } from "./item-view.ts";
import { shownAnswer } from "./item-work.ts";
import css from "./SidePanel.module.css";
import { clockText } from "./time-spent.ts";
import type { Desk } from "./use-checklist-commands.ts";
import { toggleTimer, useClock, useTimerOff } from "./use-item-timer.ts";

interface SidePanelProps {
  readonly desk: Desk;
  readonly template: Template;
  readonly dossier: Dossier;
}

/** What is missing, the evidence, the factors the item feeds, and the time it takes. */
export function SidePanel({ desk, template, dossier }: SidePanelProps): ReactNode {
  return (
    <div className={css["panel"]}>
      <EnoughPart desk={desk} />
      <EvidencePart desk={desk} dossier={dossier} />
      {template.answerScale === "risk" && <FactorPart view={desk.view} />}
      <TimePart view={desk.view} template={template} dossier={dossier} />
    </div>
  );
}

function EnoughPart({ desk }: { readonly desk: Desk }): ReactNode {
  const text = useText();
  const { missing, done, needed } = desk.view.enough;
  return (
    <section className={css["part"]}>
      <h2 className={css["title"]}>{text("checklist.enoughTitle")}</h2>
      <Meter
        label={text("checklist.enoughTitle")}
        isLabelHidden
        value={done}
        max={needed}
        words={
          missing.length === 0 ? text("checklist.enough") : text("checklist.lackingCount", { count: needed - done })
        }
      />
      {missing.length > 0 && (
        <ul className={css["missing"]}>
          {missing.map((one) => (
            <li key={one.code}>
              <MissingLink missing={one} desk={desk} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function MissingLink({ missing, desk }: { readonly missing: Missing; readonly desk: Desk }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const words = missingPhrase(missing, { text, pick, vocabulary });
  const place = placeOf(missing);
  if (desk.view.isReadOnly) return words;
  return <Link onPress={() => (place === "evidence" ? desk.attach() : desk.focus(place))}>{words}</Link>;
}

function FactorPart({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { factors } = useContent();
  const { primary, supporting } = view.row.item.factors;
  const entries = [
    ...primary.map((id) => ({ id, isPrimary: true })),
    ...supporting.map((id) => ({ id, isPrimary: false })),
  ];
  return (
    <section className={css["part"]}>
      <h2 className={css["title"]}>{text("checklist.factors")}</h2>
      {entries.length === 0 && <p className={css["quiet"]}>{text("checklist.noFactors")}</p>}
      <ul className={css["factors"]}>
        {entries.map(({ id, isPrimary }) => {
          const factor = factors.factors.find((one) => one.id === id);
          return factor === undefined ? null : (
            <li key={id} className={css["factor"]} title={pick(factor.desc)}>
              <span>{pick(factor.name)}</span>
              <Badge tone={isPrimary ? "accent" : "neutral"}>
                {text(isPrimary ? "checklist.factorPrimary" : "checklist.factorSupporting")}
              </Badge>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface TimePartProps {
  readonly view: ItemView;
  readonly template: Template;
  readonly dossier: Dossier;
}

function TimePart({ view, template, dossier }: TimePartProps): ReactNode {
  const text = useText();
  const { vocabulary } = useContent();
  const { items } = useChecklist();
  const answers = Object.values(items).map((work) => shownAnswer(work));
  const { plannedMinutes, usedMinutes, budgetMinutes } = minutesOf(template, dossier.depth, answers, vocabulary);
  const perItem = vocabulary.depths.find((entry) => entry.id === dossier.depth)?.planningMinutesPerItem ?? 0;
  return (
    <section className={css["part"]}>
      <h2 className={css["title"]}>{text("checklist.time")}</h2>
      <dl className={css["times"]}>
        <dt>{text("checklist.timeItem")}</dt>
        <dd>{text("checklist.timeItemWords", { used: view.one.answer.minutes, planned: perItem })}</dd>
        <dt>{text("checklist.timeCase")}</dt>
        <dd>
          {text("checklist.timeCaseWords", { used: usedMinutes, planned: plannedMinutes, budget: budgetMinutes })}
        </dd>
      </dl>
      {!view.isReadOnly && <Clock view={view} />}
      {usedMinutes > budgetMinutes && <p className={css["quiet"]}>{text("checklist.timeOver")}</p>}
    </section>
  );
}

/** The clock that runs while the item is on screen; what it takes goes into the minutes, which can be corrected. */
function Clock({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const isOff = useTimerOff();
  const ms = useClock(view.itemId, !isOff);
  return (
    <p className={css["quiet"]}>
      {isOff ? text("checklist.timerOff") : text("checklist.timerOn", { clock: clockText(ms) })}{" "}
      <Link onPress={toggleTimer}>{text(isOff ? "checklist.timerResume" : "checklist.timerPause")}</Link>
    </p>
  );
}
