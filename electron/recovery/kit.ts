import { combine, split } from "shamir-secret-sharing";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Share } from "./share.ts";

/** Bytes of the secret that a kit's sheets hold together. */
export const recoverySecretBytes = 32;

/** What a kit is to be. */
export interface KitRequest {
  /** Eight hex digits. */
  readonly kitId: string;
  /** `recoverySecretBytes` long; the caller wipes it. */
  readonly secret: Uint8Array;
  readonly threshold: number;
  readonly count: number;
}

/** Why shares do not go together. `threshold` sheets are needed, `present` different ones were given. */
export type KitFault =
  | { readonly code: "share-mixed" }
  | {
      readonly code: "shares-insufficient";
      readonly details: { readonly threshold: number; readonly present: number };
    };

/** Splits a secret: any `threshold` of the `count` shares give it back, fewer tell nothing of it. */
export async function makeShares({ kitId, secret, threshold, count }: KitRequest): Promise<Share[]> {
  if (secret.length !== recoverySecretBytes) throw new Error("a recovery secret has 32 bytes");
  const points = await split(Uint8Array.from(secret), count, threshold);
  return points.map((point, place) => ({ kitId, index: place + 1, threshold, count, point }));
}

/**
 * Puts shares together; the caller wipes the secret. The same share twice counts once, and no more than the threshold are
 * used. Whether the secret is the right one only the slot can tell: points are not vouched for beyond their checksum.
 */
export async function combineShares(shares: readonly Share[]): Promise<Result<Uint8Array, KitFault>> {
  const [first] = shares;
  if (first === undefined) return err({ code: "shares-insufficient", details: { threshold: 2, present: 0 } });
  const isOneKit = shares.every(
    (share) => share.kitId === first.kitId && share.threshold === first.threshold && share.count === first.count,
  );
  if (!isOneKit) return err({ code: "share-mixed" });
  const different = new Map(shares.map((share) => [share.index, share]));
  // One number on two sheets with other words: they cannot both be of this kit.
  if (shares.some((share) => !isSamePoint(share, different.get(share.index)))) return err({ code: "share-mixed" });
  const present = different.size;
  if (present < first.threshold)
    return err({ code: "shares-insufficient", details: { threshold: first.threshold, present } });
  const chosen = [...different.values()].slice(0, first.threshold).map(({ point }) => Uint8Array.from(point));
  if (new Set(chosen.map((point) => point.at(-1))).size !== chosen.length) return err({ code: "share-mixed" });
  return ok(await combine(chosen));
}

function isSamePoint(share: Share, other: Share | undefined): boolean {
  return other !== undefined && Buffer.compare(share.point, other.point) === 0;
}

/** The passphrase of a kit's key slot. */
export function passphraseOf(secret: Uint8Array): string {
  return Buffer.from(secret).toString("base64");
}
