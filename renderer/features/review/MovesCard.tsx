import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import css from "./ReviewView.module.css";

/** How the case came to stand where it does, latest first, with the reasons that were asked for. */
export function MovesCard({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  if (dossier.moves.length === 0) return null;
  return (
    <Card title={text("review.moves")}>
      <ol className={css["moves"]}>
        {dossier.moves.map((move) => (
          <li key={`${move.at}-${move.to}`}>
            <span>
              {text("review.movedFromTo", {
                from: text(`dossier.state-${move.from}`),
                to: text(`dossier.state-${move.to}`),
              })}
            </span>
            <span className={css["when"]}>
              <DateText instantMs={move.at} /> · <bdi>{move.by}</bdi>
            </span>
            {move.reason !== "" && <bdi className={css["why"]}>{move.reason}</bdi>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
