import { type ReactNode, useId } from "react";
import css from "./Card.module.css";
import { classNames } from "./class-names.ts";

export type CardProps = {
  readonly title?: ReactNode;
  /** Level of the title in the page's outline; 2 unless the card sits inside another. */
  readonly level?: 2 | 3 | 4;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
  /** Sunken for what helps from the side, raised for what is worked on. */
  readonly ground?: "raised" | "sunken";
  /** For a table or a list that runs to the edges. */
  readonly isFlush?: boolean;
};

/** A titled group of things that belong together. */
export function Card(props: CardProps): ReactNode {
  const { title, level = 2, lead, actions, footer, children, ground = "raised", isFlush = false } = props;
  const titleId = useId();
  const Heading = `h${level}` as const;
  const hasHead = title !== undefined || actions !== undefined;
  return (
    <section
      className={classNames(css["card"], ground === "sunken" && css["sunken"])}
      aria-labelledby={title === undefined ? undefined : titleId}
    >
      {hasHead && (
        <header className={css["head"]}>
          {title !== undefined && (
            <Heading id={titleId} className={css["title"]}>
              {title}
            </Heading>
          )}
          {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
          {lead !== undefined && <p className={css["lead"]}>{lead}</p>}
        </header>
      )}
      <div className={classNames(css["body"], isFlush && css["flush"])}>{children}</div>
      {footer !== undefined && <footer className={css["foot"]}>{footer}</footer>}
    </section>
  );
}
