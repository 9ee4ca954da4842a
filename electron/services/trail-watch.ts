import type { AnchorSource, TrailAnchor, TrailNotice } from "../../shared/domain/audit.ts";
import { Instant } from "../../shared/domain/time.ts";
import { dropFailedAttempts, readFailedAttempts } from "../vault/attempts-file.ts";
import { faultOf } from "../vault/fault.ts";
import type { OpenSession } from "./session.ts";
import { ensureTrailKey } from "./trail-keeper.ts";
import type { TrailEnd } from "./vault-places.ts";

/** Where this machine noted that the trail ended. */
type Remembered = { find(vaultId: string): { readonly trail?: TrailEnd | undefined } | undefined };

/** The ends of this vault's trail that were noted beside the database: in the slot file, and on this machine. */
export function notedAnchors({ vault }: OpenSession, places: Remembered): TrailAnchor[] {
  const anchors: TrailAnchor[] = [];
  const { anchor } = vault;
  if (anchor !== undefined) anchors.push({ source: "slot-file", ...anchor });
  const remembered = places.find(vault.vaultId)?.trail;
  if (remembered !== undefined) anchors.push({ source: "this-machine", ...remembered });
  return anchors;
}

/**
 * What the trail takes down at each unlocking: the unlocking, attempts that failed before it, the person's signing key when
 * it is new, and that the trail falls short of an anchor. The last refuses nothing, since putting a backup back is
 * legitimate, but it is said until somebody has checked the trail. A vault on a full disk opens without all this.
 */
export function noteUnlocking(open: OpenSession, places: Remembered, atMs: number): void {
  try {
    const behind = findBehind(open, notedAnchors(open, places));
    const attempts = readFailedAttempts(open.vault.folder);
    const isJustMade = open.tables.audit.head().count === 1;
    open.watch.notice = behind === undefined ? findNotice(open) : noticeOf(behind, atMs);
    open.write(() => {
      // Making a vault has already left its own entry, the first of all.
      if (!isJustMade) open.note("vault-unlocked", null);
      if (attempts !== undefined) {
        const { count, firstAtMs, lastAtMs, isFull } = attempts;
        open.note("unlock-failed", null, { count, firstAt: firstAtMs, lastAt: lastAtMs, atLeast: isFull });
      }
      const fingerprint = ensureTrailKey(open);
      if (fingerprint !== undefined) open.note("trail-key-made", null, { fingerprint });
      if (behind !== undefined) open.note("trail-behind-anchor", null, { ...behind });
    });
    // Only now: a crash in between counts them twice rather than not at all.
    if (attempts !== undefined) dropFailedAttempts(open.vault.folder);
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}

type Behind = { readonly anchor: AnchorSource; readonly expected: number; readonly count: number };

/** A look at single links, fit for every unlocking; the whole chain is walked by the check. */
function findBehind({ tables }: OpenSession, anchors: readonly TrailAnchor[]): Behind | undefined {
  const { count } = tables.audit.head();
  const anchor = anchors.find((one) => one.count > 0 && tables.audit.hashAt(one.count) !== one.head);
  return anchor === undefined ? undefined : { anchor: anchor.source, expected: anchor.count, count };
}

function noticeOf({ anchor, expected, count }: Behind, atMs: number): TrailNotice {
  return { at: Instant.parse(atMs), source: anchor, expected, count };
}

/** The latest trail that fell short, unless the trail has been checked since. */
function findNotice({ tables }: OpenSession): TrailNotice | undefined {
  const latest = tables.audit.latestMark();
  if (latest?.kind !== "trail-behind-anchor") return undefined;
  const { anchor, expected, count } = latest.details;
  const source = anchor === "this-machine" ? anchor : "slot-file";
  return { at: Instant.parse(latest.at), source, expected: Number(expected), count: Number(count) };
}
