import { type ReactNode, useState } from "react";
import { mustExist } from "../../../shared/assert.ts";
import type { CaseAccess, Reader } from "../../../shared/contract/calls/access.ts";
import type { DossierId, PersonId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { useText } from "../../stores/text.ts";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import { Select } from "../../ui/Select.tsx";

/** What a change of readers needs to know, and whom it tells. */
export interface AccessDialogProps {
  readonly dossierId: DossierId;
  readonly access: CaseAccess;
  readonly onDone: (access: CaseAccess) => void;
  readonly onClose: () => void;
}

/** Closes the case for all but oneself and those chosen. */
export function RestrictDialog({ dossierId, access, onDone, onClose }: AccessDialogProps): ReactNode {
  const text = useText();
  const [chosen, setChosen] = useState<readonly PersonId[]>([]);
  return (
    <ReauthDialog
      title={text("access.restrict-title")}
      lead={text("access.restrict-lead")}
      confirmLabel={text("access.restrict")}
      onConfirm={({ passphrase }) => host.access.restrict({ dossierId, readers: [...chosen], passphrase })}
      onDone={onDone}
      onClose={onClose}
    >
      {access.candidates.length === 0 ? (
        <p>{text("access.no-candidates")}</p>
      ) : (
        <CheckboxGroup
          label={text("access.others")}
          help={text("access.others-help")}
          options={access.candidates.map(({ personId, displayName }) => ({ value: personId, label: displayName }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <WithoutKey access={access} />
      <p>{text(access.recoverable ? "access.what-kit" : "access.what-no-kit")}</p>
      <p>{text("access.what-copies")}</p>
    </ReauthDialog>
  );
}

/** Names one more reader. */
export function GrantDialog({ dossierId, access, onDone, onClose }: AccessDialogProps): ReactNode {
  const text = useText();
  const [chosen, setChosen] = useState<PersonId>();
  return (
    <ReauthDialog
      title={text("access.grant-title")}
      lead={text("access.grant-lead")}
      confirmLabel={text("access.grant-do")}
      isConfirmDisabled={chosen === undefined}
      startsInFields
      onConfirm={({ passphrase }) =>
        host.access.grant({ dossierId, personId: mustExist(chosen, "a reader was chosen"), passphrase })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <Select
        label={text("access.grant-who")}
        necessity="required"
        placeholder={text("access.grant-choose")}
        options={access.candidates.map(({ personId, displayName }) => ({ value: personId, label: displayName }))}
        value={chosen}
        onChange={setChosen}
        autoFocus
      />
      <WithoutKey access={access} />
    </ReauthDialog>
  );
}

interface WithdrawDialogProps extends Omit<AccessDialogProps, "access" | "onDone"> {
  readonly reader: Reader;
  /** Null once the person at the keyboard has withdrawn themselves. */
  readonly onDone: (access: CaseAccess | null) => void;
}

/** Takes a reader's name off. */
export function WithdrawDialog({ dossierId, reader, onDone, onClose }: WithdrawDialogProps): ReactNode {
  const text = useText();
  const lead = reader.self ? text("access.withdraw-self") : text("access.withdraw-lead", { name: reader.displayName });
  return (
    <ReauthDialog
      title={text("access.withdraw-title")}
      lead={lead}
      confirmLabel={text("access.withdraw")}
      tone="danger"
      onConfirm={({ passphrase }) => host.access.withdraw({ dossierId, personId: reader.personId, passphrase })}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

/** Gives the case back to the whole office. */
export function OpenDialog({ dossierId, onDone, onClose }: Omit<AccessDialogProps, "access">): ReactNode {
  const text = useText();
  return (
    <ReauthDialog
      title={text("access.open-title")}
      lead={text("access.open-lead")}
      confirmLabel={text("access.open")}
      onConfirm={({ passphrase }) => host.access.open({ dossierId, passphrase })}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

function WithoutKey({ access }: { readonly access: CaseAccess }): ReactNode {
  const text = useText();
  if (access.withoutKey.length === 0) return null;
  return <p>{text("access.without-key", { names: access.withoutKey.join("、") })}</p>;
}
