import { freemem, totalmem } from "node:os";
import { availableMemory, platform } from "node:process";
import { hashRaw } from "@node-rs/argon2";
import { StorageError } from "../fault.ts";
import { isPermittedKdf, type KdfParameters, kdfFloor, sizes } from "../format.ts";
import type { MemoryGauge, VaultPorts } from "../ports.ts";

/** What a person brings to open a slot. The key file's SHA-256 is taken by the caller, who also reads the file. */
export interface SlotSecret {
  readonly passphrase: string;
  /** 32 bytes; present for slots of kind `passphrase-and-key-file` alone. */
  readonly keyFileHash?: Uint8Array | undefined;
}

/** Derives key-wrapping keys with Argon2id, off the calling thread. */
export interface Kdf {
  /** 32 bytes, to be wiped by the caller. Throws `StorageError` with `kdf-out-of-memory`. Consumes and wipes `input`. */
  derive(input: Buffer, salt: Uint8Array, parameters: KdfParameters): Promise<Buffer>;
  /** Parameters for a new slot on this machine: 256 MiB three times, less where memory is short or the machine slow. */
  calibrate(): Promise<KdfParameters>;
  /** Roughly how long one derivation takes here, in milliseconds; learns from each derivation. */
  estimateMs(parameters: KdfParameters): number;
}

/** Longest passphrase in UTF-16 units; longer input is refused before any work is done on it. */
export const maxPassphraseLength = 1024;

/** From strong to weak, down to the floor. Each halves the one before, so a step down costs the attacker's side one bit. */
const ladder: readonly KdfParameters[] = [
  { memoryKib: 262_144, passes: 3, lanes: 4 },
  { memoryKib: 131_072, passes: 3, lanes: 4 },
  kdfFloor,
];

/**
 * Longest a person should wait for a new slot to open, in milliseconds: about a second is aimed at, and a third of that is
 * left for a machine that was busy while it was measured, so that one bad moment does not halve what an attacker pays.
 */
const unlockBudgetMs = 1_350;

/** Before anything was measured: milliseconds for one pass over one mebibyte, on a slow two-core machine. */
const firstGuessMsPerMibPass = 0.9;

/**
 * The Argon2 input: length of the passphrase in bytes (u32, little endian), the passphrase as UTF-8 in NFKC, then the key
 * file's hash if there is one. The length keeps "ab" + file and "a" + "b…" apart; NFKC makes ＡＢ１ and AB1 the same,
 * because which of them an input method sends is not in the person's hands. `undefined` when it cannot be a passphrase.
 */
export function encodeSecret(secret: SlotSecret): Buffer | undefined {
  const { passphrase, keyFileHash } = secret;
  if (passphrase.length === 0 || passphrase.length > maxPassphraseLength || !passphrase.isWellFormed())
    return undefined;
  if (keyFileHash !== undefined && keyFileHash.length !== sizes.key) throw new Error("a key file hash has 32 bytes");
  const text = Buffer.from(passphrase.normalize("NFKC"), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length, 0);
  const input = Buffer.concat([length, text, keyFileHash ?? new Uint8Array()]);
  text.fill(0);
  return input;
}

/** A derivation service that remembers how fast this machine is. */
export function createKdf(ports: Pick<VaultPorts, "clock" | "memory">): Kdf {
  const memory = ports.memory ?? systemMemory;
  let msPerMibPass: number | undefined;
  const estimateMs = (parameters: KdfParameters): number =>
    Math.round((msPerMibPass ?? firstGuessMsPerMibPass) * mebibytePasses(parameters));

  const derive: Kdf["derive"] = async (input, salt, parameters) => {
    try {
      if (!isPermittedKdf(parameters)) throw new Error("key derivation parameters out of bounds");
      refuseWithoutMemory(memory, parameters);
      const startedMs = ports.clock.monotonicMs();
      const key = await argon2id(input, salt, parameters);
      msPerMibPass = (ports.clock.monotonicMs() - startedMs) / mebibytePasses(parameters);
      return key;
    } finally {
      input.fill(0);
    }
  };

  return {
    derive,
    estimateMs,
    calibrate: async () => {
      // A quarter: the rest of the machine must stay responsive while the key is derived.
      const fits = ladder.filter((step) => step.memoryKib * 1024 <= memory.availableBytes() / 4);
      if (fits.length < 2) return kdfFloor;
      const trial = await derive(Buffer.from("calibration"), Buffer.alloc(sizes.salt, 1), kdfFloor);
      trial.fill(0);
      return fits.find((step) => estimateMs(step) <= unlockBudgetMs) ?? kdfFloor;
    },
  };
}

async function argon2id(input: Buffer, salt: Uint8Array, parameters: KdfParameters): Promise<Buffer> {
  try {
    // Argon2id, version 1.3, is this library's default; a known-answer test fails if that ever changes.
    return await hashRaw(input, {
      salt,
      memoryCost: parameters.memoryKib,
      timeCost: parameters.passes,
      parallelism: parameters.lanes,
      outputLen: sizes.key,
    });
  } catch (error) {
    if (error instanceof Error && /memory/i.test(error.message)) throw outOfMemory("allocation");
    throw error;
  }
}

/** Systems that promise more memory than they have kill the process later, so the question is asked first. */
function refuseWithoutMemory(memory: MemoryGauge, parameters: KdfParameters): void {
  if (parameters.memoryKib * 1024 > memory.availableBytes()) throw outOfMemory("available");
}

function outOfMemory(reason: string): StorageError {
  return new StorageError("kdf-out-of-memory", reason);
}

function mebibytePasses(parameters: KdfParameters): number {
  return (parameters.memoryKib / 1024) * parameters.passes;
}

const systemMemory: MemoryGauge = {
  // macOS counts only untouched pages as free although it gives cached ones away at once; half of all memory is a fair bound.
  availableBytes: () => (platform === "darwin" ? Math.max(freemem(), totalmem() / 2) : availableMemory()),
};
