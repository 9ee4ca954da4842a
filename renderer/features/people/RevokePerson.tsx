import type { ReactNode } from "react";
import type { PersonView } from "../../../shared/domain/people.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import css from "./people.module.css";

interface RevokePersonProps {
  readonly person: PersonView;
  readonly isSelf: boolean;
  readonly onClose: () => void;
  readonly onDone: (person: PersonView) => void;
}

/** Shuts a person out, after saying what that does and what it cannot do. */
export function RevokePerson({ person, isSelf, onClose, onDone }: RevokePersonProps): ReactNode {
  const text = useText();
  return (
    <ReauthDialog<never, PersonView>
      title={text("people.revokeTitle", { name: person.displayName })}
      lead={
        <ul className={css["means"]}>
          <li>{text("people.revokeKey")}</li>
          <li>{text("people.revokeRotate")}</li>
          <li>{text("people.revokeRead")}</li>
          <li>{text("people.revokeRecord")}</li>
        </ul>
      }
      confirmLabel={text("people.revoke")}
      tone="danger"
      onConfirm={({ passphrase }) => host.people.revoke({ personId: person.id, passphrase })}
      onDone={onDone}
      onClose={onClose}
    >
      {isSelf && <Banner tone="warning" title={text("people.revokeOwn")} />}
    </ReauthDialog>
  );
}
