import type { TrailFault } from "../../shared/domain/audit.ts";
import { linkHash, type StoredLink } from "./link.ts";

/** What happened where the chain first does not fit. */
export interface Misfit {
  readonly fault: Extract<TrailFault, "edited" | "inserted" | "deleted" | "reordered">;
  readonly brokenAt: number;
}

/** The place where the walk stopped. */
export interface MisfitPlace {
  /** Links that fit, and the hash of the last of them. */
  readonly count: number;
  readonly head: string;
  /** The link that does not fit and as many after it as were read. */
  readonly rest: readonly StoredLink[];
  /** Answers at which count this hash was the head before the break; undefined when it never was. */
  readonly countOfHead: (hash: string) => number | undefined;
}

/** How far a removed run is looked for; beyond that a renumbered link is called edited. */
const longestRenumbering = 20_000;

/** Whether the link's own hash is right, as it stands or under another number. */
function holds(link: StoredLink, sequence: number = link.sequence): boolean {
  return link.details !== undefined && linkHash({ ...link, sequence }) === link.hash;
}

/**
 * Tells what was done to the chain at the first link that does not fit. The true next link, wherever it now stands, still
 * names the last good hash and still has its own: so it tells an insertion from an edit, and a swap from a removal.
 */
export function explainMisfit(place: MisfitPlace): Misfit {
  const { count, head, rest, countOfHead } = place;
  const next = count + 1;
  const [first] = rest;
  if (first === undefined) return { fault: "deleted", brokenAt: next };
  const isTrueNext = (link: StoredLink): boolean => link.previousHash === head && holds(link, next);
  const later = rest.slice(1).find(isTrueNext);
  if (later !== undefined) {
    const hashes = new Set(rest.map((link) => link.hash));
    // A link that follows one which now stands after it has changed places; a stranger follows none of them.
    const isMoved = first.previousHash !== head && hashes.has(first.previousHash);
    return { fault: isMoved ? "reordered" : "inserted", brokenAt: next };
  }
  if (first.sequence > next) return { fault: "deleted", brokenAt: next };
  if (first.previousHash === head) return { fault: "edited", brokenAt: next };
  const followed = countOfHead(first.previousHash);
  // It follows an earlier link: what stands between the two was put there, with hashes that fit.
  if (followed !== undefined && followed < count) return { fault: "inserted", brokenAt: followed + 1 };
  // Right in itself, but what it follows is not there any more: the link before it is not the one that was written.
  if (holds(first)) return { fault: "edited", brokenAt: Math.max(count, 1) };
  return { fault: isRenumbered(first) ? "deleted" : "edited", brokenAt: next };
}

/** A link that has its right hash under a later number was moved up over links that are gone. */
function isRenumbered(link: StoredLink): boolean {
  for (let shift = 1; shift <= longestRenumbering; shift += 1) if (holds(link, link.sequence + shift)) return true;
  return false;
}
