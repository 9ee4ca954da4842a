import { type ReactNode, useState } from "react";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { DraftWork } from "./use-draft.ts";

interface PublishDialogProps {
  readonly work: DraftWork;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks what the version is called and what changed, and publishes it. */
export function PublishDialog({ work, onClose, onDone }: PublishDialogProps): ReactNode {
  const text = useText();
  const [label, setLabel] = useState("");
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  async function publish(): Promise<void> {
    setBusy(true);
    const { templateId } = work.template;
    const done = await host.templates.publish({ templateId, revision: work.draft.revision, label: label.trim(), note });
    setBusy(false);
    if (!done.ok) return setProblem(faultText(text, done.error));
    notify({ tone: "success", text: text("templates.publishedDone", { number: done.value.version.number }) });
    onDone();
  }
  return (
    <Dialog
      title={text("templates.publishTitle")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text("common.cancel")}</Button>
          <Button tone="primary" isDisabled={isBusy || label.trim() === ""} onPress={() => void publish()}>
            {text("templates.publish")}
          </Button>
        </>
      }
    >
      <p>{text("templates.publishLead")}</p>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <TextField
        label={text("templates.label")}
        help={text("templates.labelHelp")}
        necessity="required"
        value={label}
        onChange={setLabel}
        maxLength={40}
        autoFocus
      />
      <TextArea label={text("templates.note")} value={note} onChange={setNote} characterLimit={4000} />
    </Dialog>
  );
}
