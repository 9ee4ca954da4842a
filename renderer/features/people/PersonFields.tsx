import type { ReactNode } from "react";
import { personRoles, unitLimit } from "../../../shared/domain/people.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { unitsOf, usePeople } from "../../stores/people-store.ts";
import { useText } from "../../stores/text.ts";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import { SuggestField } from "../../ui/SuggestField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { missingIn, type PersonDraft } from "./person-draft.ts";

interface PersonFieldsProps {
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  /** Says what is missing; false until the person tried to go on. */
  readonly isChecked: boolean;
}

/** Name, unit and roles of one person. */
export function PersonFields({ draft, onChange, isChecked }: PersonFieldsProps): ReactNode {
  const text = useText();
  const { people } = usePeople();
  const missing = isChecked ? missingIn(draft) : [];
  return (
    <>
      <TextField
        label={text("people.name")}
        help={text("people.nameHelp")}
        necessity="required"
        value={draft.displayName}
        onChange={(displayName) => onChange({ ...draft, displayName })}
        maxLength={textLimits.name}
        error={missing.includes("name") ? text("people.nameNeeded") : undefined}
        isName
        autoFocus
      />
      <SuggestField
        label={text("people.unit")}
        help={text("people.unitHelp")}
        necessity="optional"
        value={draft.unit}
        onChange={(unit) => onChange({ ...draft, unit })}
        suggestions={unitsOf(people)}
        maxLength={unitLimit}
      />
      <CheckboxGroup
        label={text("people.roles")}
        help={text("people.rolesHelp")}
        necessity="required"
        options={personRoles.map((role) => ({
          value: role,
          label: text(`people.role-${role}`),
          help: text(`people.about-${role}`),
        }))}
        value={draft.roles}
        onChange={(roles) => onChange({ ...draft, roles })}
        error={missing.includes("roles") ? text("people.rolesNeeded") : undefined}
      />
    </>
  );
}
