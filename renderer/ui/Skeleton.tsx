import type { ReactNode } from "react";
import css from "./Skeleton.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";
import { useUiText } from "./words.ts";

export type SkeletonProps = { /** How many lines of text will stand here. */ readonly lines?: number };

/** Keeps the place of what is being read from the vault. Shows itself only after 300 ms. */
export function Skeleton({ lines = 3 }: SkeletonProps): ReactNode {
  const text = useUiText();
  return (
    <div role="status">
      <VisuallyHidden>{text("loading")}</VisuallyHidden>
      <div className={css["skeleton"]} aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => line).map((line) => (
          <span key={line} className={css["line"]} />
        ))}
      </div>
    </div>
  );
}
