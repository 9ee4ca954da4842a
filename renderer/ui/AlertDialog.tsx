import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import css from "./Dialog.module.css";
import { OpenDialogMark } from "./open-dialogs.ts";
import { useUiText } from "./words.ts";

export type AlertDialogProps = {
  /** A question that names the thing: what would be gone. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
  /** The verb itself, as `削除する`; never "OK". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly tone?: "danger" | "primary";
  readonly isBusy?: boolean | undefined;
  /** For a confirmation that first asks for a typed name or a reason. */
  readonly isConfirmDisabled?: boolean | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Asks before what cannot be undone, and only then. Focus starts on the way back; Escape is the way back. */
export function AlertDialog(props: AlertDialogProps): ReactNode {
  const { title, isOpen, children, confirmLabel, cancelLabel, tone = "danger", isBusy, onConfirm, onCancel } = props;
  const text = useUiText();
  return (
    <ModalOverlay
      className={classNames(css["scrim"])}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
    >
      <Modal className={classNames(css["modal"], css["small"])}>
        <AriaDialog role="alertdialog" className={classNames(css["dialog"])}>
          <OpenDialogMark />
          <header className={css["head"]}>
            <Heading slot="title" level={2} className={classNames(css["title"])}>
              {title}
            </Heading>
          </header>
          <div className={css["body"]}>{children}</div>
          <footer className={css["actions"]}>
            <Button tone="secondary" autoFocus onPress={onCancel}>
              {cancelLabel ?? text("cancel")}
            </Button>
            <Button tone={tone} isBusy={isBusy} isDisabled={props.isConfirmDisabled} onPress={onConfirm}>
              {confirmLabel}
            </Button>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
