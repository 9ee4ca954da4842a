import { type ReactNode, useState } from "react";
import type { PersonView } from "../../../shared/domain/people.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { roleWords } from "../../parts/roles/role-words.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { type ChosenSecret, NewSecret } from "./NewSecret.tsx";
import { PersonFields } from "./PersonFields.tsx";
import { emptyPerson, inputOf, missingIn, type PersonDraft } from "./person-draft.ts";

interface AddPersonProps {
  readonly onClose: () => void;
  readonly onAdded: (person: PersonView) => void;
}

/**
 * Three steps at one keyboard: the administrator says who, the new person chooses a passphrase, the administrator
 * confirms with their own. The administrator's is asked for last, so that it is not held while somebody else types.
 */
export function AddPerson({ onClose, onAdded }: AddPersonProps): ReactNode {
  const text = useText();
  const locale = useLocale();
  const [draft, setDraft] = useState<PersonDraft>(emptyPerson);
  const [step, setStep] = useState<"who" | "secret" | "confirm">("who");
  const [secret, setSecret] = useState<ChosenSecret>();
  if (step === "who")
    return <Who draft={draft} onChange={setDraft} onClose={onClose} onNext={() => setStep("secret")} />;
  const person = inputOf(draft);
  const name = person.displayName;
  if (step === "secret" || secret === undefined)
    return (
      <NewSecret
        name={name}
        unit={person.unit}
        onBack={() => setStep("who")}
        onChosen={(chosen) => {
          setSecret(chosen);
          setStep("confirm");
        }}
      />
    );
  return (
    <ReauthDialog<never, PersonView>
      title={text("people.addTitle", { name })}
      lead={text("people.addLead", { roles: roleWords(person.roles, { text, locale }) })}
      confirmLabel={text("people.addAct")}
      onConfirm={({ passphrase }) => host.people.add({ person, ...secret, passphrase })}
      onDone={onAdded}
      onClose={onClose}
    />
  );
}

interface WhoProps {
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  readonly onClose: () => void;
  readonly onNext: () => void;
}

function Who({ draft, onChange, onClose, onNext }: WhoProps): ReactNode {
  const text = useText();
  const [isChecked, setChecked] = useState(false);
  const next = (): void => {
    setChecked(true);
    if (missingIn(draft).length === 0) onNext();
  };
  return (
    <Dialog
      title={text("people.whoTitle")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text("common.cancel")}</Button>
          <Button tone="primary" onPress={next}>
            {text("common.next")}
          </Button>
        </>
      }
    >
      <PersonFields draft={draft} onChange={onChange} isChecked={isChecked} />
    </Dialog>
  );
}
