import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import css from "./Page.module.css";

export type PageProps = {
  readonly title: ReactNode;
  /** A small line above the title: where this page belongs, as the case number. */
  readonly above?: ReactNode;
  /** One or two sentences: what this page is for. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Stays at the bottom and keeps its place whatever the page holds. */
  readonly bar?: ReactNode;
  readonly width?: "narrow" | "normal" | "wide";
  readonly children: ReactNode;
};

/** The frame of every page: one first-level heading, what the page is for, what can be done. */
export function Page({ title, above, lead, actions, bar, width = "normal", children }: PageProps): ReactNode {
  return (
    <div className={classNames(css["page"], width !== "normal" && css[width])}>
      <header className={css["head"]}>
        <div className={css["words"]}>
          {above !== undefined && <div className={css["above"]}>{above}</div>}
          <h1 className={css["title"]}>{title}</h1>
          {lead !== undefined && <p className={css["lead"]}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
      </header>
      {children}
      {bar !== undefined && <div className={css["bar"]}>{bar}</div>}
    </div>
  );
}
