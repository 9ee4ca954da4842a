import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import css from "./SplitView.module.css";

export type SplitPane = { readonly label: string; readonly content: ReactNode };

export type SplitViewProps = {
  /** The list one walks through. */
  readonly left?: SplitPane | undefined;
  readonly children: ReactNode;
  /** What helps with the thing in the centre. */
  readonly right?: SplitPane | undefined;
  /** Hides both sides and leaves the centre its place. */
  readonly isFocused?: boolean;
};

/** At most three columns, each scrolling by itself; one under another where there is no room. Fills its parent's height. */
export function SplitView({ left, children, right, isFocused = false }: SplitViewProps): ReactNode {
  const hasLeft = left !== undefined && !isFocused;
  const hasRight = right !== undefined && !isFocused;
  return (
    <div className={css["split"]}>
      <div className={classNames(css["columns"], hasLeft && css["hasLeft"], hasRight && css["hasRight"])}>
        {hasLeft && (
          <section className={classNames(css["pane"], css["left"])} aria-label={left.label}>
            {left.content}
          </section>
        )}
        <div className={css["pane"]}>{children}</div>
        {hasRight && (
          <aside className={classNames(css["pane"], css["right"])} aria-label={right.label}>
            {right.content}
          </aside>
        )}
      </div>
    </div>
  );
}
