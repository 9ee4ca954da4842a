import { type ReactNode, useState } from "react";
import { AlertDialog } from "../ui/AlertDialog.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Row, Section } from "./Section.tsx";
import type { Say } from "./samples.ts";

/** What opens above the page. */
export function OverlaySection({ say }: { say: Say }): ReactNode {
  const [open, setOpen] = useState<"dialog" | "alert" | undefined>(undefined);
  const [reason, setReason] = useState("");
  const close = (): void => setOpen(undefined);
  return (
    <Section id="overlays" title="Dialog, AlertDialog">
      <Row>
        <Button onPress={() => setOpen("dialog")}>{say("期限を延ばす", "Extend the due date")}</Button>
        <Button tone="danger" onPress={() => setOpen("alert")}>
          {say("案件を廃棄", "Dispose of the case")}
        </Button>
      </Row>
      <Dialog
        title={say("期限を延ばす", "Extend the due date")}
        isOpen={open === "dialog"}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{say("やめる", "Cancel")}</Button>
            <Button tone="primary" onPress={close}>
              {say("延ばす", "Extend")}
            </Button>
          </>
        }
      >
        <p>{say("延ばした理由は、経過の記録に残ります。", "The reason is kept in the trail.")}</p>
        <TextField label={say("理由", "Reason")} value={reason} onChange={setReason} autoFocus />
      </Dialog>
      <AlertDialog
        title={say("案件 R8-0042「𠮷野家 葛󠄀」を廃棄しますか", "Dispose of case R8-0042, 𠮷野家 葛󠄀?")}
        isOpen={open === "alert"}
        confirmLabel={say("廃棄する", "Dispose")}
        onConfirm={close}
        onCancel={close}
      >
        <p>
          {say(
            "証拠 12 件と経過の記録が読めなくなります。元に戻すことはできません。",
            "Twelve pieces of evidence and the trail become unreadable. This cannot be undone.",
          )}
        </p>
      </AlertDialog>
    </Section>
  );
}
