import type { ReactNode } from "react";
import { useState } from "react";
import { useStore } from "zustand";
import { sessionStore } from "../../stores/session-store.ts";
import { useText } from "../../stores/text.ts";
import { CreateVault } from "./CreateVault.tsx";
import { OpenVault } from "./OpenVault.tsx";
import { RecoverAccess } from "./RecoverAccess.tsx";
import { RestoreVault } from "./RestoreVault.tsx";
import css from "./unlock.module.css";

/** What stands before every vault: unlocking one, or making the first. Nothing of any dossier is here. */
export function UnlockView(): ReactNode {
  const text = useText();
  const vaults = useStore(sessionStore, (state) => state.status?.vaults) ?? [];
  const [way, setWay] = useState<"open" | "make" | "restore">("open");
  const [recovering, setRecovering] = useState<string>();
  const restore = (): void => setWay("restore");
  const goBack = (): void => setWay("open");
  return (
    <main className={css["screen"]} id="main">
      <div className={css["brand"]}>
        <span className={css["mark"]} aria-hidden="true">
          蔵
        </span>
        <span className={css["latin"]}>{text("common.appNameLatin")}</span>
      </div>
      {recovering !== undefined ? (
        <RecoverAccess vaultId={recovering} onBack={() => setRecovering(undefined)} />
      ) : way === "restore" ? (
        <RestoreVault onBack={goBack} />
      ) : way === "make" || vaults.length === 0 ? (
        <CreateVault onBack={vaults.length === 0 ? undefined : goBack} onRestore={restore} />
      ) : (
        <OpenVault vaults={vaults} onMake={() => setWay("make")} onRecover={setRecovering} onRestore={restore} />
      )}
    </main>
  );
}
