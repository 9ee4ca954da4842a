import { History } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import { eventDetails, eventSentence } from "../../../shared/strings/trail-sentences.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { WindowedList } from "../../ui/WindowedList.tsx";
import { dayBegunAt, localDay } from "./day-groups.ts";
import css from "./trail.module.css";
import type { TrailPages } from "./use-trail.ts";

interface EventListProps {
  readonly pages: TrailPages;
  /** Whether a filter keeps entries away. */
  readonly isNarrowed: boolean;
  /** What stands beside an entry, as the case it belongs to. */
  readonly beside?: ((entry: AuditEntry) => ReactNode) | undefined;
}

/** Entries in sentences under their days; older ones are read as the end comes near. */
export function EventList({ pages, isNarrowed, beside }: EventListProps): ReactNode {
  const text = useText();
  const { entries, hasOlder, isBusy, fault, older } = pages;
  const readOn = useCallback(() => void older(), [older]);
  if (entries.length === 0) {
    if (isBusy) return <Skeleton lines={8} />;
    return <EmptyState icon={History} title={text(isNarrowed ? "trail.emptyFiltered" : "trail.empty")} />;
  }
  // After a refusal the person asks again, by the button: the page does not hammer at the engine.
  const mayReadOn = hasOlder && !isBusy && fault === undefined;
  return (
    <div className={css["history"]}>
      <WindowedList
        rows={entries}
        rowKey={(entry) => entry.sequence}
        guessPx={guessPx}
        className={css["entries"]}
        isWhole={!hasOlder}
        onNearEnd={mayReadOn ? readOn : undefined}
      >
        {(entry, index) => (
          <>
            <DayName day={dayBegunAt(entries, index, dayOf)} isFirst={index === 0} />
            <Event entry={entry} beside={beside} />
          </>
        )}
      </WindowedList>
      <Foot pages={pages} />
    </div>
  );
}

/** Height of most entries in pixels. */
const guessPx = 56;

function DayName({ day, isFirst }: { day: string | undefined; isFirst: boolean }): ReactNode {
  if (day === undefined) return null;
  return (
    <h2 className={classNames(css["dayName"], isFirst && css["firstDay"])}>
      <DateText iso={day} />
    </h2>
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
    <div className={css["entry"]}>
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
    </div>
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
