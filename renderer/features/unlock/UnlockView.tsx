import type { ReactNode } from "react";
import { useState } from "react";
import { useStore } from "zustand";
import { sessionStore } from "../../stores/session-store.ts";
import { useText } from "../../stores/text.ts";
import { CreateVault } from "./CreateVault.tsx";
import { OpenVault } from "./OpenVault.tsx";
import { RecoverAccess } from "./RecoverAccess.tsx";
import css from "./unlock.module.css";

/** What stands before every vault: unlocking one, or making the first. Nothing of any dossier is here. */
export function UnlockView(): ReactNode {
  const text = useText();
  const vaults = useStore(sessionStore, (state) => state.status?.vaults) ?? [];
  const [isMaking, setMaking] = useState(false);
  const [recovering, setRecovering] = useState<string>();
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
      ) : isMaking || vaults.length === 0 ? (
        <CreateVault onBack={vaults.length === 0 ? undefined : () => setMaking(false)} />
      ) : (
        <OpenVault vaults={vaults} onMake={() => setMaking(true)} onRecover={setRecovering} />
      )}
    </main>
  );
}
