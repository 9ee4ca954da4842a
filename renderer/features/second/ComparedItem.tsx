import { type ReactNode, useState } from "react";
import type { TemplateItem } from "../../../shared/domain/content/template.ts";
import { type AnswerScale, nameOf } from "../../../shared/domain/content/vocabulary.ts";
import type { Comparison, Reading, Settlement } from "../../../shared/domain/second-review.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { type ReviewPlace, useAnswerName } from "./answer-name.ts";
import { SettleForm } from "./SettleForm.tsx";
import css from "./second.module.css";

interface ComparedItemProps {
  readonly place: ReviewPlace;
  readonly row: Comparison;
  readonly item: TemplateItem | undefined;
  readonly scale: AnswerScale;
  readonly readerName: string;
  readonly maySettle: boolean;
}

/** The two readings of one item beside each other, and how their difference ended. */
export function ComparedItem({ place, row, item, scale, readerName, maySettle }: ComparedItemProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const [isSettling, setSettling] = useState(false);
  return (
    <li className={css["pair"]}>
      <h3 className={css["pairHead"]}>
        <span className={css["linkId"]}>{row.itemId}</span>
        <span>{item === undefined ? "" : pick(item.question)}</span>
        <Badge>{text(standingOf(row))}</Badge>
      </h3>
      <div className={css["sides"]}>
        <Side
          title={text("second.firstSide", { name: row.firstBy ?? text("second.nobody") })}
          reading={row.first}
          scale={scale}
        />
        <Side title={text("second.secondSide", { name: readerName })} reading={row.second} scale={scale} />
      </div>
      {row.settlement !== null && <Settled settlement={row.settlement} scale={scale} />}
      {row.isConflict && maySettle && !isSettling && (
        <div>
          <Button tone={row.settlement === null ? "primary" : "quiet"} size="small" onPress={() => setSettling(true)}>
            {text(row.settlement === null ? "second.settle" : "second.settleAgain")}
          </Button>
        </div>
      )}
      {isSettling && <SettleForm place={place} row={row} scale={scale} onClose={() => setSettling(false)} />}
    </li>
  );
}

/** A difference that was settled is one no more. */
function standingOf({ isConflict, settlement }: Comparison): "second.agrees" | "second.settled" | "second.differs" {
  if (!isConflict) return "second.agrees";
  return settlement === null ? "second.differs" : "second.settled";
}

interface SideProps {
  readonly title: string;
  readonly reading: Reading;
  readonly scale: AnswerScale;
}

function Side({ title, reading, scale }: SideProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const name = useAnswerName(scale);
  const { unknownReason, reason, fact, assessment } = reading;
  return (
    <div className={css["side"]}>
      <h4 className={css["label"]}>{title}</h4>
      <p className={css["answer"]}>
        {name(reading.answer)}
        {unknownReason !== null && <span> – {pick(nameOf(vocabulary, "unknownReasons", unknownReason))}</span>}
      </p>
      {reason !== "" && <p className={css["words"]}>{reason}</p>}
      {fact !== "" && (
        <p className={css["words"]}>
          <span className={css["label"]}>{text("second.fact")}</span> {fact}
        </p>
      )}
      {assessment !== "" && (
        <p className={css["words"]}>
          <span className={css["label"]}>{text("second.assessment")}</span> {assessment}
        </p>
      )}
    </div>
  );
}

function Settled({ settlement, scale }: { readonly settlement: Settlement; readonly scale: AnswerScale }): ReactNode {
  const text = useText();
  const name = useAnswerName(scale);
  return (
    <div className={css["settled"]}>
      <p>
        {text("second.settledAs", {
          answer: name(settlement.answer),
          how: text(`second.by-${settlement.settledBy}`),
          name: settlement.byName,
        })}
        <DateText instantMs={settlement.at} />
      </p>
      <p className={css["words"]}>{settlement.reason}</p>
    </div>
  );
}
