import { type ReactNode, useEffect, useState } from "react";
import type { KuraClient } from "../../../shared/contract/calls.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import { fewItems } from "../../../shared/domain/agreement.ts";
import { findItem } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Comparison, SecondReview } from "../../../shared/domain/second-review.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { ComparedItem } from "./ComparedItem.tsx";
import css from "./second.module.css";

type Compared = Extract<Awaited<ReturnType<KuraClient["second"]["compare"]>>, { ok: true }>["value"];

interface ComparisonCardProps {
  readonly dossier: Dossier;
  readonly review: SecondReview;
  readonly maySettle: boolean;
}

/** Both readings side by side, how far they agree, and how each difference ended. */
export function ComparisonCard({ dossier, review, maySettle }: ComparisonCardProps): ReactNode {
  const text = useText();
  const [compared, setCompared] = useState<Compared>();
  const [fault, setFault] = useState<Fault>();
  const [isAllShown, setAllShown] = useState(false);
  const { id: dossierId } = dossier;
  const { id: reviewId, changedAt } = review;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a settlement moves `changedAt`, and the comparison with it.
  useEffect(() => {
    let isShown = true;
    void host.second.compare({ dossierId, reviewId }).then((reply) => {
      if (!isShown) return;
      if (reply.ok) setCompared(reply.value);
      setFault(reply.ok ? undefined : reply.error);
    });
    return () => {
      isShown = false;
    };
  }, [dossierId, reviewId, changedAt]);
  if (fault !== undefined) return <Banner tone="error" title={faultText(text, fault)} />;
  if (compared === undefined) return <Skeleton lines={5} />;
  const rows = compared.rows.filter((row) => isAllShown || row.isConflict);
  return (
    <Card title={text("second.compareTitle", { name: review.readerName })} lead={text("second.compareLead")}>
      <Figures agreement={compared.agreement} />
      <Checkbox isSelected={isAllShown} onChange={setAllShown}>
        {text("second.showAll", { count: compared.rows.length })}
      </Checkbox>
      {rows.length === 0 && <p>{text("second.noConflicts")}</p>}
      <ol className={css["compared"]}>
        {rows.map((row: Comparison) => (
          <ComparedItem
            key={row.itemId}
            place={{ dossierId, reviewId }}
            row={row}
            item={findItem(compared.template, row.itemId)}
            scale={compared.template.answerScale}
            readerName={review.readerName}
            maySettle={maySettle}
          />
        ))}
      </ol>
    </Card>
  );
}

function Figures({ agreement }: { readonly agreement: Compared["agreement"] }): ReactNode {
  const text = useText();
  const { items, agreed, observed, kappa, ac1 } = agreement;
  const figure = (value: number | null): string => (value === null ? text("second.undefinedFigure") : value.toFixed(2));
  const share = observed === null ? text("second.undefinedFigure") : text("second.share", { share: observed });
  return (
    <div className={css["figures"]}>
      <DescriptionList
        items={[
          {
            id: "observed",
            term: text("second.observed"),
            value: text("second.observedWords", { agreed, items, share }),
          },
          { id: "kappa", term: text("second.kappa"), value: figure(kappa) },
          { id: "ac1", term: text("second.ac1"), value: figure(ac1) },
        ]}
      />
      <p className={css["small"]}>{text("second.figuresMean")}</p>
      {items < fewItems && <p className={css["small"]}>{text("second.fewItems", { few: fewItems })}</p>}
    </div>
  );
}
