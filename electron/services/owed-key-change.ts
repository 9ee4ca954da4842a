import { ok, type Result } from "../../shared/result.ts";
import { faultOf, type VaultFault } from "../vault/fault.ts";
import type { Tables } from "../vault/tables/all.ts";
import type { OpenVault } from "../vault/vault.ts";
import { settingNames } from "./settings-service.ts";

/** A vault whose key may have to change. */
interface Keyed {
  readonly vault: OpenVault;
  readonly tables: Tables;
}

/**
 * Notes that somebody's key is being shut out, so that the vault key has to change: an old copy of the slot file shall open
 * nothing new. Call it inside the transaction of what shuts the key out; stopped after it, the next unlocking goes on.
 */
export function oweKeyChange(tables: Tables): void {
  tables.settings.put(settingNames.keyChangeOwed, JSON.stringify(true));
}

/** Whether the vault key still has to change. */
export function isKeyChangeOwed(tables: Tables): boolean {
  return tables.settings.find(settingNames.keyChangeOwed) === JSON.stringify(true);
}

/** Changes the vault key if that is owed. What fails stays owed, is told by the health check and tried at each unlocking. */
export async function payKeyChange(
  { vault, tables }: Keyed,
  passphrase: string,
): Promise<Result<undefined, VaultFault>> {
  if (!isKeyChangeOwed(tables)) return ok(undefined);
  const rotated = await vault.rotateKey({ current: passphrase });
  if (!rotated.ok) return rotated;
  try {
    vault.db.transaction(() => tables.settings.put(settingNames.keyChangeOwed, JSON.stringify(false)));
  } catch (thrown) {
    // Then it is owed once more, which does no harm.
    if (faultOf(thrown) === undefined) throw thrown;
  }
  return ok(undefined);
}
