import type { ReactNode } from "react";
import type { Measure } from "../../../shared/domain/content/measure.ts";
import { listSeparator } from "../../../shared/strings/risk-sentences.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import css from "./EffectList.module.css";

/** Which factors a measure works on, and by how much. */
export function EffectList({ measure }: { measure: Measure }): ReactNode {
  const { text, nameOf, locale } = useSpeaker();
  return (
    <span className={css["effects"]}>
      {measure.effects.map(({ factor, likelihood, impact }) => {
        const cuts = [
          likelihood === 0 ? "" : text("measures.cutLikelihood", { cut: -likelihood }),
          impact === 0 ? "" : text("measures.cutImpact", { cut: -impact }),
        ];
        return (
          <span key={factor} className={css["effect"]}>
            {text("measures.effectOf", {
              factor: nameOf("factor", factor),
              cuts: cuts.filter((cut) => cut !== "").join(listSeparator(locale)),
            })}
          </span>
        );
      })}
    </span>
  );
}
