import { type ReactNode, useMemo } from "react";
import { emptyAnswer } from "../../../shared/domain/answer.ts";
import type { ItemCase } from "../../../shared/domain/checklist.ts";
import { itemsOf } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { ItemId } from "../../../shared/domain/ids.ts";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { useContent } from "../../stores/content-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import css from "./enquiry.module.css";
import { reloadEnquiry, useEnquiry } from "./enquiry-store.ts";
import { LetterCard } from "./LetterCard.tsx";
import { type OpenPoint, openPoints } from "./open-points.ts";
import { PointsCard } from "./PointsCard.tsx";
import { StateCard } from "./StateCard.tsx";

/** What is still open with the other side, the letter that asks, and where the case stands. */
export function EnquiryView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const { template, fault, letter } = useEnquiry(dossier.id);
  const points = usePoints(dossier);
  const asked = points.filter((point) => point.isAsked !== letter.turned.includes(point.key));
  return (
    <Page title={text("frame.enquiry")} lead={text("enquiry.lead")} width="wide">
      <FrozenBanner dossier={dossier} />
      {fault !== undefined && (
        <Banner
          tone="error"
          title={faultText(text, fault)}
          actions={<Button onPress={() => void reloadEnquiry(dossier.id)}>{text("common.retry")}</Button>}
        />
      )}
      <div className={css["columns"]}>
        <div className={css["column"]}>
          {template === undefined ? (
            <Skeleton lines={4} />
          ) : (
            <PointsCard dossier={dossier} points={points} asked={asked} />
          )}
          <StateCard dossier={dossier} />
        </div>
        <div className={css["column"]}>
          <LetterCard dossier={dossier} letter={letter} points={asked} />
        </div>
      </div>
    </Page>
  );
}

function usePoints(dossier: Dossier): OpenPoint[] {
  const { scoring } = useContent();
  const { template, answers, evidence } = useEnquiry(dossier.id);
  const { depth, subjectIdentity, triage } = dossier;
  return useMemo(() => {
    if (template === undefined) return [];
    const cases = itemsOf(template).map((item): ItemCase => {
      const itemId = ItemId.parse(item.id);
      return {
        item,
        scale: template.answerScale,
        answer: answers.find((answer) => answer.itemId === itemId) ?? emptyAnswer,
        evidence: evidence.filter((one) => one.items.includes(itemId)),
        depth,
        subjectIdentity,
        policy: scoring,
      };
    });
    return openPoints(cases, triage.triggers);
  }, [template, answers, evidence, depth, subjectIdentity, triage, scoring]);
}
