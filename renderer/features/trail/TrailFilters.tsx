import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { GroupFilter } from "./GroupFilter.tsx";
import css from "./trail.module.css";
import { everything, type TrailChoice } from "./trail-filter.ts";

interface TrailFiltersProps {
  readonly choice: TrailChoice;
  /** Everybody the trail names. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly key: string | null }[];
  readonly onChange: (choice: TrailChoice) => void;
}

/** Narrows the trail by kind, person, case and day. */
export function TrailFilters({ choice, people, onChange }: TrailFiltersProps): ReactNode {
  const text = useText();
  const change = (part: Partial<TrailChoice>): void => onChange({ ...choice, ...part });
  return (
    <section className={css["filters"]} aria-label={text("trail.filters")}>
      <GroupFilter value={choice.group} onChange={(group) => change({ group })} />
      <Select
        label={text("trail.person")}
        placeholder={text("trail.allPeople")}
        options={[
          { value: "all", label: text("trail.allPeople") },
          ...people.map(({ id, name, key }) => ({ value: id, label: name, help: key ?? undefined })),
        ]}
        value={choice.actorId}
        onChange={(actorId) => change({ actorId })}
      />
      <TextField
        label={text("trail.caseNumber")}
        placeholder={text("trail.caseNumberExample")}
        type="search"
        value={choice.caseNumber}
        onChange={(caseNumber) => change({ caseNumber })}
        maxLength={40}
      />
      <DateField label={text("trail.from")} value={choice.from} onChange={(from) => change({ from })} max={choice.to} />
      <DateField label={text("trail.to")} value={choice.to} onChange={(to) => change({ to })} min={choice.from} />
      <div className={css["clear"]}>
        <Button size="small" isDisabled={choice === everything} onPress={() => onChange(everything)}>
          {text("trail.clear")}
        </Button>
      </div>
    </section>
  );
}
