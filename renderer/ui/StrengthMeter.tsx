import type { ReactNode } from "react";
import { Meter as AriaMeter } from "react-aria-components";
import { classNames } from "./class-names.ts";
import css from "./StrengthMeter.module.css";

/** How strong something is: one piece of the bar for each step. */
export type StrengthMeterProps = {
  readonly label: string;
  /** Steps reached, 0 to `steps`; undefined while nothing is known. */
  readonly step: number | undefined;
  readonly steps: number;
  /** Whether what is reached suffices. */
  readonly isEnough: boolean;
  /** The step in words; colour and length never stand alone. */
  readonly words: string;
};

/** A bar in pieces, with the word for where it stands. */
export function StrengthMeter({ label, step, steps, isEnough, words }: StrengthMeterProps): ReactNode {
  const pieces = Array.from({ length: steps }, (_, index) => index + 1);
  return (
    <AriaMeter
      className={classNames(css["meter"], isEnough && css["enough"])}
      aria-label={label}
      value={step ?? 0}
      maxValue={steps}
      valueLabel={words}
    >
      <div className={css["line"]}>
        <span className={css["label"]}>{label}</span>
        <span className={css["words"]}>{words}</span>
      </div>
      <div className={css["pieces"]}>
        {pieces.map((piece) => (
          <span key={piece} className={classNames(css["piece"], piece <= (step ?? 0) && css["filled"])} />
        ))}
      </div>
    </AriaMeter>
  );
}
