import type { ReactNode } from "react";
import css from "./EmptyState.module.css";
import { Icon, type IconShape } from "./Icon.tsx";

export type EmptyStateProps = {
  readonly icon?: IconShape | undefined;
  readonly title: string;
  /** What to do first. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly level?: 2 | 3 | 4;
};

/** Stands where there is nothing yet, and says what would put something there. */
export function EmptyState({ icon, title, children, action, level = 2 }: EmptyStateProps): ReactNode {
  const Heading = `h${level}` as const;
  return (
    <div className={css["empty"]}>
      {icon !== undefined && (
        <span className={css["icon"]}>
          <Icon shape={icon} size="large" />
        </span>
      )}
      <Heading className={css["title"]}>{title}</Heading>
      {children !== undefined && <div className={css["words"]}>{children}</div>}
      {action}
    </div>
  );
}
