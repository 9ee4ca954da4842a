import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import css from "./DescriptionList.module.css";

export type DescriptionItem = { readonly id: string; readonly term: ReactNode; readonly value: ReactNode };

export type DescriptionListProps = {
  readonly items: readonly DescriptionItem[];
  /** Values under their terms, for a narrow column. */
  readonly isStacked?: boolean;
};

/** Facts about one thing: what, and how it stands. */
export function DescriptionList({ items, isStacked = false }: DescriptionListProps): ReactNode {
  return (
    <dl className={classNames(css["list"], isStacked && css["stacked"])}>
      {items.map((item) => (
        <div key={item.id} className={css["row"]}>
          <dt className={css["term"]}>{item.term}</dt>
          <dd className={css["value"]}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
