import { type ReactNode, useMemo, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { displayName, type Subject } from "../../../shared/domain/party.ts";
import type { ProfileEntry } from "../../../shared/domain/profile/entry.ts";
import { concurrentPosts } from "../../../shared/domain/profile/gaps.ts";
import { writeFuzzyDate, writePeriod } from "../../../shared/domain/profile/period-text.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { Table } from "../../ui/Table.tsx";
import type { Profile } from "./profile-store.ts";
import { entryColumns, entryWords } from "./RecordTab.tsx";
import css from "./timeline.module.css";
import { labelledYears, placeOf, stretchesOf, type Timeline, timelineOf } from "./timeline-model.ts";

interface TimelineTabProps {
  readonly dossier: Dossier;
  readonly profile: Profile;
  readonly subject: Subject;
}

/** What is recorded about one subject along the years, with gaps and posts held at once. */
export function TimelineTab({ dossier, profile, subject }: TimelineTabProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const [shape, setShape] = useState<"graph" | "table">("graph");
  const today = dayOf(Date.now());
  const entries = useMemo(
    () => profile.entries.filter((entry) => entry.subjectId === subject.id),
    [profile.entries, subject.id],
  );
  const timeline = useMemo(() => timelineOf(entries, today), [entries, today]);
  return (
    <>
      <Points entries={entries} timeline={timeline} today={today} />
      <Card title={text("subjects.tabTimeline")} lead={text("subjects.timelineLead")}>
        <div className={css["card"]}>
          <SegmentedControl
            label={text("subjects.showAs")}
            segments={[
              { value: "graph", label: text("subjects.asGraph") },
              { value: "table", label: text("subjects.asTable") },
            ]}
            value={shape}
            onChange={setShape}
          />
          {entries.length === 0 && (
            <EmptyState level={3} title={text("subjects.noEntries")}>
              {text("subjects.noEntriesText")}
            </EmptyState>
          )}
          {entries.length > 0 && shape === "graph" && <Picture subject={subject} timeline={timeline} today={today} />}
          {entries.length > 0 && shape === "table" && (
            <Table
              label={text("subjects.timelineLabel", { name: displayName(subject) })}
              columns={entryColumns(text, style, { dossier, profile })}
              rows={entries}
              rowKey={(entry) => entry.id}
              defaultSort={{ columnId: "dates", direction: "ascending" }}
              empty=""
            />
          )}
        </div>
      </Card>
    </>
  );
}

interface PictureProps {
  readonly timeline: Timeline;
  readonly today: string;
}

function Picture({ subject, timeline, today }: PictureProps & { readonly subject: Subject }): ReactNode {
  const text = useText();
  const style = useDateStyle();
  return (
    <div className={css["picture"]}>
      <div className={css["years"]} aria-hidden="true">
        {labelledYears(timeline).map((year) => (
          <span
            key={year}
            className={css["year"]}
            style={{ insetInlineStart: `${placeOf(timeline, `${year}-01-01`)}%` }}
          >
            {year}
          </span>
        ))}
      </div>
      <ol className={css["lines"]} aria-label={text("subjects.timelineLabel", { name: displayName(subject) })}>
        {timeline.gaps.map((gap) => (
          <li key={gap.from} className={css["line"]}>
            <span className={css["words"]}>
              {text(gap.isCertain ? "subjects.gap" : "subjects.gapMaybe")}
              <span className={css["dates"]}>{writePeriod({ from: gap.from, to: gap.to }, style)}</span>
            </span>
            <Track timeline={timeline} today={today}>
              <span
                className={`${css["gap"]} ${gap.isCertain ? "" : css["soft"]}`}
                style={{
                  insetInlineStart: `${placeOf(timeline, gap.from)}%`,
                  inlineSize: `${placeOf(timeline, gap.to, true) - placeOf(timeline, gap.from)}%`,
                }}
              />
            </Track>
          </li>
        ))}
        {timeline.lines.map(({ entry, days }) => (
          <li key={entry.id} className={css["line"]}>
            <span className={css["words"]}>
              <span dir="auto">{entryWords(text, entry)}</span>
              <span className={css["dates"]}>
                {text(`subjects.entry-${entry.kind}`)} · {writePeriod(entry.period, style)}
              </span>
            </span>
            <Track timeline={timeline} today={today}>
              {stretchesOf(timeline, days).map((stretch) => (
                <span
                  key={stretch.start}
                  className={`${css["bar"]} ${stretch.isSoft ? css["soft"] : ""}`}
                  style={{ insetInlineStart: `${stretch.start}%`, inlineSize: `${stretch.width}%` }}
                />
              ))}
            </Track>
          </li>
        ))}
      </ol>
      {timeline.undated > 0 && (
        <p className={css["dates"]}>{text("subjects.undatedEntries", { count: timeline.undated })}</p>
      )}
    </div>
  );
}

function Track({ timeline, today, children }: PictureProps & { readonly children: ReactNode }): ReactNode {
  return (
    <span className={css["track"]} aria-hidden="true">
      <span className={css["today"]} style={{ insetInlineStart: `${placeOf(timeline, today)}%` }} />
      {children}
    </span>
  );
}

function Points({ entries, timeline, today }: PictureProps & { readonly entries: readonly ProfileEntry[] }): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const overlaps = concurrentPosts(entries, today);
  const hasCareer = timeline.lines.some(({ entry }) => entry.kind === "post" || entry.kind === "education");
  const day = (iso: string): string => writeFuzzyDate(iso, style);
  return (
    <div className={css["points"]}>
      <Card title={text("subjects.gaps")} lead={text("subjects.gapsLead")}>
        {timeline.gaps.length === 0 && <p>{text(hasCareer ? "subjects.noGaps" : "subjects.noCareer")}</p>}
        <ul className={css["list"]}>
          {timeline.gaps.map((gap) => (
            <li key={gap.from}>
              {text(gap.isCertain ? "subjects.gapCertain" : "subjects.gapPossible", {
                from: day(gap.from),
                to: day(gap.to),
              })}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={text("subjects.overlaps")} lead={text("subjects.overlapsLead")}>
        {overlaps.length === 0 && <p>{text("subjects.noOverlaps")}</p>}
        <ul className={css["list"]}>
          {overlaps.map((one) => (
            <li key={`${one.first.id}-${one.second.id}`}>
              {text(one.isCertain ? "subjects.overlapCertain" : "subjects.overlapPossible", {
                first: entryWords(text, one.first),
                second: entryWords(text, one.second),
                from: day(one.from),
                to: day(one.to),
              })}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
