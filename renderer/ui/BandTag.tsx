import type { ReactNode } from "react";
import { BandShape } from "./BandShape.tsx";
import css from "./BandTag.module.css";
import { type Band, bandWords } from "./band.ts";
import { classNames } from "./class-names.ts";
import { useUiText } from "./words.ts";

export type BandTagProps = {
  readonly band: Band;
  readonly size?: "medium" | "large";
  /** Words from the policy in use; left out, the usual four. */
  readonly label?: string | undefined;
};

/** A risk band as shape and word; the colour only repeats them. */
export function BandTag({ band, size = "medium", label }: BandTagProps): ReactNode {
  const text = useUiText();
  return (
    <span className={classNames(css["tag"], css[band], size === "large" && css["large"])}>
      <BandShape band={band} />
      <span className={css["word"]}>{label ?? text(bandWords[band])}</span>
    </span>
  );
}
