import type { ReactNode } from "react";
import { type Carriage, CarriedOn } from "../../../shared/domain/evidence.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { useText } from "../../stores/text.ts";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./evidence-form.module.css";

/** How a file came here: on what, from which machine, and who carried it. */
export function CarriageFields({
  carriage,
  onChange,
}: {
  readonly carriage: Carriage;
  readonly onChange: (carriage: Carriage) => void;
}): ReactNode {
  const text = useText();
  return (
    <div className={css["pair"]}>
      <Select
        label={text("evidenceform.medium")}
        options={CarriedOn.options.map((medium) => ({ value: medium, label: text(`custody.medium-${medium}`) }))}
        placeholder={text("evidenceform.choose")}
        value={carriage.medium}
        onChange={(medium) => onChange({ ...carriage, medium: CarriedOn.parse(medium) })}
      />
      <TextField
        label={text("evidenceform.machine")}
        value={carriage.machine}
        onChange={(machine) => onChange({ ...carriage, machine })}
        maxLength={textLimits.title}
      />
      <TextField
        label={text("evidenceform.carriedBy")}
        value={carriage.carriedBy}
        onChange={(carriedBy) => onChange({ ...carriage, carriedBy })}
        maxLength={textLimits.name}
        isName
      />
    </div>
  );
}
