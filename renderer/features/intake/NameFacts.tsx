import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import { NameScript, scriptOfName } from "../../../shared/domain/party.ts";
import { PeriodField } from "../../parts/period/PeriodField.tsx";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/Select.tsx";
import css from "./intake.module.css";
import type { NameRow } from "./name-rows.ts";

interface NameFactsProps {
  readonly row: NameRow;
  readonly isReadOnly: boolean;
  readonly onChange: (row: NameRow) => void;
  readonly onCommit: () => void;
}

/** In which script a name is and when it was in use; folded away until somebody asks, for most names have neither. */
export function NameFacts({ row, isReadOnly, onChange, onCommit }: NameFactsProps): ReactNode {
  const text = useText();
  const [isOpen, setOpen] = useState(row.script !== undefined || row.dates !== "");
  if (!isOpen)
    return (
      <div className={css["nameMore"]}>
        <Button size="small" tone="quiet" icon={SlidersHorizontal} onPress={() => setOpen(true)}>
          {text("intake.nameFacts")}
        </Button>
      </div>
    );
  const guessed = scriptOfName({ kind: row.kind, text: row.text });
  return (
    <div className={css["nameFacts"]}>
      <Select
        label={text("intake.script")}
        placeholder={text("intake.choose")}
        options={[
          { value: "by-letters", label: text("intake.scriptByLetters", { script: text(`intake.script-${guessed}`) }) },
          ...NameScript.options.map((value) => ({ value: String(value), label: text(`intake.script-${value}`) })),
        ]}
        value={row.script ?? "by-letters"}
        onChange={(value) => {
          onChange({ ...row, script: NameScript.safeParse(value).data });
          onCommit();
        }}
        isDisabled={isReadOnly}
      />
      <PeriodField
        label={text("intake.nameDates")}
        value={row.dates}
        onChange={(dates) => onChange({ ...row, dates })}
        onCommit={onCommit}
        isReadOnly={isReadOnly}
      />
    </div>
  );
}
