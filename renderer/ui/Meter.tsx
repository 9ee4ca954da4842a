import type { ReactNode } from "react";
import { Meter as AriaMeter } from "react-aria-components";
import { classNames } from "./class-names.ts";
import css from "./Meter.module.css";

export type MeterProps = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: number;
  readonly max: number;
  /** What is still missing, in words; the bar alone says nothing a person could act on. */
  readonly words: string;
};

/** How much of what is needed is there: a thin bar with words, never a score. */
export function Meter({ label, isLabelHidden = false, value, max, words }: MeterProps): ReactNode {
  return (
    <AriaMeter
      className={classNames(css["meter"], value >= max && css["full"])}
      aria-label={label}
      value={value}
      maxValue={Math.max(max, 1)}
      valueLabel={words}
    >
      {({ percentage }) => (
        <>
          <div className={css["line"]}>
            {!isLabelHidden && <span className={css["label"]}>{label}</span>}
            <span className={css["words"]}>{words}</span>
          </div>
          <div className={css["track"]}>
            <div className={css["fill"]} style={{ inlineSize: `${percentage}%` }} />
          </div>
        </>
      )}
    </AriaMeter>
  );
}
