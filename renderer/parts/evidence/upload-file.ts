import type { Fault } from "../../../shared/contract/channel.ts";
import type { Carriage, EvidenceDetails, EvidenceStatus } from "../../../shared/domain/evidence.ts";
import { type IntakeOutcome, uploadChunkBytes, uploadLimitBytes } from "../../../shared/domain/evidence-intake.ts";
import { type DossierId, type ItemId, Sha256 } from "../../../shared/domain/ids.ts";
import { err, type Result } from "../../../shared/result.ts";
import { host } from "../../host.ts";

/** What the person says of the files that come in together. */
export interface About {
  readonly dossierId: DossierId;
  readonly itemId: ItemId | null;
  readonly details: EvidenceDetails;
  readonly status: Exclude<EvidenceStatus, "superseded">;
  readonly carriage: Carriage;
}

/** A file that somebody dropped or pasted. */
export interface CarriedFile {
  readonly file: File;
  readonly name: string;
  readonly way: "drop" | "paste";
}

/** Files up to this size are hashed here as well, so that the engine can tell that what arrived is what was dropped. */
const hashedLimitBytes = 32 * 1_024 * 1_024;

/** Hands one file to the engine in pieces. `onBytes` hears how many have been taken. Stopping gives the upload up. */
export async function uploadFile(
  { file, name, way }: CarriedFile,
  about: About,
  { taskId, signal, onBytes }: { taskId: string; signal: AbortSignal; onBytes: (done: number) => void },
): Promise<Result<IntakeOutcome, Fault>> {
  if (file.size > uploadLimitBytes) return err({ code: "file-too-large" });
  const facts = { name: name.toWellFormed().slice(-1_000), sizeBytes: file.size, writtenMs: writtenMsOf(file, way) };
  const begun = await host.intake.begin({ ...about, taskId, way, ...facts });
  if (!begun.ok) return begun;
  try {
    for (let offset = 0; offset < file.size; offset += uploadChunkBytes) {
      signal.throwIfAborted();
      const piece = new Uint8Array(await file.slice(offset, offset + uploadChunkBytes).arrayBuffer());
      const taken = await host.intake.append({ taskId, offset, data: base64Of(piece) });
      if (!taken.ok) return taken;
      onBytes(taken.value.received);
    }
    signal.throwIfAborted();
    return await host.intake.finish({ taskId, sha256: await hashOf(file) });
  } catch {
    // The person stopped it, or the file on the medium changed or went away while it was read.
    await host.intake.abort({ taskId });
    return err({ code: signal.aborted ? "cancelled" : "file-changed" });
  }
}

/** A pasted picture was never written anywhere; its moment would be that of the paste. */
function writtenMsOf(file: File, way: CarriedFile["way"]): number | null {
  return way === "paste" || file.lastModified <= 0 ? null : file.lastModified;
}

function base64Of(bytes: Uint8Array): string {
  let text = "";
  // Arguments of one call are limited; three divides the step, so that the parts join without padding between them.
  const step = 0x6000;
  for (let at = 0; at < bytes.length; at += step) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + step)));
  }
  return text;
}

async function hashOf(file: File): Promise<Sha256 | null> {
  if (file.size > hashedLimitBytes || !globalThis.isSecureContext) return null;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Sha256.parse([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
}
