import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { Select } from "../../ui/Select.tsx";
import { type EventGroup, eventGroups } from "./event-groups.ts";

interface GroupFilterProps {
  readonly value: EventGroup | "all";
  readonly onChange: (value: EventGroup | "all") => void;
  readonly groups?: readonly EventGroup[];
}

/** Narrows a history to one kind of event. */
export function GroupFilter({ value, onChange, groups = eventGroups }: GroupFilterProps): ReactNode {
  const text = useText();
  const choices = ["all", ...groups] as const;
  return (
    <Select
      label={text("trail.group")}
      placeholder={text("trail.group-all")}
      options={choices.map((choice) => ({ value: choice, label: text(`trail.group-${choice}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}
