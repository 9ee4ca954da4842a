import { type ReactNode, useState } from "react";
import { readPeriod, writePeriod } from "../../../shared/domain/profile/period-text.ts";
import { useText } from "../../stores/text.ts";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { TextField } from "../../ui/TextField.tsx";

interface PeriodFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** What was typed, readable or not. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The text is final. */
  readonly onCommit?: (() => void) | undefined;
  readonly onEnter?: (() => void) | undefined;
  readonly isReadOnly?: boolean;
}

/** A date or a stretch of time as people write one, in either calendar; says at once how it was understood. */
export function PeriodField(props: PeriodFieldProps): ReactNode {
  const { label, value, onChange, onCommit, onEnter } = props;
  const text = useText();
  const style = useDateStyle();
  const [isLeft, setLeft] = useState(value !== "");
  const read = readPeriod(value);
  const understood = read.ok ? writePeriod(read.value, style) : "";
  const help = understood === "" ? text("subjects.datesHelp") : text("subjects.datesRead", { dates: understood });
  return (
    <TextField
      label={label}
      isLabelHidden={props.isLabelHidden}
      help={help}
      value={value}
      onChange={(next) => {
        setLeft(false);
        onChange(next);
      }}
      onCommit={() => {
        setLeft(true);
        onCommit?.();
      }}
      onEnter={onEnter}
      maxLength={100}
      isReadOnly={props.isReadOnly}
      error={isLeft && !read.ok ? text(`subjects.datesWrong-${read.error}`) : undefined}
    />
  );
}
