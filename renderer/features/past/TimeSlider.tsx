import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Moment } from "../../../shared/domain/history.ts";
import { dayOf, Instant, officeOffsetMs } from "../../../shared/domain/time.ts";
import { useText } from "../../stores/text.ts";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { DateField } from "../../ui/DateField.tsx";
import { formatInstant } from "../../ui/date-format.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import css from "./past.module.css";
import type { Moments } from "./use-past.ts";

interface TimeSliderProps {
  readonly moments: Moments;
  readonly moment: Moment;
  readonly onChange: (moment: Moment) => void;
}

/** Every moment with a change as one stop, now as the last; arrows go from stop to stop, a day can be typed. */
export function TimeSlider({ moments, moment, onChange }: TimeSliderProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const stops = [moments.beginsAt, ...moments.minutes];
  const at = placeOf(moment, moments, stops);
  const words = at === stops.length ? text("past.now") : formatInstant(stops[at] ?? moments.beginsAt, style);
  const go = (place: number): void => {
    const stop = stops[place];
    onChange(stop === undefined ? { kind: "now" } : { kind: "time", at: stop });
  };
  return (
    <section className={css["time"]} aria-label={text("past.slider")}>
      <div className={css["slider"]}>
        <IconButton icon={ChevronLeft} label={text("past.earlier")} isDisabled={at === 0} onPress={() => go(at - 1)} />
        <input
          type="range"
          className={css["range"]}
          aria-label={text("past.slider")}
          aria-valuetext={words}
          min={0}
          max={stops.length}
          step={1}
          value={at}
          onChange={(event) => go(Number(event.target.value))}
        />
        <IconButton
          icon={ChevronRight}
          label={text("past.later")}
          isDisabled={at === stops.length}
          onPress={() => go(at + 1)}
        />
      </div>
      <p className={css["help"]}>{text("past.sliderHelp")}</p>
      <DateField
        label={text("past.day")}
        help={text("past.dayHelp")}
        value={moment.kind === "time" ? dayOf(moment.at) : undefined}
        max={dayOf(Date.now())}
        onChange={(day) => {
          if (day !== undefined) onChange({ kind: "time", at: endOf(day) });
        }}
      />
    </section>
  );
}

/** The last millisecond of a day at the office. */
function endOf(day: string): Instant {
  return Instant.parse(Math.max(0, Date.parse(`${day}T00:00:00Z`) - officeOffsetMs + 24 * 60 * 60 * 1000 - 1));
}

/** The last stop that is not later than the moment. */
function placeOf(moment: Moment, { points }: Moments, stops: readonly number[]): number {
  if (moment.kind === "now") return stops.length;
  const at = moment.kind === "time" ? moment.at : points.find(({ number }) => number === moment.number)?.at;
  if (at === undefined) return stops.length;
  return Math.max(
    0,
    stops.findLastIndex((stop) => stop <= at),
  );
}
