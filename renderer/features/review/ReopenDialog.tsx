import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { adoptDossier } from "../../stores/dossier-store.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import type { Move } from "./review-plan.ts";
import { keepReopenReason, useReopenReason } from "./review-store.ts";

interface ReopenDialogProps {
  readonly dossier: Dossier;
  readonly move: Move;
  readonly onClose: () => void;
}

/** Asks why a decided case is taken up again. The reason outlives the dialog until it is used. */
export function ReopenDialog({ dossier, move, onClose }: ReopenDialogProps): ReactNode {
  const text = useText();
  const reason = useReopenReason(dossier.id);
  const kept = useFormDraft({
    dossierId: dossier.id,
    form: "reopen",
    schema: z.string(),
    value: reason,
    isTouched: reason !== "",
    onRestore: (restored) => keepReopenReason(dossier.id, restored),
  });
  const [hasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const isShort = reason.trim().length < textLimits.reasonMinimum;

  async function reopen(): Promise<void> {
    setTried(true);
    if (isShort || isBusy) return;
    setBusy(true);
    const moved = await host.dossiers.move({ dossierId: dossier.id, to: move.to, reason });
    setBusy(false);
    if (!moved.ok) {
      setFault(moved.error);
      return;
    }
    kept.drop();
    keepReopenReason(dossier.id, "");
    adoptDossier(moved.value);
    notify({ tone: "success", text: text("review.moved", { state: text(`dossier.state-${move.to}`) }) });
    onClose();
  }

  const actions = (
    <>
      <Button onPress={onClose}>{text("common.cancel")}</Button>
      <Button tone="primary" isBusy={isBusy} onPress={() => void reopen()}>
        {text("review.move-reopen")}
      </Button>
    </>
  );
  return (
    <Dialog title={text("review.reopenTitle")} isOpen onClose={onClose} actions={actions}>
      <p>{text("review.reopenText")}</p>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <TextArea
        label={text("review.reopenReason")}
        help={text("review.reopenReasonHelp")}
        necessity="required"
        value={reason}
        onChange={(next) => keepReopenReason(dossier.id, next)}
        characterLimit={textLimits.note}
        rows={4}
        autoFocus
        {...(hasTried && isShort && { error: text("common.reasonTooShort") })}
      />
    </Dialog>
  );
}
