import { ok, type Result } from "../../shared/result.ts";
import type { ListEntry } from "../screening/lists/list-entry.ts";
import { type PackFault, readPacked, type VerifiedPack, verifyPack } from "./read-pack.ts";

/** What the worker is asked: to check a whole pack, and for the entries of one of its editions, or only whether each can be read. */
export interface PackTask {
  readonly bytes: Uint8Array;
  readonly edition: number | "every" | null;
}

/** A checked pack, with the entries that were asked for. */
export interface PackReading {
  readonly pack: VerifiedPack;
  readonly entries: readonly ListEntry[];
}

/** Does one task; runs inside the worker. A pack is checked anew each time: what was checked may have been another file. */
export function performPackTask({ bytes, edition }: PackTask): Result<PackReading, PackFault> {
  const pack = verifyPack(bytes);
  if (!pack.ok) return pack;
  if (edition === null) return ok({ pack: pack.value, entries: [] });
  if (edition === "every") return tryEvery(bytes, pack.value);
  const entries = readPacked(bytes, pack.value, edition);
  return entries.ok ? ok({ pack: pack.value, entries: entries.value }) : entries;
}

function tryEvery(bytes: Uint8Array, pack: VerifiedPack): Result<PackReading, PackFault> {
  for (const at of pack.manifest.editions.keys()) {
    const entries = readPacked(bytes, pack, at);
    if (!entries.ok) return entries;
  }
  return ok({ pack, entries: [] });
}
