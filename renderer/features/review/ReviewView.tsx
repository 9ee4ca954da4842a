import type { ReactNode } from "react";
import type { MeasureTaken } from "../../../shared/domain/decision.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { useRisk } from "../../stores/risk-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { MeasuresDue } from "./MeasuresDue.tsx";
import { MovesCard } from "./MovesCard.tsx";
import { NextStepCard } from "./NextStepCard.tsx";
import { ReviewDay } from "./ReviewDay.tsx";
import css from "./ReviewView.module.css";
import { dueMeasures, nextStep } from "./review-plan.ts";
import { useRecord } from "./review-store.ts";
import { StateCard } from "./StateCard.tsx";

const noMeasures: readonly MeasureTaken[] = [];

/** Where the case stands, what to do next, what is due, and the moves allowed. */
export function ReviewView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const { view, fault } = useRisk(dossier.id);
  const record = useRecord(dossier.id);
  // Without triage, and in a self-check, there is nothing to score and so nothing due; all else on the page holds.
  const isUnscored = fault?.code === "triage-missing" || fault?.code === "not-scored";
  const isReady = record !== undefined && (view !== undefined || fault !== undefined);
  return (
    <Page title={text("review.title")} lead={text("review.lead")}>
      {fault !== undefined && !isUnscored && <Banner tone="error" title={faultText(text, fault)} />}
      {!isReady && <Skeleton lines={6} />}
      {isReady && <Standing dossier={dossier} record={record} measures={view?.measures ?? noMeasures} />}
    </Page>
  );
}

interface StandingProps {
  readonly dossier: Dossier;
  readonly record: NonNullable<ReturnType<typeof useRecord>>;
  readonly measures: readonly MeasureTaken[];
}

function Standing({ dossier, record, measures }: StandingProps): ReactNode {
  const today = dayOf(Date.now());
  const due = dueMeasures(measures, today);
  const next = nextStep({ dossier, ...record, due, today });
  return (
    <>
      <NextStepCard dossier={dossier} next={next} />
      <div className={css["pair"]}>
        <StateCard dossier={dossier} />
        <ReviewDay decision={record.decision} today={today} />
      </div>
      {dossier.kind !== "self-check" && <MeasuresDue dossier={dossier} due={due} />}
      <MovesCard dossier={dossier} />
    </>
  );
}
