import type { ReactNode } from "react";
import css from "./gallery.module.css";

/** One titled stretch of the gallery, with an id that tests and links can reach. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }): ReactNode {
  return (
    <section id={id} className={css["section"]} aria-label={title}>
      <h2 className={css["heading"]}>{title}</h2>
      {children}
    </section>
  );
}

/** Specimens side by side. */
export function Row({ children }: { children: ReactNode }): ReactNode {
  return <div className={css["row"]}>{children}</div>;
}

/** Specimens in even columns. */
export function Columns({ children }: { children: ReactNode }): ReactNode {
  return <div className={css["columns"]}>{children}</div>;
}
