import { makeTrailKey, signCheckpoint, trailKeyFingerprint } from "../../../../electron/trail/checkpoint.ts";
import { linkHash, type StoredLink } from "../../../../electron/trail/link.ts";
import { genesisHash, type TrailCheckpoint } from "../../../../shared/domain/audit.ts";
import { Sha256 } from "../../../../shared/domain/ids.ts";
import { Instant } from "../../../../shared/domain/time.ts";

export const vaultId = "5a".repeat(16);
export const personId = "11".repeat(16);

/** A person's key for signing the trail. */
export interface Signer {
  readonly personId: string;
  readonly personName: string;
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

export function signer(name = "髙﨑 𠮷", id: string = personId): Signer {
  return { personId: id, personName: name, ...makeTrailKey() };
}

/** What a link says, before it has a place. */
export type Said = Partial<Omit<StoredLink, "sequence" | "previousHash" | "hash">>;

/** Adds a link with hashes that fit. */
export function extend(links: readonly StoredLink[], said: Said = {}): StoredLink[] {
  const last = links.at(-1);
  const sequence = (last?.sequence ?? 0) + 1;
  const link = {
    sequence,
    at: 1_000 + sequence,
    actor: "髙﨑 𠮷",
    actorId: personId,
    actorKey: "0123456789abcdef",
    kind: "answer-recorded",
    dossierId: null,
    details: { item: `P-A${sequence}` },
    previousHash: last?.hash ?? genesisHash,
    ...said,
  };
  return [...links, { ...link, hash: linkHash(link) }];
}

/** Builds a chain anew from what its links say, as somebody with the vault's key can. */
export function rebuilt(links: readonly StoredLink[]): StoredLink[] {
  return links.reduce<StoredLink[]>(
    (chain, { sequence: _, previousHash: __, hash: ___, ...said }) => extend(chain, said),
    [],
  );
}

/** A chain of so many links whose second introduces the signer's key. */
export function chainOf(count: number, by: Signer): StoredLink[] {
  let links = extend([], { kind: "vault-created", details: {} });
  links = extend(links, {
    kind: "trail-key-made",
    actorId: by.personId,
    details: { fingerprint: trailKeyFingerprint(by.publicKey) },
  });
  while (links.length < count) links = extend(links);
  return links;
}

/** A checkpoint over the link with this sequence. */
export function checkpointAt(
  links: readonly StoredLink[],
  count: number,
  by: Signer,
  vault = vaultId,
): TrailCheckpoint {
  const link = links[count - 1];
  if (link === undefined) throw new Error("no such link");
  const body = {
    count,
    head: Sha256.parse(link.hash),
    at: Instant.parse(link.at),
    personId: by.personId,
    personName: by.personName,
    publicKey: Buffer.from(by.publicKey).toString("base64"),
  };
  return signCheckpoint(vault, body, by.privateKey);
}
