import { type ReactNode, useState } from "react";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { notify } from "../../stores/notice-store.ts";
import { useText } from "../../stores/text.ts";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import type { ListGroup } from "./lists-store.ts";

/** Writes editions of a list into a signed file for another machine. */
export function WritePackDialog({ group, onClose }: { group: ListGroup; onClose: () => void }): ReactNode {
  const text = useText();
  const [chosen, setChosen] = useState<readonly string[]>(() => [(group.current ?? group.editions[0])?.id ?? ""]);
  const editionIds = group.editions.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  return (
    <ReauthDialog<never, { fileName: string }>
      title={text("lists.packTitle", { title: group.title })}
      lead={text("lists.packLead")}
      confirmLabel={text("lists.writePack")}
      isConfirmDisabled={editionIds.length === 0}
      onConfirm={({ passphrase }) => host.lists.writePack({ editionIds, passphrase })}
      onDone={({ fileName }) => {
        notify({ tone: "success", text: text("lists.packWritten", { name: fileName }) });
        onClose();
      }}
      onClose={onClose}
    >
      <CheckboxGroup
        label={text("lists.packEditions")}
        options={group.editions.map(({ id, edition }) => ({ value: id, label: edition }))}
        value={chosen}
        onChange={setChosen}
      />
    </ReauthDialog>
  );
}
