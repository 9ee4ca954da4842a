import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import type { Identity } from "../../../shared/contract/calls/proof.ts";
import { host } from "../../host.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import { TextField } from "../../ui/TextField.tsx";

interface IdentityDialogProps {
  readonly kind: "make" | "import";
  readonly replaces: boolean;
  readonly onClose: () => void;
  readonly onDone: (identity: Identity) => void;
}

/** Makes or imports a certificate. Both ask for the vault's passphrase again. */
export function IdentityDialog({ kind, replaces, onClose, onDone }: IdentityDialogProps): ReactNode {
  const text = useText();
  const person = useStore(sessionStore, (state) => state.status?.personName) ?? "";
  const [name, setName] = useState(person);
  const [filePassword, setFilePassword] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const canGo = passphrase !== "" && (kind === "import" || name.trim() !== "");

  async function go(): Promise<void> {
    if (isBusy || !canGo) return;
    setBusy(true);
    setProblem(undefined);
    const made =
      kind === "make"
        ? await host.identity.create({ name: name.trim(), passphrase })
        : await host.identity.importPkcs12({ filePassword, passphrase });
    setBusy(false);
    if (made.ok) onDone(made.value);
    else if (made.error.code !== "cancelled") setProblem(faultText(text, made.error));
  }

  return (
    <Dialog
      title={text(kind === "make" ? "settings.makeTitle" : "settings.importTitle")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text("common.cancel")}</Button>
          <Button tone="primary" onPress={() => void go()} isBusy={isBusy} isDisabled={!canGo}>
            {text(kind === "make" ? "settings.make" : "settings.choose")}
          </Button>
        </>
      }
    >
      {kind === "make" && <p>{text("settings.makeLead")}</p>}
      {replaces && <Banner tone="info" title={text("settings.replaceNote")} />}
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {kind === "make" ? (
        <TextField label={text("settings.certificateName")} value={name} onChange={setName} maxLength={64} isName />
      ) : (
        <PassphraseField label={text("settings.filePassword")} value={filePassword} onChange={setFilePassword} />
      )}
      <PassphraseField
        label={text("settings.vaultPassphrase")}
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => void go()}
        purpose="current-password"
      />
    </Dialog>
  );
}
