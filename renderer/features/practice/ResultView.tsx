import type { ReactNode } from "react";
import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import type { PracticeReview } from "../../../shared/domain/practice.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import css from "./practice.module.css";
import { useRecommendationName } from "./recommendation-name.ts";

/** What an attempt showed: what was missed and where it stood, how well one knows oneself, and the time. */
export function ResultView({ review }: { readonly review: PracticeReview }): ReactNode {
  const text = useText();
  return (
    <div className={css["result"]}>
      <Card title={text("practice.resultTitle")}>
        <Figures review={review} />
      </Card>
      <Card title={text("practice.byItem")} lead={text("practice.byItemLead")}>
        <ol className={css["rows"]}>
          {review.rows.map((row) => (
            <Row key={row.itemId} row={row} />
          ))}
        </ol>
      </Card>
      <Card title={text("practice.calibration")} lead={text("practice.calibrationLead")}>
        <Calibration review={review} />
      </Card>
    </div>
  );
}

function Figures({ review }: { readonly review: PracticeReview }): ReactNode {
  const text = useText();
  const name = useRecommendationName();
  const { right, items, brier, overconfidence, secondsUsed, secondsPlanned } = review;
  const missed = review.rows.filter(({ outcome }) => outcome === "missed").length;
  const overstated = review.rows.filter(({ outcome }) => outcome === "overstated").length;
  const recommended = name(review.recommended);
  const truth = name(review.trueRecommendation);
  const leaning = Math.abs(overconfidence) < 0.05 ? "even" : overconfidence > 0 ? "over" : "under";
  const facts = [
    { id: "right", term: text("practice.right"), value: text("practice.rightWords", { right, items }) },
    { id: "missed", term: text("practice.missed"), value: text("practice.missedWords", { missed, overstated }) },
    {
      id: "outcome",
      term: text("practice.recommend"),
      value:
        review.recommended === review.trueRecommendation
          ? text("practice.sameOutcome", { truth })
          : text("practice.otherOutcome", { recommended, truth }),
    },
    {
      id: "sure",
      term: text("practice.selfKnowledge"),
      value: text(`practice.leaning-${leaning}`, { share: Math.abs(overconfidence), brier }),
    },
    {
      id: "time",
      term: text("practice.time"),
      value: text("practice.timeWords", {
        used: Math.max(1, Math.round(secondsUsed / 60)),
        planned: Math.round(secondsPlanned / 60),
      }),
    },
  ];
  return <DescriptionList items={facts} />;
}

function Row({ row }: { readonly row: PracticeReview["rows"][number] }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const name = (answer: string): string => pick(nameOf(vocabulary, "answersRisk", answer));
  return (
    <li className={css["row"]}>
      <p className={css["rowHead"]}>
        <strong>{row.itemId}</strong>
        <Badge>{text(`practice.outcome-${row.outcome}`)}</Badge>
        <span>
          {row.outcome === "right"
            ? name(row.truth)
            : text("practice.yoursAndTrue", { yours: name(row.answer), truth: name(row.truth) })}
        </span>
        <span className={css["small"]}>
          {text("practice.sureAndTime", { share: row.confidence / 100, seconds: row.seconds })}
        </span>
      </p>
      {row.cues.map((cue) => (
        <p key={cue.paragraph} className={css["paragraph"]}>
          <span className={css["mark"]}>{cue.paragraph}</span> {pick(cue.why)}
        </p>
      ))}
    </li>
  );
}

/** For each step of confidence: how often it was used and how often rightly, as bars with their numbers. */
function Calibration({ review }: { readonly review: PracticeReview }): ReactNode {
  const text = useText();
  return (
    <table className={css["table"]}>
      <caption className={css["caption"]}>{text("practice.calibration")}</caption>
      <thead>
        <tr>
          <th scope="col">{text("practice.saidSure")}</th>
          <th scope="col">{text("practice.wasRight")}</th>
          <th scope="col">
            <span className={css["caption"]}>{text("practice.bar")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {review.calibration.map(({ confidence, count, right }) => (
          <tr key={confidence}>
            <th scope="row">{text("practice.share", { share: confidence / 100 })}</th>
            <td>{text("practice.rightOf", { right, count, share: right / count })}</td>
            <td>
              <div className={css["track"]} aria-hidden="true">
                <div className={css["fill"]} style={{ inlineSize: `${(right / count) * 100}%` }} />
                <div className={css["tick"]} style={{ insetInlineStart: `${confidence}%` }} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
