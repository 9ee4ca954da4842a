import { type ReactNode, useState } from "react";
import type { PersonView } from "../../../shared/domain/people.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { useText } from "../../stores/text.ts";
import { PersonFields } from "./PersonFields.tsx";
import { draftOf, inputOf, missingIn } from "./person-draft.ts";

interface ChangePersonProps {
  readonly person: PersonView;
  readonly onClose: () => void;
  readonly onDone: (person: PersonView) => void;
}

/** Changes name, unit and roles of a person; the administrator confirms in the same form. */
export function ChangePerson({ person, onClose, onDone }: ChangePersonProps): ReactNode {
  const text = useText();
  const [draft, setDraft] = useState(() => draftOf(person));
  return (
    <ReauthDialog<never, PersonView>
      title={text("people.changeTitle", { name: person.displayName })}
      lead={text("people.changeLead")}
      confirmLabel={text("people.changeAct")}
      startsInFields
      isConfirmDisabled={missingIn(draft).length > 0}
      onConfirm={({ passphrase }) => host.people.change({ personId: person.id, person: inputOf(draft), passphrase })}
      onDone={onDone}
      onClose={onClose}
    >
      <PersonFields draft={draft} onChange={setDraft} isChecked />
    </ReauthDialog>
  );
}
