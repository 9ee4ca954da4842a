import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { mustExist } from "../../shared/assert.ts";
import type { AuditDetails } from "../../shared/domain/audit.ts";
import type { Sha256 } from "../../shared/domain/ids.ts";

/** One link as it was stored, by whomever: nothing is claimed of it yet. */
export interface StoredLink {
  readonly sequence: number;
  readonly at: number;
  readonly actor: string;
  readonly actorId: string | null;
  readonly actorKey: string | null;
  readonly kind: string;
  readonly dossierId: string | null;
  /** Undefined where what is stored cannot be read as details. */
  readonly details: AuditDetails | undefined;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * SHA-256 over the canonical JSON (RFC 8785) of every field but the hash itself. Links from before several people could
 * share a vault have neither id nor key, and are hashed without the two.
 */
export function linkHash(link: Omit<StoredLink, "hash">): Sha256 {
  const { sequence, at, actor, actorId, actorKey, kind, dossierId, details, previousHash } = link;
  const who = actorId === null && actorKey === null ? {} : { actorId, actorKey };
  const body = mustExist(
    canonicalize({ sequence, at, actor, ...who, kind, dossierId, details, previousHash }),
    "an audit link has a canonical form",
  );
  // Known to be 64 hex digits; parsing each of a hundred thousand would cost more than the hash.
  return createHash("sha256").update(body, "utf8").digest("hex") as Sha256;
}
