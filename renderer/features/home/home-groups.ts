import { type Waiting, type WaitingKind, waitingKinds } from "../../../shared/domain/desk/waiting.ts";

/** Parts of the home page in which what waits is shown. */
const homeGroups = ["late", "asked", "soon", "next"] as const;
export type HomeGroup = (typeof homeGroups)[number];

const groupOf: Readonly<Record<WaitingKind, HomeGroup>> = {
  overdue: "late",
  "measure-overdue": "late",
  "review-overdue": "late",
  "evidence-expired": "late",
  "evidence-expiring": "soon",
  approval: "asked",
  returned: "asked",
  countersign: "asked",
  "second-review": "asked",
  "second-differences": "asked",
  "second-verdict": "asked",
  rescreened: "asked",
  unsigned: "asked",
  "due-soon": "soon",
  "measure-due": "soon",
  "review-due": "soon",
  "ready-to-decide": "next",
  "hits-undecided": "next",
  triage: "next",
  "not-screened": "next",
  "next-item": "next",
};

/** Whether the day of what waits has passed. */
export function isLate(kind: WaitingKind): boolean {
  return groupOf[kind] === "late";
}

/** One part of the page: its rows kind by kind, and how many of each kind there are in all. */
export interface GroupOfRows {
  readonly group: HomeGroup;
  readonly count: number;
  readonly kinds: readonly { readonly kind: WaitingKind; readonly count: number; readonly rows: readonly Waiting[] }[];
}

/** Sorts what waits into the parts of the page; parts in which nothing waits are left out. */
export function groupRows(
  waiting: readonly Waiting[],
  counts: readonly { readonly kind: WaitingKind; readonly count: number }[],
): GroupOfRows[] {
  return homeGroups.flatMap((group) => {
    const kinds = waitingKinds
      .filter((kind) => groupOf[kind] === group)
      .map((kind) => ({
        kind,
        count: counts.find((entry) => entry.kind === kind)?.count ?? 0,
        rows: waiting.filter((entry) => entry.kind === kind),
      }))
      .filter(({ count }) => count > 0);
    const count = kinds.reduce((sum, entry) => sum + entry.count, 0);
    return count === 0 ? [] : [{ group, count, kinds }];
  });
}
