import { History } from "lucide-react";
import { type ReactNode, useId, useMemo } from "react";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import { eventDetails, eventSentence } from "../../../shared/strings/trail-sentences.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { byDay, type DayGroup, localDay } from "./day-groups.ts";
import css from "./trail.module.css";
import type { TrailPages } from "./use-trail.ts";

interface EventListProps {
  readonly pages: TrailPages;
  /** Whether a filter keeps entries away. */
  readonly isNarrowed: boolean;
  /** What stands beside an entry, as the case it belongs to. */
  readonly beside?: ((entry: AuditEntry) => ReactNode) | undefined;
}

/** Entries in sentences, a day at a time, with the way to older ones. */
export function EventList({ pages, isNarrowed, beside }: EventListProps): ReactNode {
  const text = useText();
  const days = useMemo(() => byDay(pages.entries, dayOf), [pages.entries]);
  if (pages.entries.length === 0) {
    if (pages.isBusy) return <Skeleton lines={8} />;
    return <EmptyState icon={History} title={text(isNarrowed ? "trail.emptyFiltered" : "trail.empty")} />;
  }
  return (
    <div className={css["history"]}>
      {days.map((group) => (
        // A clock that was set back gives one day two places.
        <Day key={group.entries[0]?.sequence} group={group} beside={beside} />
      ))}
      <Foot pages={pages} />
    </div>
  );
}

function Day({ group, beside }: { group: DayGroup; beside: EventListProps["beside"] }): ReactNode {
  const id = useId();
  return (
    <section className={css["day"]} aria-labelledby={id}>
      <h2 id={id} className={css["dayName"]}>
        <DateText iso={group.day} />
      </h2>
      <ol className={css["entries"]}>
        {group.entries.map((entry) => (
          <Event key={entry.sequence} entry={entry} beside={beside} />
        ))}
      </ol>
    </section>
  );
}

function dayOf({ at }: AuditEntry): string {
  return localDay(at, new Date(at).getTimezoneOffset());
}

function Event({ entry, beside }: { entry: AuditEntry; beside: EventListProps["beside"] }): ReactNode {
  const text = useText();
  const speaker = useSpeaker();
  const details = eventDetails(speaker, entry);
  const place = beside?.(entry);
  return (
    <li className={css["entry"]}>
      <time className={css["time"]} dateTime={new Date(entry.at).toISOString()}>
        {timeOf(entry.at)}
      </time>
      <div className={css["what"]}>
        <span className={css["sentence"]}>{eventSentence(speaker, entry)}</span>
        {details.map((words) => (
          <span key={words} className={css["detail"]}>
            {words}
          </span>
        ))}
        {place !== undefined && place !== null && <div className={css["place"]}>{place}</div>}
      </div>
      <div className={css["who"]}>
        <NameText name={entry.actor} isClamped />
        {entry.actorKey !== null && (
          <code className={css["key"]} title={text("trail.keyOf")}>
            {entry.actorKey}
          </code>
        )}
      </div>
      <span className={css["number"]} title={`${text("trail.proofOf")} ${entry.hash}`}>
        <span aria-hidden="true">{entry.sequence}</span>
        <span className={css["hidden"]}>{text("trail.sequence", { sequence: entry.sequence })}</span>
      </span>
    </li>
  );
}

function timeOf(atMs: number): string {
  const at = new Date(atMs);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}

function Foot({ pages }: { pages: TrailPages }): ReactNode {
  const text = useText();
  return (
    <footer className={css["foot"]}>
      <span className={css["soft"]} role="status">
        {text("trail.shown", { count: pages.entries.length })}
      </span>
      {pages.hasOlder ? (
        <Button isBusy={pages.isBusy} onPress={() => void pages.older()}>
          {text("trail.older")}
        </Button>
      ) : (
        <span className={css["soft"]}>{text("trail.begin")}</span>
      )}
    </footer>
  );
}
