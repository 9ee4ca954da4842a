import { UsersRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import { type Dossier, isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { SecondReviewId } from "../../../shared/domain/ids.ts";
import { useCaseRights } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { AskCard } from "./AskCard.tsx";
import { BlindDesk } from "./BlindDesk.tsx";
import { ComparisonCard } from "./ComparisonCard.tsx";
import { ReviewLine } from "./ReviewLine.tsx";
import css from "./second.module.css";
import { loadSecondReviews, useSecondReviews } from "./second-store.ts";

/** A second reader who does not see the first, and what the two make of their differences. */
export function SecondView({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const text = useText();
  const { reviews, fault } = useSecondReviews(dossier.id);
  const own = dossier.standing.readsBlind ? reviews?.[0] : undefined;
  return (
    <Page
      title={text("frame.second")}
      lead={text(dossier.standing.readsBlind ? "second.blindLead" : "second.lead")}
      width="wide"
    >
      {fault !== undefined && (
        <Banner
          tone="error"
          title={faultText(text, fault)}
          actions={<Button onPress={() => void loadSecondReviews(dossier.id)}>{text("common.retry")}</Button>}
        />
      )}
      {reviews === undefined && fault === undefined && <Skeleton lines={4} />}
      {own !== undefined && <BlindDesk key={own.id} dossier={dossier} review={own} />}
      {!dossier.standing.readsBlind && reviews !== undefined && <Office dossier={dossier} />}
    </Page>
  );
}

/** The page of everybody else: ask, watch, compare. */
function Office({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const text = useText();
  const may = useCaseRights(dossier);
  const { reviews = [], candidates } = useSecondReviews(dossier.id);
  const [chosen, setChosen] = useState<SecondReviewId>();
  const compared = reviews.filter(({ state }) => state === "handed-in" || state === "settled");
  const shown = compared.find(({ id }) => id === chosen) ?? compared[0];
  const mayWork = may("work-on-cases") && isOpenForWork(dossier.state);
  const isOneOpen = reviews.some(({ state }) => state === "open");
  return (
    <div className={css["column"]}>
      {mayWork && !isOneOpen && <AskCard dossier={dossier} candidates={candidates} />}
      {reviews.length === 0 && !mayWork && (
        <EmptyState icon={UsersRound} title={text("second.none")}>
          {text("second.noneText")}
        </EmptyState>
      )}
      {reviews.length > 0 && (
        <ul className={css["reviews"]}>
          {reviews.map((review) => (
            <ReviewLine
              key={review.id}
              dossier={dossier}
              review={review}
              isShown={review.id === shown?.id}
              mayWork={mayWork}
              onShow={() => setChosen(review.id)}
            />
          ))}
        </ul>
      )}
      {shown !== undefined && <ComparisonCard key={shown.id} dossier={dossier} review={shown} maySettle={mayWork} />}
    </div>
  );
}
