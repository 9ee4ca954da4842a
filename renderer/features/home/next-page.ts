import type { WaitingKind } from "../../../shared/domain/desk/waiting.ts";
import type { DossierPage } from "../../stores/route-store.ts";

const pages: Readonly<Record<WaitingKind, DossierPage>> = {
  overdue: "checklist",
  "measure-overdue": "measures",
  "review-overdue": "review",
  "evidence-expired": "evidence",
  "evidence-expiring": "evidence",
  approval: "decision",
  returned: "decision",
  countersign: "paper",
  "second-review": "second",
  "second-differences": "second",
  unsigned: "paper",
  "due-soon": "checklist",
  "measure-due": "measures",
  "review-due": "review",
  "ready-to-decide": "decision",
  "hits-undecided": "screening",
  "second-verdict": "screening",
  rescreened: "screening",
  triage: "triage",
  "not-screened": "screening",
  "next-item": "checklist",
};

/** The page on which what waits can be done. */
export function pageFor(kind: WaitingKind): DossierPage {
  return pages[kind];
}
