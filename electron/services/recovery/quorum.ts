import { err, ok, type Result } from "../../../shared/result.ts";
import { combineShares, type KitFault, passphraseOf } from "../../recovery/kit.ts";
import { readShare, type Share, type ShareUnreadable } from "../../recovery/share.ts";

/** Sheets that go together: whose kit they are of, and the passphrase of its slot. */
export interface Quorum {
  readonly kitId: string;
  readonly sharesUsed: number;
  readonly passphrase: string;
}

/** Why sheets give no passphrase. */
export type QuorumFault = ShareUnreadable | KitFault;

/** Reads sheets as typed and puts them together. Whether the vault's slot opens with them is for the caller to try. */
export async function readQuorum(texts: readonly string[]): Promise<Result<Quorum, QuorumFault>> {
  const shares: Share[] = [];
  for (const text of texts) {
    const share = readShare(text);
    if (!share.ok) return share;
    shares.push(share.value);
  }
  const secret = await combineShares(shares);
  if (!secret.ok) return secret;
  const [first] = shares;
  if (first === undefined) return err({ code: "shares-insufficient", details: { threshold: 2, present: 0 } });
  const passphrase = passphraseOf(secret.value);
  secret.value.fill(0);
  return ok({ kitId: first.kitId, sharesUsed: first.threshold, passphrase });
}
