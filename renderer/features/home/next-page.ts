import type { Waiting } from "../../../shared/contract/calls/dossiers.ts";
import type { DossierPage } from "../../stores/route-store.ts";

const pages: Readonly<Record<Waiting["kind"], DossierPage>> = {
  triage: "triage",
  "next-item": "checklist",
  corroboration: "checklist",
  "hits-undecided": "screening",
  "not-screened": "screening",
  "ready-to-decide": "decision",
  approval: "decision",
  returned: "decision",
  unsigned: "paper",
  countersign: "paper",
  "review-due": "review",
  overdue: "checklist",
};

/** The page on which what waits can be done. */
export function pageFor(kind: Waiting["kind"]): DossierPage {
  return pages[kind];
}
