import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import type { PracticeAttempt, PracticeCaseView } from "../../../shared/contract/calls/practice.ts";
import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import css from "./practice.module.css";
import { beginPractice, dropAttempt, openReview, usePractice } from "./practice-store.ts";

/** The practice cases, each with what one has made of it so far. */
export function CaseList(): ReactNode {
  const { cases = [], attempts } = usePractice();
  return (
    <ul className={css["cases"]}>
      {cases.map((one) => (
        <CaseLine key={one.id} one={one} attempts={attempts.filter(({ caseId }) => caseId === one.id)} />
      ))}
    </ul>
  );
}

interface CaseLineProps {
  readonly one: PracticeCaseView;
  readonly attempts: readonly PracticeAttempt[];
}

function CaseLine({ one, attempts }: CaseLineProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const isBegun = attempts.some(({ finishedAt }) => finishedAt === null);
  return (
    <li className={css["case"]}>
      <div className={css["caseWords"]}>
        <h2 className={css["title"]}>{pick(one.title)}</h2>
        <p className={css["badges"]}>
          <Badge>{text(`dossier.kind-${one.kind}`)}</Badge>
          <Badge>{pick(nameOf(vocabulary, "depths", one.depth))}</Badge>
          <span className={css["small"]}>
            {text("practice.size", { items: one.items, minutes: one.minutesPlanned })}
          </span>
        </p>
        <p className={css["lead"]}>{pick(one.lead)}</p>
        {attempts.length > 0 && (
          <ul className={css["attempts"]}>
            {attempts.map((attempt) => (
              <AttemptLine key={attempt.id} attempt={attempt} />
            ))}
          </ul>
        )}
      </div>
      <Button tone={isBegun ? "primary" : "secondary"} onPress={() => void beginPractice(one.id)}>
        {text(isBegun ? "practice.goOn" : attempts.length > 0 ? "practice.again" : "practice.begin")}
      </Button>
    </li>
  );
}

function AttemptLine({ attempt }: { readonly attempt: PracticeAttempt }): ReactNode {
  const text = useText();
  const { id, finishedAt, startedAt, right, items, brier } = attempt;
  return (
    <li className={css["attempt"]}>
      <DateText instantMs={finishedAt ?? startedAt} hasWeekday={false} />
      {right === null || brier === null ? (
        <span>{text("practice.unfinished")}</span>
      ) : (
        <>
          <span>{text("practice.result", { right, items, brier })}</span>
          <Button tone="quiet" size="small" onPress={() => void openReview(id)}>
            {text("practice.show")}
          </Button>
        </>
      )}
      <IconButton icon={Trash2} size="small" label={text("practice.drop")} onPress={() => void dropAttempt(id)} />
    </li>
  );
}
