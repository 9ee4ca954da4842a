import { mustExist } from "../../shared/assert.ts";
import type { OwnKey } from "../../shared/contract/calls/keys.ts";
import { type Nothing, ok, type Result } from "../../shared/result.ts";
import type { VaultFault } from "../vault/fault.ts";
import type { KdfParameters } from "../vault/vault.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";

/** One's own key and the vault's. */
export interface KeyService {
  own(): Promise<Result<OwnKey, Locked>>;
  strengthen(input: { passphrase: string }): Promise<Result<OwnKey, VaultFault>>;
  rotate(input: { passphrase: string }): Promise<Result<Nothing, NotPermitted | VaultFault>>;
}

export interface KeyServiceParts {
  readonly session: Session;
  /** What this machine would choose for a new key; it is measured once. */
  readonly chooseKdf: () => Promise<KdfParameters>;
}

/** Guessing must become this many times dearer before a person is asked to do anything. */
const worthwhile = 1.5;

export function createKeyService({ session, chooseKdf }: KeyServiceParts): KeyService {
  let chosen: Promise<KdfParameters> | undefined;
  const best = (): Promise<KdfParameters> => {
    chosen ??= chooseKdf();
    return chosen;
  };
  return {
    own: async () => {
      const open = session.require();
      return open.ok ? ok(describe(open.value, await best())) : open;
    },
    strengthen: async ({ passphrase }) => {
      const open = session.require();
      if (!open.ok) return open;
      const kdf = await best();
      const changed = await open.value.vault.changePassphrase({ current: passphrase, next: passphrase, kdf });
      if (!changed.ok) return changed;
      open.value.write(() => open.value.note("passphrase-changed", null, { memoryMib: kdf.memoryKib / 1_024 }));
      return ok(describe(open.value, kdf));
    },
    rotate: async ({ passphrase }) => {
      const open = session.enter("manage-people");
      if (!open.ok) return open;
      const rotated = await open.value.vault.rotateKey({ current: passphrase });
      if (!rotated.ok) return rotated;
      open.value.write(() => open.value.note("vault-key-rotated", null));
      return ok({});
    },
  };
}

function describe({ vault }: OpenSession, best: KdfParameters): OwnKey {
  const { kdf, kdfEstimateMs } = mustExist(
    vault.slots().find(({ slotId }) => slotId === vault.slotId),
    "the session came in by a slot",
  );
  return {
    memoryMib: kdf.memoryKib / 1_024,
    passes: kdf.passes,
    lanes: kdf.lanes,
    estimateMs: kdfEstimateMs,
    canBeStronger: isWorthStrengthening(kdf, best),
  };
}

/** Whether the best this machine would choose is so much dearer to guess at that a person should be asked to change over. */
export function isWorthStrengthening(present: KdfParameters, best: KdfParameters): boolean {
  return costOf(best) >= worthwhile * costOf(present);
}

function costOf({ memoryKib, passes }: KdfParameters): number {
  return memoryKib * passes;
}
