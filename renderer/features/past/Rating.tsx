import type { ReactNode } from "react";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { BandTag } from "../../ui/BandTag.tsx";
import { Card } from "../../ui/Card.tsx";
import css from "./past.module.css";

/** How the case would have been rated at the moment shown, factor by factor. */
export function Rating({ assessment }: { readonly assessment: Assessment | null }): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  return (
    <Card title={text("past.rating")}>
      {assessment === null ? (
        <p>{text("past.ratingNone")}</p>
      ) : (
        <table className={css["rating"]}>
          <thead>
            <tr>
              <td />
              <th scope="col">{text("past.inherent")}</th>
              <th scope="col">{text("past.residual")}</th>
            </tr>
          </thead>
          <tbody>
            {assessment.factors.map((factor) => (
              <tr key={factor.factor}>
                <th scope="row">{nameOf("factor", factor.factor)}</th>
                <td>
                  <BandTag band={factor.inherent.band} />
                </td>
                <td>
                  <BandTag band={factor.planned.band} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
