import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { classNames } from "./class-names.ts";
import css from "./Dialog.module.css";
import { IconButton } from "./IconButton.tsx";
import { OpenDialogMark } from "./open-dialogs.ts";
import { useUiText } from "./words.ts";

export type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  /** Asked for by Escape or by the close button. The caller sets `isOpen` to false. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode | undefined;
  readonly size?: "small" | "medium" | "large";
  /** Clicking beside it closes it; leave out where typing could be lost. */
  readonly isDismissable?: boolean;
  /** It is only read: what it holds takes the focus itself, so that keys scroll it. */
  readonly isForReading?: boolean;
};

/** A window above the page. Takes focus, keeps it, and gives it back to where it was. */
export function Dialog(props: DialogProps): ReactNode {
  const { title, isOpen, onClose, children, actions, size = "medium", isDismissable = false } = props;
  const reading = props.isForReading === true ? { tabIndex: 0, role: "region", "aria-label": title } : {};
  const text = useUiText();
  return (
    <ModalOverlay
      className={classNames(css["scrim"])}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={isDismissable}
    >
      <Modal className={classNames(css["modal"], size !== "medium" && css[size])}>
        <AriaDialog className={classNames(css["dialog"])}>
          <OpenDialogMark />
          <header className={css["head"]}>
            <Heading slot="title" level={2} className={classNames(css["title"])}>
              {title}
            </Heading>
            <div className={css["close"]}>
              <IconButton icon={X} label={text("close")} onPress={onClose} />
            </div>
          </header>
          <div className={css["body"]} {...reading}>
            {children}
          </div>
          {actions !== undefined && <footer className={css["actions"]}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
