import {
  type AnchorSource,
  genesisHash,
  type TrailAnchor,
  type TrailCheckpoint,
  type TrailFinding,
  type TrailVerdict,
  trailFaults,
} from "../../shared/domain/audit.ts";
import { Sha256 } from "../../shared/domain/ids.ts";
import { Instant } from "../../shared/domain/time.ts";
import { isSignedByItsKey, trailKeyFingerprint } from "./checkpoint.ts";
import { linkHash, type StoredLink } from "./link.ts";
import { explainMisfit } from "./misfit.ts";

/** A trail with all that vouches for it. Nothing in it is trusted but the anchors. */
export interface TrailEvidence {
  readonly vaultId: string;
  /** The links in the order in which they are stored, from the first; asked for again where a break has to be explained. */
  readonly links: () => Iterable<StoredLink>;
  readonly checkpoints: readonly TrailCheckpoint[];
  readonly anchors: readonly TrailAnchor[];
}

/** Links read past a break to tell what was done there. */
const linksPastBreak = 2_000;

/**
 * Walks the chain from the first link, checks every signature over it and compares every anchor. Needs neither vault nor
 * key. `whole` says that nothing contradicts the links; how much vouches for them, `signedCount` and `anchors` tell.
 */
export function verifyTrail(trail: TrailEvidence): TrailVerdict {
  const steps = verify(trail);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in short turns with a pause after each, so that a long trail keeps nobody waiting. What `links` gives may grow
 * meanwhile and must not change otherwise.
 */
export async function verifyTrailInTurns(trail: TrailEvidence, pause: () => Promise<void>): Promise<TrailVerdict> {
  const steps = verify(trail);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}

/** Links hashed, and signatures checked, in one turn: a few milliseconds each. */
const linksPerTurn = 200;
const signaturesPerTurn = 20;

function* verify(trail: TrailEvidence): Generator<void, TrailVerdict> {
  const walked = yield* walk(trail);
  const signed = yield* checkSignatures(trail, walked);
  const compared = compareAnchors(trail, walked, signed);
  const findings = [...walked.findings, ...signed.findings, ...compared.findings].sort(
    (left, right) =>
      trailFaults.indexOf(left.fault) - trailFaults.indexOf(right.fault) || left.brokenAt - right.brokenAt,
  );
  return {
    verdict: findings[0]?.fault ?? "whole",
    count: walked.count,
    head: Sha256.parse(walked.head),
    signedCount: signed.agreed.at(-1) ?? 0,
    findings,
    anchors: compared.anchors,
  };
}

interface Walked {
  readonly count: number;
  readonly head: string;
  /** The hash at each count a checkpoint or an anchor speaks of. */
  readonly headAt: ReadonlyMap<number, string>;
  /** For each signing key, by person and fingerprint, the link that introduced it. */
  readonly keys: ReadonlyMap<string, number>;
  readonly isBroken: boolean;
  readonly findings: readonly TrailFinding[];
}

function* walk({ links, checkpoints, anchors }: TrailEvidence): Generator<void, Walked> {
  const wanted = new Set([...checkpoints, ...anchors].map(({ count }) => count));
  const headAt = new Map<number, string>([[0, genesisHash]]);
  const keys = new Map<string, number>();
  let count = 0;
  let head = genesisHash;
  const rest: StoredLink[] = [];
  for (const link of links()) {
    if (rest.length > 0 || !fits(link, count, head)) {
      rest.push(link);
      if (rest.length > linksPastBreak) break;
      continue;
    }
    count = link.sequence;
    head = link.hash;
    if (count % linksPerTurn === 0) yield;
    if (wanted.has(count)) headAt.set(count, head);
    const introduced = link.kind === "trail-key-made" ? link.details?.["fingerprint"] : undefined;
    if (introduced !== undefined) keys.set(`${link.actorId} ${introduced}`, count);
  }
  const findings: TrailFinding[] = [];
  if (rest.length > 0) {
    const found = explainMisfit({ count, head, rest, countOfHead: (hash) => countOf(links(), hash, count) });
    findings.push({ ...found, noticedAt: Math.max(count + 1, found.brokenAt), anchor: null });
  } else if (count === 0) {
    // Making a vault writes the first link, so a trail without links has lost them.
    findings.push({ fault: "emptied", brokenAt: 1, noticedAt: 1, anchor: null });
  }
  return { count, head, headAt, keys, isBroken: rest.length > 0, findings };
}

function fits(link: StoredLink, count: number, head: string): boolean {
  if (link.sequence !== count + 1 || link.previousHash !== head || link.details === undefined) return false;
  return linkHash(link) === link.hash;
}

function countOf(links: Iterable<StoredLink>, hash: string, upTo: number): number | undefined {
  if (hash === genesisHash) return 0;
  for (const link of links) {
    if (link.sequence > upTo) return undefined;
    if (link.hash === hash) return link.sequence;
  }
  return undefined;
}

interface Signed {
  /** Counts whose checkpoint holds: signed by a key the trail knows, over the head that is there. Ascending. */
  readonly agreed: readonly number[];
  readonly findings: readonly TrailFinding[];
}

function* checkSignatures({ vaultId, checkpoints }: TrailEvidence, walked: Walked): Generator<void, Signed> {
  const agreed: number[] = [];
  const findings: TrailFinding[] = [];
  const found = (fault: TrailFinding["fault"], brokenAt: number, noticedAt = brokenAt): void => {
    // The first of each kind says enough: what follows a rewritten link differs as a matter of course.
    if (!findings.some((finding) => finding.fault === fault))
      findings.push({ fault, brokenAt, noticedAt, anchor: null });
  };
  const ascending = checkpoints.toSorted((left, right) => left.count - right.count);
  for (const [index, checkpoint] of ascending.entries()) {
    const { count } = checkpoint;
    if (index % signaturesPerTurn === signaturesPerTurn - 1) yield;
    if (!isSignedByItsKey(vaultId, checkpoint)) found("checkpoint-forged", count);
    else if (count > walked.count) {
      if (!walked.isBroken && walked.count > 0) found("cut", walked.count + 1, count);
    } else if (!isKnown(checkpoint, walked)) found("signer-unknown", count);
    else if (walked.headAt.get(count) !== checkpoint.head) found("rewritten", (agreed.at(-1) ?? 0) + 1, count);
    else agreed.push(count);
  }
  return { agreed, findings };
}

/** A key signs for a person from the link on in which that person introduced it. */
function isKnown({ personId, publicKey, count }: TrailCheckpoint, { keys }: Walked): boolean {
  const fingerprint = trailKeyFingerprint(Buffer.from(publicKey, "base64"));
  const introducedAt = keys.get(`${personId} ${fingerprint}`);
  return introducedAt !== undefined && introducedAt <= count;
}

type ComparedAnchor = TrailVerdict["anchors"][number];

function compareAnchors(
  { anchors, checkpoints }: TrailEvidence,
  walked: Walked,
  signed: Signed,
): { anchors: ComparedAnchor[]; findings: TrailFinding[] } {
  const outcomes = anchors.map((anchor) => outcomeOf(anchor, walked));
  const agreedCount = Math.max(0, ...anchors.map(({ count }, at) => (outcomes[at] === "agrees" ? count : 0)));
  const findings: TrailFinding[] = [];
  const found = (fault: TrailFinding["fault"], brokenAt: number, { source, count }: TrailAnchor): void => {
    findings.push({ fault, brokenAt, noticedAt: Math.max(count, brokenAt), anchor: source });
  };
  anchors.forEach((anchor, at) => {
    if (walked.count === 0) return;
    if (outcomes[at] === "ahead") {
      const isCut = checkpoints.some(({ count }) => count > walked.count);
      found(isCut ? "cut" : "put-back", walked.count + 1, anchor);
    }
    if (outcomes[at] === "differs") {
      // Links that somebody with a key of this vault signed anew belong to another history: an older copy was worked on.
      const isSignedSince = signed.agreed.some((count) => count >= anchor.count);
      found(isSignedSince ? "put-back" : "rewritten", Math.min(agreedCount + 1, anchor.count), anchor);
    }
    if (outcomes[at] === "agrees" && isUnsigned(anchor, checkpoints)) found("checkpoint-missing", anchor.count, anchor);
  });
  return {
    anchors: anchors.map(({ source, count, atMs }, at) => ({
      source,
      count,
      at: atMs === null ? null : Instant.parse(atMs),
      outcome: outcomes[at] ?? "unknown",
    })),
    findings,
  };
}

/** Anchors of these two are set right after a checkpoint at the same count, and never without one. */
const signedSources: ReadonlySet<AnchorSource> = new Set(["slot-file", "this-machine"]);

function isUnsigned({ source, count }: TrailAnchor, checkpoints: readonly TrailCheckpoint[]): boolean {
  return count > 0 && signedSources.has(source) && !checkpoints.some((checkpoint) => checkpoint.count === count);
}

function outcomeOf({ count, head }: TrailAnchor, walked: Walked): ComparedAnchor["outcome"] {
  if (count > walked.count) return walked.isBroken ? "unknown" : "ahead";
  // A receipt keeps the beginning of the head alone.
  return walked.headAt.get(count)?.startsWith(head) === true ? "agrees" : "differs";
}
