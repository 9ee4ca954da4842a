import { Fragment, type ReactNode } from "react";
import css from "./Kbd.module.css";

export type KbdProps = {
  /** Keys pressed together, joined by +, as `Ctrl+Enter`. */
  readonly keys: string;
  /** On a filled ground, where the usual grey would not show. */
  readonly isOnAccent?: boolean;
};

/** Shows which keys do this. It never listens; commands do. */
export function Kbd({ keys, isOnAccent = false }: KbdProps): ReactNode {
  return (
    <span className={css["group"]} data-on-accent={isOnAccent || undefined}>
      {splitKeys(keys).map((key, index) => (
        <Fragment key={key}>
          {index > 0 && <span className={css["plus"]}>+</span>}
          <kbd className={css["key"]}>{keyNames[key] ?? key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Space: "Space",
};

function splitKeys(keys: string): readonly string[] {
  return keys === "+" ? ["+"] : keys.split("+");
}
