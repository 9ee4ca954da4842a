import type { ReactNode } from "react";
import { BandShape } from "./BandShape.tsx";
import { type Band, type BandStart, bandOf, bandWords } from "./band.ts";
import { classNames } from "./class-names.ts";
import css from "./RiskScale.module.css";
import { useUiText } from "./words.ts";

export type RiskScaleProps = {
  /** Whole points from 0 to 20, before measures. */
  readonly inherent: number;
  /** After measures; undefined while none is counted. */
  readonly residual?: number | undefined;
  /** Where the bands begin, from the policy in use. */
  readonly bandStarts: readonly BandStart[];
  /** Small leaves the words to the text beside it, for a row of a table. */
  readonly size?: "small" | "medium";
};

/** Highest score on the scale, in points. */
const topScore = 20;
/** One cell per whole score, so that a mark never stands on the border of two bands. */
const cellCount = topScore + 1;

/** Inherent risk above the line, residual risk under it, and the bands between them. Read out as one sentence. */
export function RiskScale({ inherent, residual, bandStarts, size = "medium" }: RiskScaleProps): ReactNode {
  const text = useUiText();
  const bands = bandStarts.map((start, index) => {
    const next = bandStarts[index + 1]?.from ?? cellCount;
    const scores = Array.from({ length: next - start.from }, (_, offset) => start.from + offset);
    return { band: start.band, from: start.from, to: next - 1, cells: scores.length, scores };
  });
  const word = (score: number): string => text(bandWords[bandOf(score, bandStarts)]);
  const sentence =
    residual === undefined
      ? text("scaleOne", { inherent, inherentBand: word(inherent) })
      : text("scaleBoth", { inherent, inherentBand: word(inherent), residual, residualBand: word(residual) });
  const isSmall = size === "small";
  return (
    <div className={classNames(css["scale"], isSmall && css["small"])} role="img" aria-label={sentence}>
      <Mark kind="inherent" score={inherent} words={isSmall ? undefined : `${text("inherent")} ${inherent}`} />
      <div className={css["track"]}>
        {bands.map(({ band, cells, scores }) => (
          <div key={band} className={classNames(css["band"], css[band])} style={{ flexGrow: cells, flexBasis: 0 }}>
            {scores.map((score) => (
              <span key={score} className={css["cell"]} />
            ))}
          </div>
        ))}
      </div>
      {residual !== undefined && (
        <Mark kind="residual" score={residual} words={isSmall ? undefined : `${text("residual")} ${residual}`} />
      )}
      {!isSmall && (
        <div className={css["names"]}>
          {bands.map((one) => (
            <BandName key={one.band} band={one.band} from={one.from} to={one.to} cells={one.cells} />
          ))}
        </div>
      )}
    </div>
  );
}

type BandNameProps = { readonly band: Band; readonly from: number; readonly to: number; readonly cells: number };

function BandName({ band, from, to, cells }: BandNameProps): ReactNode {
  const text = useUiText();
  return (
    <span className={css["name"]} style={{ flexGrow: cells, flexBasis: 0 }}>
      <BandShape band={band} />
      <span className={css["bandWord"]}>{text(bandWords[band])}</span>
      <span className={css["range"]}>{`${from}–${to}`}</span>
    </span>
  );
}

type MarkProps = { readonly kind: "inherent" | "residual"; readonly score: number; readonly words: string | undefined };

function Mark({ kind, score, words }: MarkProps): ReactNode {
  const isInherent = kind === "inherent";
  const isFarRight = score > topScore * 0.8;
  return (
    <div className={css["lane"]}>
      <span className={classNames(css["mark"], css[kind])} style={{ insetInlineStart: `${centreShare(score)}%` }}>
        <svg className={css["pointer"]} viewBox="0 0 14 10" aria-hidden="true" focusable="false">
          <path
            d={isInherent ? "M1 1H13L7 9Z" : "M7 1 13 9H1Z"}
            fill={isInherent ? "none" : "currentColor"}
            stroke="currentColor"
            strokeWidth="1.75"
            strokeLinejoin="round"
          />
        </svg>
        {words !== undefined && (
          <span className={classNames(css["word"], isFarRight ? css["before"] : css["after"])}>{words}</span>
        )}
      </span>
    </div>
  );
}

/** Middle of the score's cell, in percent of the whole scale. */
function centreShare(score: number): number {
  return ((Math.min(Math.max(score, 0), topScore) + 0.5) / cellCount) * 100;
}
