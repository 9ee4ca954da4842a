import type { ReactNode } from "react";
import type { ColumnMapping } from "../../../shared/domain/screening.ts";
import { useText } from "../../stores/text.ts";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./lists.module.css";

const fields = [
  "name",
  "aliases",
  "kind",
  "country",
  "identifiers",
  "birthDate",
  "programme",
  "remarks",
  "sourceId",
] as const satisfies (keyof ColumnMapping)[];

interface ColumnChoicesProps {
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly onChange: (mapping: ColumnMapping) => void;
}

/** Which column holds what. */
export function ColumnChoices({ header, mapping, onChange }: ColumnChoicesProps): ReactNode {
  const text = useText();
  const none = { value: "none", label: text("lists.noColumn") };
  const columns = header.map((title, index) => ({ value: String(index), label: `${index + 1}: ${title}` }));
  return (
    <>
      <div className={css["columns"]}>
        {fields.map((field) => (
          <Select
            key={field}
            label={text(`lists.column-${field}`)}
            placeholder={text("lists.noColumn")}
            options={field === "name" ? columns : [none, ...columns]}
            value={mapping[field] === null ? (field === "name" ? undefined : "none") : String(mapping[field])}
            onChange={(chosen) => onChange({ ...mapping, [field]: chosen === "none" ? null : Number(chosen) })}
          />
        ))}
        <TextField
          label={text("lists.separator")}
          value={mapping.aliasSeparator}
          onChange={(aliasSeparator) => onChange({ ...mapping, aliasSeparator })}
          width="short"
          maxLength={4}
        />
      </div>
      {mapping.kind === null && (
        <ChoiceGroup
          label={text("lists.kindWhenAbsent")}
          layout="row"
          value={mapping.kindWhenAbsent}
          onChange={(kind) => onChange({ ...mapping, kindWhenAbsent: kind === "person" ? "person" : "organisation" })}
          choices={[
            { value: "organisation", label: text("lists.organisations") },
            { value: "person", label: text("lists.persons") },
          ]}
        />
      )}
    </>
  );
}
