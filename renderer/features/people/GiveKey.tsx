import { type ReactNode, useState } from "react";
import type { PersonView } from "../../../shared/domain/people.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { roleWords } from "../../parts/roles/role-words.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { type ChosenSecret, NewSecret } from "./NewSecret.tsx";

interface GiveKeyProps {
  readonly person: PersonView;
  readonly onClose: () => void;
  readonly onDone: (person: PersonView) => void;
}

/** Finishes the key of a person who was added without one: they choose a passphrase, the administrator confirms. */
export function GiveKey({ person, onClose, onDone }: GiveKeyProps): ReactNode {
  const text = useText();
  const locale = useLocale();
  const [secret, setSecret] = useState<ChosenSecret>();
  const { id: personId, displayName: name, unit, roles } = person;
  if (secret === undefined) return <NewSecret name={name} unit={unit} onBack={onClose} onChosen={setSecret} />;
  return (
    <ReauthDialog<never, PersonView>
      title={text("people.keyTitle", { name })}
      lead={text("people.addLead", { roles: roleWords(roles, { text, locale }) })}
      confirmLabel={text("people.keyAct")}
      onConfirm={({ passphrase }) => host.people.giveKey({ personId, ...secret, passphrase })}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
