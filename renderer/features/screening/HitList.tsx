import type { ReactNode } from "react";
import type { Hit } from "../../../shared/domain/screening.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { NameText } from "../../ui/NameText.tsx";
import css from "./screening.module.css";

interface HitListProps {
  readonly hits: readonly Hit[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
}

/** Every candidate, the nearest first, with its verdict. */
export function HitList({ hits, chosenId, onChoose }: HitListProps): ReactNode {
  const text = useText();
  return (
    <nav className={css["list"]} aria-label={text("match.candidates")}>
      <ul>
        {hits.map((hit) => (
          <li key={hit.id}>
            <button
              type="button"
              className={css["entry"]}
              aria-current={hit.id === chosenId ? "true" : undefined}
              onClick={() => onChoose(hit.id)}
            >
              <NameText name={hit.matchedName} isClamped />
              <span className={css["from"]}>
                {hit.listTitle} · {hit.score.toFixed(2)}
              </span>
              <Verdict hit={hit} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Verdict({ hit }: { hit: Hit }): ReactNode {
  const text = useText();
  if (hit.judgement === null) return <Badge tone="warning">{text("match.toJudge")}</Badge>;
  if (hit.awaitsSecondPerson) return <Badge tone="warning">{text("match.awaitsSecond")}</Badge>;
  return <Badge>{text(`match.verdict-${hit.judgement.disposition}`)}</Badge>;
}
