import type { Subject } from "../../../shared/domain/party.ts";
import type { LinkKind, SubjectLink } from "../../../shared/domain/profile/link.ts";
import type { Stake } from "../../../shared/domain/profile/ownership.ts";
import { mayHoldOn } from "../../../shared/domain/profile/period.ts";
import type { Day } from "../../../shared/domain/time.ts";

/** What is shown: kinds of ties, and a day on which they can have held (null for all times). */
export interface GraphFilter {
  readonly kinds: ReadonlySet<LinkKind>;
  readonly asOf: Day | null;
  readonly withIsolated: boolean;
}

/** The ties that pass a filter. */
export function shownLinks(links: readonly SubjectLink[], filter: GraphFilter, today: Day): readonly SubjectLink[] {
  const { kinds, asOf } = filter;
  return links.filter((link) => kinds.has(link.kind) && (asOf === null || mayHoldOn(link.period, asOf, today)));
}

/** The subjects that stand in the picture of these ties. */
export function shownSubjects(
  subjects: readonly Subject[],
  links: readonly SubjectLink[],
  withIsolated: boolean,
): readonly Subject[] {
  if (withIsolated) return subjects;
  const tied = new Set(links.flatMap((link) => [link.from, link.to]));
  return subjects.filter((subject) => tied.has(subject.id));
}

/** The stakes among ties, for the effective shares. */
export function stakesOf(links: readonly SubjectLink[]): Stake[] {
  return links
    .filter((link) => link.kind === "ownership")
    .map((link) => ({
      owner: link.from,
      owned: link.to,
      share: link.share,
      isIndirect: link.directness === "indirect",
    }));
}
