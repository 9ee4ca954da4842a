import type { SubjectId } from "../ids.ts";

/** A stake as it counts: who holds how much of what. */
export interface Stake {
  readonly owner: SubjectId;
  readonly owned: SubjectId;
  /** Per cent; null where it is not known. */
  readonly share: number | null;
  /** Stakes held through others are stated by sources but do not count: the chain that makes them up is counted instead. */
  readonly isIndirect: boolean;
}

/** What an owner holds of a body when all chains are followed. */
export interface EffectiveStake {
  readonly owner: SubjectId;
  readonly owned: SubjectId;
  /** Per cent that is known of; the true figure is no lower unless a source errs. */
  readonly percent: number;
  /** Shares not known lie on some way, so that the true figure may be higher. */
  readonly isAtLeast: boolean;
  /** Bodies own each other in a ring somewhere on the way. */
  readonly isCircular: boolean;
  /** More than one step lies between them on every way. */
  readonly isThroughOthers: boolean;
}

/** Chains longer than this add nothing anybody could read from; rings are followed so many times round. */
const longestChain = 60;
/** Less than this much of a per cent no longer matters. */
const smallest = 1e-6;

/**
 * Every owner's effective share of every body below it: the products along each chain, added up. A ring of bodies is followed
 * round until what is added no longer matters, and an owner's share of itself does not count as its own.
 */
export function effectiveStakes(stakes: readonly Stake[]): EffectiveStake[] {
  const direct = stakes.filter((stake) => !stake.isIndirect && stake.owner !== stake.owned);
  const byOwner = new Map<SubjectId, Stake[]>();
  for (const stake of direct) byOwner.set(stake.owner, [...(byOwner.get(stake.owner) ?? []), stake]);
  const rings = inRings(byOwner);
  return [...byOwner.keys()].flatMap((owner) => stakesOf(owner, byOwner, rings));
}

type ByOwner = ReadonlyMap<SubjectId, readonly Stake[]>;

function stakesOf(owner: SubjectId, byOwner: ByOwner, rings: ReadonlySet<SubjectId>): EffectiveStake[] {
  const total = new Map<SubjectId, number>();
  const doubtful = new Set<SubjectId>();
  const circular = new Set<SubjectId>();
  let wave = new Map<SubjectId, number>([[owner, 100]]);
  for (let step = 0; step < longestChain && wave.size > 0; step += 1) {
    const next = new Map<SubjectId, number>();
    for (const [holder, percent] of wave) {
      for (const { owned, share } of byOwner.get(holder) ?? []) {
        // What comes back to the owner would be its own money counted again.
        if (owned === owner) continue;
        if (share === null || doubtful.has(holder)) doubtful.add(owned);
        if (rings.has(owned) || circular.has(holder)) circular.add(owned);
        next.set(owned, (next.get(owned) ?? 0) + (percent * (share ?? 0)) / 100);
      }
    }
    for (const [owned, percent] of next) total.set(owned, (total.get(owned) ?? 0) + percent);
    wave = new Map(
      [...next].filter(([owned, percent]) => percent > smallest || (step < byOwner.size && doubtful.has(owned))),
    );
  }
  const firstHand = new Set((byOwner.get(owner) ?? []).map((stake) => stake.owned));
  return [...total].map(([owned, percent]) => ({
    owner,
    owned,
    percent: Math.min(100, Math.round(percent * 10_000) / 10_000),
    isAtLeast: doubtful.has(owned),
    isCircular: circular.has(owned),
    isThroughOthers: !firstHand.has(owned),
  }));
}

/** Bodies that come back to themselves when their stakes are followed. */
function inRings(byOwner: ByOwner): ReadonlySet<SubjectId> {
  return new Set([...byOwner.keys()].filter((start) => reaches(start, start, byOwner)));
}

function reaches(start: SubjectId, goal: SubjectId, byOwner: ByOwner): boolean {
  const seen = new Set<SubjectId>();
  const open = (byOwner.get(start) ?? []).map((stake) => stake.owned);
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one === goal) return true;
    if (seen.has(one)) continue;
    seen.add(one);
    open.push(...(byOwner.get(one) ?? []).map((stake) => stake.owned));
  }
  return false;
}

/** Bodies of which more than the whole is said to be held directly: some source must be wrong or out of date. */
export function overOwned(stakes: readonly Stake[]): ReadonlyMap<SubjectId, number> {
  const sums = new Map<SubjectId, number>();
  for (const { owned, share, isIndirect } of stakes)
    if (!isIndirect && share !== null) sums.set(owned, (sums.get(owned) ?? 0) + share);
  return new Map([...sums].filter(([, sum]) => sum > 100 + smallest));
}
