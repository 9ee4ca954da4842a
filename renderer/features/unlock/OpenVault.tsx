import { type ReactNode, useState } from "react";
import type { KnownVault } from "../../../shared/contract/calls/vault.ts";
import { host } from "../../host.ts";
import { adoptStatus, refreshStatus } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import { Select } from "../../ui/Select.tsx";
import css from "./unlock.module.css";

interface OpenVaultProps {
  readonly vaults: readonly KnownVault[];
  readonly onMake: () => void;
  /** Goes on with a recovery kit instead of a passphrase. */
  readonly onRecover: (vaultId: string) => void;
  /** Goes on with a backup. */
  readonly onRestore: () => void;
}

/** Asks for the passphrase of a known vault. */
export function OpenVault({ vaults, onMake, onRecover, onRestore }: OpenVaultProps): ReactNode {
  const text = useText();
  const [vaultId, setVaultId] = useState(vaults[0]?.vaultId ?? "");
  const [passphrase, setPassphrase] = useState("");
  const [keyFile, setKeyFile] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const chosen = vaults.find((vault) => vault.vaultId === vaultId);

  async function unlock(): Promise<void> {
    if (isBusy || passphrase === "") return;
    setBusy(true);
    setProblem(undefined);
    const opened = await host.vault.unlock({ vaultId, passphrase, keyFile });
    setBusy(false);
    // Whoever closed the dialog for the key file need not type everything again.
    if (!opened.ok && opened.error.code === "cancelled") return;
    setPassphrase("");
    if (opened.ok) adoptStatus(opened.value);
    else setProblem(faultText(text, opened.error));
  }

  async function find(): Promise<void> {
    const found = await host.vault.find({});
    if (found.ok) {
      await refreshStatus();
      setVaultId(found.value.vaultId);
    } else if (found.error.code !== "cancelled") setProblem(faultText(text, found.error));
  }

  return (
    <section className={css["panel"]} aria-labelledby="unlock-title">
      <h1 className={css["title"]} id="unlock-title">
        {text("unlock.title")}
      </h1>
      {vaults.length > 1 && (
        <Select
          label={text("unlock.vault")}
          placeholder=""
          options={vaults.map((vault) => ({ value: vault.vaultId, label: labelOf(vault, text) }))}
          value={vaultId}
          onChange={setVaultId}
        />
      )}
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <PassphraseField
        label={text("unlock.passphrase")}
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => void unlock()}
        purpose="current-password"
        autoFocus
      />
      <Checkbox isSelected={keyFile} onChange={setKeyFile}>
        {text("unlock.useKeyFile")}
      </Checkbox>
      <Button tone="primary" onPress={() => void unlock()} isBusy={isBusy} isDisabled={passphrase === ""} isWide>
        {isBusy ? text("unlock.opening") : text("unlock.unlock")}
      </Button>
      {chosen !== undefined && <Facts vault={chosen} />}
      <div className={css["others"]}>
        <Button tone="quiet" size="small" onPress={onMake}>
          {text("unlock.createNew")}
        </Button>
        <Button tone="quiet" size="small" onPress={() => void find()}>
          {text("unlock.openOther")}
        </Button>
        <Button tone="quiet" size="small" onPress={() => onRecover(vaultId)} isDisabled={chosen?.present !== true}>
          {text("recovery.openTitle")}
        </Button>
        <Button tone="quiet" size="small" onPress={onRestore}>
          {text("backup.restore")}
        </Button>
      </div>
    </section>
  );
}

function labelOf(vault: KnownVault, text: ReturnType<typeof useText>): string {
  return vault.present ? vault.folderName : `${vault.folderName} – ${text("unlock.notPresent")}`;
}

function Facts({ vault }: { vault: KnownVault }): ReactNode {
  const text = useText();
  return (
    <p className={css["facts"]}>
      {vault.kdfEstimateMs !== null && <span>{text("unlock.takes", { seconds: vault.kdfEstimateMs / 1000 })}</span>}
      {vault.lastOpenedAt !== null && (
        <span>
          {text("unlock.lastOpened")}: <DateText instantMs={vault.lastOpenedAt} />
        </span>
      )}
      <span>
        {text("backup.badge")}:{" "}
        {vault.lastBackupAt === null ? text("backup.lastNever") : <DateText instantMs={vault.lastBackupAt} />}
      </span>
    </p>
  );
}
