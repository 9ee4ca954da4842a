import { type ReactNode, useEffect, useState } from "react";
import { ProgressBar } from "react-aria-components";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import css from "./Progress.module.css";
import { useUiText } from "./words.ts";

export type ProgressProps = {
  /** What is being done, as `リストを取り込んでいます`. */
  readonly label: string;
  readonly done?: number | undefined;
  /** Undefined while nobody knows; the bar then shows that work goes on, not how far. */
  readonly total?: number | undefined;
  /** Words in place of the count, as `残り 2 分`. */
  readonly detail?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
};

/** Work shorter than this many milliseconds is not announced: a flash of a bar reads as a fault. */
const progressDelayMs = 300;

/** Long work: what is being done, how far, and a way out. Keeps its room from the start, so nothing jumps. */
export function Progress({ label, done = 0, total, detail, onCancel }: ProgressProps): ReactNode {
  const text = useUiText();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), progressDelayMs);
    return () => clearTimeout(timer);
  }, []);
  const count = detail ?? (total === undefined ? "" : text("progressOf", { done, total }));
  return (
    <div className={classNames(css["progress"], !isShown && css["waiting"], total === undefined && css["unknown"])}>
      <ProgressBar
        className={classNames(css["bar"])}
        aria-label={label}
        isIndeterminate={total === undefined}
        value={done}
        maxValue={total ?? 100}
        valueLabel={count}
      >
        {({ percentage }) => (
          <>
            <div className={css["line"]}>
              <span>{label}</span>
              <span className={css["count"]}>{count}</span>
            </div>
            <div className={css["track"]}>
              <div
                className={css["fill"]}
                {...(total !== undefined && { style: { inlineSize: `${percentage ?? 0}%` } })}
              />
            </div>
          </>
        )}
      </ProgressBar>
      {onCancel !== undefined && (
        <Button size="small" onPress={onCancel}>
          {text("cancel")}
        </Button>
      )}
    </div>
  );
}
