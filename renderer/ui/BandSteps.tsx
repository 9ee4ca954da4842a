import type { ReactNode } from "react";
import css from "./BandSteps.module.css";
import { BandTag } from "./BandTag.tsx";
import type { Band } from "./band.ts";

export type BandStep = {
  readonly id: string;
  readonly label: string;
  readonly band: Band;
  /** Words for the band from the policy in use; left out, the usual four. */
  readonly bandLabel?: string | undefined;
  /** Why it stands there, in one or two short lines. */
  readonly why?: ReactNode | undefined;
};

export type BandStepsProps = { readonly steps: readonly BandStep[] };

/** One risk at several moments, from before measures to now; each as a band with the reason under it. */
export function BandSteps({ steps }: BandStepsProps): ReactNode {
  return (
    <dl className={css["steps"]}>
      {steps.map((step) => (
        <div key={step.id} className={css["step"]}>
          <dt className={css["label"]}>{step.label}</dt>
          <dd className={css["value"]}>
            <BandTag band={step.band} size="large" label={step.bandLabel} />
            {step.why !== undefined && <div className={css["why"]}>{step.why}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
