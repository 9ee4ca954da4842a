import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { loadDossier } from "../../stores/dossier-store.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { faultText, useText } from "../../stores/text.ts";
import { AlertDialog } from "../../ui/AlertDialog.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { TextArea } from "../../ui/TextArea.tsx";

const KeptNote = z.object({ note: z.string() });

interface DeclareConflictProps {
  readonly dossierId: DossierId;
  readonly onClose: () => void;
}

/** Says what a declared conflict does and asks what it is; the case closes to the person at once. */
export function DeclareConflict({ dossierId, onClose }: DeclareConflictProps): ReactNode {
  const text = useText();
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();

  const kept = useFormDraft({
    dossierId,
    form: "conflict",
    schema: KeptNote,
    value: { note },
    isTouched: note !== "",
    onRestore: (restored) => setNote(restored.note),
  });

  async function declare(): Promise<void> {
    setBusy(true);
    const declared = await host.access.declare({ dossierId, hasConflict: true, note });
    setBusy(false);
    if (declared.ok) {
      kept.drop();
      onClose();
      await loadDossier(dossierId);
    } else setFault(declared.error);
  }

  return (
    <AlertDialog
      title={text("ties.someTitle")}
      isOpen
      tone="primary"
      confirmLabel={text("ties.someAct")}
      isBusy={isBusy}
      isConfirmDisabled={note.trim().length < textLimits.reasonMinimum}
      onConfirm={() => void declare()}
      onCancel={onClose}
    >
      <p>{text("ties.someLead")}</p>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <TextArea
        label={text("ties.someNote")}
        help={text("ties.someNoteHelp")}
        necessity="required"
        value={note}
        onChange={setNote}
        characterLimit={textLimits.shortNote}
        rows={3}
      />
    </AlertDialog>
  );
}
