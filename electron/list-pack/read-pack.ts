import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { err, ok, type Result } from "../../shared/result.ts";
import { defaultMinimumRsaBits } from "../pdf/signing/key-policy.ts";
import { checkContainer } from "../pdf/verification/signature-container.ts";
import { judgeChain } from "../pdf/verification/trust.ts";
import { ListEntry } from "../screening/lists/list-entry.ts";
import { listLimits } from "../screening/lists/list-limits.ts";
import { PackManifest, packLimits, packMark, signedPart } from "./pack-format.ts";

/** Why a pack is not taken. `signature` and `certificate` speak of who made it, the others of the file. */
export type PackFault =
  | "not-a-pack"
  | "too-large"
  | "damaged"
  | "signature"
  | "certificate"
  | "entries"
  | "reading-limit";

/** Whose certificate signed a pack. */
export interface PackSignature {
  readonly fingerprint: string;
  readonly name: string;
  readonly organization: string;
}

/** A pack whose signature holds and whose bytes are whole. Whether its signer is known here is for the caller to judge. */
export interface VerifiedPack {
  readonly manifest: PackManifest;
  readonly signer: PackSignature;
  /** Where the entries of each edition begin. */
  readonly starts: readonly number[];
}

const hashBytes = 32;

/** Checks a pack from the first byte to the last: form, wholeness, signature, certificates, and the hash of every edition. */
export function verifyPack(bytes: Uint8Array): Result<VerifiedPack, PackFault> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > packLimits.file) return err("too-large");
  if (!file.subarray(0, packMark.length).equals(packMark)) return err("not-a-pack");
  const end = file.length - hashBytes;
  const whole =
    end > packMark.length && createHash("sha256").update(file.subarray(0, end)).digest().equals(file.subarray(end));
  if (!whole) return err("damaged");
  const manifestPart = readPart(file, packMark.length, { end, limit: packLimits.manifest });
  const signaturePart = manifestPart && readPart(file, manifestPart.next, { end, limit: packLimits.signature });
  if (manifestPart === undefined || signaturePart === undefined) return err("damaged");
  const signer = checkSigner(manifestPart.bytes, signaturePart.bytes);
  if (!signer.ok) return signer;
  const manifest = readManifest(manifestPart.bytes);
  if (manifest === undefined) return err("not-a-pack");
  const timely = signer.value.judge(manifest.createdAt);
  if (!timely) return err("certificate");
  const starts: number[] = [];
  let at = signaturePart.next;
  for (const edition of manifest.editions) {
    starts.push(at);
    const body = file.subarray(at, Math.min(at + edition.packedBytes, end));
    if (body.length !== edition.packedBytes || sha256Of(body) !== edition.packedSha256) return err("damaged");
    at += edition.packedBytes;
  }
  if (at !== end) return err("damaged");
  return ok({ manifest, signer: signer.value.signature, starts });
}

/** The entries of one edition of a pack that was verified. */
export function readPacked(bytes: Uint8Array, pack: VerifiedPack, at: number): Result<ListEntry[], PackFault> {
  const edition = pack.manifest.editions[at];
  const start = pack.starts[at];
  if (edition === undefined || start === undefined) return err("entries");
  if (edition.plainBytes > packLimits.plain || edition.entries > listLimits.rows) return err("too-large");
  try {
    const body = bytes.subarray(start, start + edition.packedBytes);
    const plain = inflateRawSync(body, { maxOutputLength: Math.max(1, edition.plainBytes) });
    if (plain.length !== edition.plainBytes) return err("entries");
    const entries: ListEntry[] = [];
    for (let from = 0; from < plain.length; ) {
      const next = plain.indexOf(0x0a, from);
      if (next < 0) return err("entries");
      const read = ListEntry.safeParse(JSON.parse(plain.toString("utf8", from, next)));
      if (!read.success) return err("entries");
      entries.push(read.data);
      from = next + 1;
    }
    const keys = new Set(entries.map(({ entryKey }) => entryKey));
    return entries.length === edition.entries && keys.size === entries.length ? ok(entries) : err("entries");
  } catch {
    // What cannot be unpacked or is no JSON was signed so; it is refused like any entry that does not fit.
    return err("entries");
  }
}

function readPart(
  file: Buffer,
  at: number,
  { end, limit }: { end: number; limit: number },
): { bytes: Buffer; next: number } | undefined {
  if (at + 4 > end) return undefined;
  const length = file.readUInt32BE(at);
  const next = at + 4 + length;
  return length > limit || next > end ? undefined : { bytes: file.subarray(at + 4, next), next };
}

interface CheckedSigner {
  readonly signature: PackSignature;
  /** Whether the certificates were in force at that moment. */
  judge(atMs: number): boolean;
}

function checkSigner(manifest: Buffer, cms: Buffer): Result<CheckedSigner, PackFault> {
  const found = checkContainer(Buffer.from(cms), signedPart(manifest), defaultMinimumRsaBits);
  const { certificate, issuers } = found;
  if (found.reasons.length > 0 || certificate === undefined) return err("signature");
  return ok({
    signature: {
      fingerprint: certificate.fingerprintSha256,
      name: certificate.commonName,
      organization: certificate.organization,
    },
    judge: (atMs) => {
      // People accept the signer by fingerprint, so that no root needs to be known.
      const { reasons } = judgeChain(certificate, issuers, [], { claimedTimeMs: atMs, provenTimeMs: atMs });
      return reasons.every((reason) => reason === "root-unknown");
    },
  });
}

function readManifest(bytes: Buffer): PackManifest | undefined {
  try {
    const read = PackManifest.safeParse(JSON.parse(bytes.toString("utf8")));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
