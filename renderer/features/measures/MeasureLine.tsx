import { Check, Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { Measure } from "../../../shared/domain/content/measure.ts";
import { effectSentences, listSeparator } from "../../../shared/strings/risk-sentences.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { EffectList } from "./EffectList.tsx";
import css from "./MeasureLine.module.css";

interface MeasureLineProps {
  readonly measure: Measure;
  readonly view: RiskView;
  readonly onAdd: (measure: Measure) => void;
}

const burdens = { low: "risk.burdenLow", medium: "risk.burdenMedium", high: "risk.burdenHigh" } as const;
const strengths = ["risk.strength1", "risk.strength2", "risk.strength3"] as const;

/** One measure of the catalogue: what it is, how strong, how heavy, what it works on, what it alone would move. */
export function MeasureLine({ measure, view, onAdd }: MeasureLineProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { nameOf } = useSpeaker();
  const name = nameOf("measure", measure.id);
  const isTaken = view.measures.some((one) => one.measureId === measure.id);
  const fits = measure.appliesTo.includes(view.assessment.kind);
  return (
    <li className={css["line"]}>
      <div className={css["words"]}>
        <p className={css["head"]}>
          <span className={css["name"]}>{name}</span>
          <span className={css["facts"]}>
            <span>
              {text("measures.strengthOf", { strength: text(strengths[measure.strength - 1] ?? strengths[0]) })}
            </span>
            <span>{text("measures.burdenOf", { burden: text(burdens[measure.burden]) })}</span>
            <span>{text("risk.recheck", { months: measure.recheckMonths })}</span>
          </span>
        </p>
        <p className={css["what"]}>{pick(measure.description)}</p>
        <EffectList measure={measure} />
        {!isTaken && <WouldDo measure={measure} view={view} />}
      </div>
      <div className={css["action"]}>
        {isTaken && (
          <Badge tone="success" icon={Check}>
            {text("measures.added")}
          </Badge>
        )}
        {!fits && <span className={css["unfit"]}>{text("measures.otherKind")}</span>}
        {fits && (
          <Button size="small" icon={isTaken ? undefined : Plus} onPress={() => onAdd(measure)}>
            <span aria-hidden="true">{text(isTaken ? "measures.editShort" : "measures.addShort")}</span>
            <VisuallyHidden>{text(isTaken ? "measures.edit" : "measures.add", { measure: name })}</VisuallyHidden>
          </Button>
        )}
      </div>
    </li>
  );
}

/** What agreeing this one measure would move, when it alone moves anything. */
function WouldDo({ measure, view }: { measure: Measure; view: RiskView }): ReactNode {
  const speaker = useSpeaker();
  const { text, locale } = speaker;
  const found = view.changes.find(({ change }) => change.kind === "measure" && change.measure === measure.id);
  if (found === undefined || found.direction === "worse") return null;
  const effects = effectSentences(speaker, found.before, found.after).join(listSeparator(locale));
  return <p className={css["promise"]}>{text("measures.wouldDo", { effects })}</p>;
}
