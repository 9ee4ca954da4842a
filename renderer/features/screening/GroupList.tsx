import { type ReactNode, useEffect, useRef } from "react";
import { type HitGroup, isUndecided } from "../../../shared/domain/judging/group-hits.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { listsOf, tellingApart } from "./group-words.ts";
import css from "./screening.module.css";

interface GroupListProps {
  readonly groups: readonly HitGroup[];
  readonly chosenId: string;
  readonly marked: ReadonlySet<string>;
  /** Raised when the keyboard moved the choice, so that the focus goes along. */
  readonly moves: number;
  readonly onChoose: (id: string) => void;
}

/** Every listed entity that resembles a subject: what is to be judged first, then the nearest. */
export function GroupList({ groups, chosenId, marked, moves, onChoose }: GroupListProps): ReactNode {
  const text = useText();
  const locale = useLocale();
  const chosen = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (moves > 0) chosen.current?.focus();
  }, [moves]);
  return (
    <nav className={css["list"]} aria-label={text("match.candidates")}>
      <ul>
        {groups.map((group) => (
          <li key={group.id}>
            <button
              ref={group.id === chosenId ? chosen : undefined}
              type="button"
              className={css["entry"]}
              aria-current={group.id === chosenId ? "true" : undefined}
              onClick={() => onChoose(group.id)}
            >
              <NameText name={group.hits[0].matchedName} isClamped />
              <span className={css["from"]}>
                {text(`match.band-${group.band}`)} · <bdi>{listsOf(text, group)}</bdi>
              </span>
              <Apart about={tellingApart(text, locale, group)} />
              <span className={css["badges"]}>
                <Standing group={group} />
                {group.isNameOnly && <Badge>{text("match.nameOnly")}</Badge>}
                {marked.has(group.id) && <Badge tone="accent">{text("match.marked")}</Badge>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Apart({ about }: { about: string }): ReactNode {
  if (about === "") return null;
  return (
    <span className={css["from"]}>
      <bdi>{about}</bdi>
    </span>
  );
}

function Standing({ group }: { group: HitGroup }): ReactNode {
  const text = useText();
  const { hits, isOpen } = group;
  if (hits.some((hit) => hit.second?.agrees === false)) return <Badge tone="warning">{text("match.disputed")}</Badge>;
  if (isOpen && hits.some((hit) => hit.reopened !== null && isUndecided(hit)))
    return <Badge tone="warning">{text("match.reopened")}</Badge>;
  if (isOpen) return <Badge tone="warning">{text("match.toJudge")}</Badge>;
  if (hits.some((hit) => hit.awaitsSecondPerson)) return <Badge tone="warning">{text("match.awaitsSecond")}</Badge>;
  const verdicts = [...new Set(hits.flatMap((hit) => hit.judgement?.disposition ?? []))];
  return verdicts.map((verdict) => <Badge key={verdict}>{text(`match.verdict-${verdict}`)}</Badge>);
}
