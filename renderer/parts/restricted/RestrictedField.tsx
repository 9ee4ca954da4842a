import { Copy, Eye, EyeOff } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { type RestrictedField as FieldName, maskText } from "../../../shared/domain/restricted.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { ReauthDialog } from "../reauth/ReauthDialog.tsx";
import css from "./restricted.module.css";

/** How long a revealed value stays on screen after it was revealed or last changed, in milliseconds. */
const revealLimitMs = 60_000;

/** Copied values leave the clipboard after this many seconds; the host keeps to it. */
const clipboardSeconds = 20;

interface RestrictedFieldProps {
  readonly dossierId: DossierId;
  readonly field: FieldName;
  readonly label: string;
  /** The value as the case answers it: a mask where there is something. */
  readonly stored: string;
  /** Draws the value, for reading or for changing; `change` keeps what is typed on screen. */
  readonly children: (value: string, change: (next: string) => void) => ReactNode;
}

/** A value that stands masked until somebody asks for it with their passphrase, and hides again after a minute. */
export function RestrictedField(props: RestrictedFieldProps): ReactNode {
  const { label, stored, children } = props;
  const text = useText();
  const [shown, setShown] = useShortly();
  const [asking, setAsking] = useState<"reveal" | "copy">();
  const close = (): void => setAsking(undefined);
  const isMasked = shown === undefined && stored === maskText;
  return (
    <div className={css["field"]}>
      {isMasked ? <Masked label={label} /> : children(shown ?? stored, setShown)}
      {stored === maskText && (
        <div className={css["acts"]}>
          <Button
            size="small"
            icon={isMasked ? Eye : EyeOff}
            onPress={() => (isMasked ? setAsking("reveal") : setShown(undefined))}
          >
            {text(isMasked ? "restricted.reveal" : "restricted.hide", { label })}
          </Button>
          <Button size="small" tone="quiet" icon={Copy} onPress={() => setAsking("copy")}>
            {text("restricted.copy", { label })}
          </Button>
        </div>
      )}
      {asking === "reveal" && (
        <RevealDialog
          {...props}
          onClose={close}
          onRevealed={(value) => {
            setShown(value);
            close();
          }}
        />
      )}
      {asking === "copy" && <CopyDialog {...props} onClose={close} />}
    </div>
  );
}

function Masked({ label }: { readonly label: string }): ReactNode {
  const text = useText();
  return (
    <div className={css["masked"]}>
      <span className={css["label"]}>{label}</span>
      <span className={css["mask"]}>{maskText}</span>
      <span className={css["soft"]}>{text("restricted.hidden")}</span>
    </div>
  );
}

type AskProps = Pick<RestrictedFieldProps, "dossierId" | "field" | "label"> & { readonly onClose: () => void };

function RevealDialog({
  dossierId,
  field,
  label,
  onClose,
  onRevealed,
}: AskProps & { readonly onRevealed: (value: string) => void }): ReactNode {
  const text = useText();
  return (
    <ReauthDialog
      title={text("restricted.revealTitle", { label })}
      lead={text("restricted.revealLead", { seconds: revealLimitMs / 1000 })}
      confirmLabel={text("restricted.revealAct")}
      onConfirm={({ passphrase }) => host.dossiers.reveal({ dossierId, field, passphrase })}
      onDone={({ value }) => onRevealed(value)}
      onClose={onClose}
    />
  );
}

function CopyDialog({ dossierId, field, label, onClose }: AskProps): ReactNode {
  const text = useText();
  return (
    <ReauthDialog
      title={text("restricted.copyTitle", { label })}
      lead={text("restricted.copyLead", { seconds: clipboardSeconds })}
      confirmLabel={text("restricted.copyAct")}
      onConfirm={({ passphrase }) => host.dossiers.copyField({ dossierId, field, passphrase })}
      onDone={() => {
        notify({ tone: "success", text: text("restricted.copied", { seconds: clipboardSeconds }) });
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** A value that is forgotten a minute after it was last set. */
function useShortly(): [string | undefined, (value: string | undefined) => void] {
  const [value, setValue] = useState<string>();
  useEffect(() => {
    if (value === undefined) return;
    const timer = setTimeout(() => setValue(undefined), revealLimitMs);
    return () => clearTimeout(timer);
  }, [value]);
  return [value, setValue];
}
