/** All the vault asks of the outside. A subset of the app's ports, so those can be passed as they are. */
export interface VaultPorts {
  readonly clock: {
    /** Epoch milliseconds, UTC. */
    nowMs(): number;
    /** Milliseconds that never go back. */
    monotonicMs(): number;
  };
  readonly random: VaultRandom;
  /** Left out, the operating system is asked. */
  readonly memory?: MemoryGauge | undefined;
}

/** Cryptographically strong bytes. */
export interface VaultRandom {
  bytes(count: number): Uint8Array;
}

/** How much memory a key derivation may take without pushing the machine into swap or the process out of it. */
export interface MemoryGauge {
  availableBytes(): number;
}
