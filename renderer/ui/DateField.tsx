import { type CalendarDate, parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from "react-aria-components";
import { useDateStyle } from "./calendar-style.ts";
import { classNames } from "./class-names.ts";
import css from "./DateField.module.css";
import { dateMs, formatDate, formatJapaneseEra } from "./date-format.ts";
import { FieldHead, FieldProblem } from "./FieldParts.tsx";
import type { FieldProps } from "./field.ts";
import { IconButton } from "./IconButton.tsx";
import fieldCss from "./TextField.module.css";
import { useUiText } from "./words.ts";

export type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD`; undefined while there is none. Anything else is shown as none. */
  readonly value: string | undefined;
  /** A whole date, or undefined once it was emptied; half a date is not reported. */
  readonly onChange: (value: string | undefined) => void;
  /** Earliest and latest dates that may be chosen, `YYYY-MM-DD`. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
};

/** A calendar date, typed part by part or picked from a month, written out under it: in the Japanese calendar for Japanese. */
export function DateField(props: DateFieldProps): ReactNode {
  const { value, onChange, min, max, isReadOnly = false } = props;
  const text = useUiText();
  const style = useDateStyle();
  const inWords =
    value === undefined ? "" : style.locale === "ja" ? formatJapaneseEra(value) : formatDate(value, style);
  const earliest = dateOf(min);
  const latest = dateOf(max);
  return (
    <DatePicker<CalendarDate>
      className={classNames(fieldCss["field"])}
      value={dateOf(value) ?? null}
      onChange={(date) => onChange(date?.toString())}
      {...(earliest !== undefined && { minValue: earliest })}
      {...(latest !== undefined && { maxValue: latest })}
      granularity="day"
      shouldForceLeadingZeros
      isDisabled={props.isDisabled ?? false}
      isReadOnly={isReadOnly}
      isInvalid={props.error !== undefined}
      isRequired={props.necessity === "required"}
      validationBehavior="aria"
    >
      <FieldHead {...props} />
      <Group className={classNames(fieldCss["input"], css["control"], isReadOnly && css["readOnly"])}>
        <DateInput className={classNames(css["segments"])}>
          {(segment) => <DateSegment segment={segment} className={classNames(css["segment"])} />}
        </DateInput>
        {!isReadOnly && <IconButton icon={CalendarDays} label={text("openCalendar")} size="small" />}
      </Group>
      <FieldProblem error={props.error} />
      <span className={css["era"]}>{inWords}</span>
      <Popover className={classNames(css["popover"])} placement="bottom start" offset={4}>
        <Dialog>
          <Month />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function Month(): ReactNode {
  const text = useUiText();
  return (
    <Calendar>
      <header className={css["month"]}>
        <IconButton slot="previous" icon={ChevronLeft} label={text("previousMonth")} size="small" />
        <Heading className={classNames(css["heading"])} />
        <IconButton slot="next" icon={ChevronRight} label={text("nextMonth")} size="small" />
      </header>
      <CalendarGrid className={classNames(css["grid"])} weekdayStyle="short">
        {(date) => <CalendarCell date={date} className={classNames(css["day"])} />}
      </CalendarGrid>
    </Calendar>
  );
}

function dateOf(iso: string | undefined): CalendarDate | undefined {
  return iso === undefined || dateMs(iso) === undefined ? undefined : parseDate(iso);
}
