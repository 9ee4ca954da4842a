import type { dossier as ja } from "../ja/dossier.ts";

/** A case: its kinds, its states, and the words pages of a case share. */
export const dossier: Record<keyof typeof ja, string> = {
  "kind-person": "Hiring or hosting a researcher",
  "kind-institution": "Joint research or partnership",
  "kind-company": "Company or startup",
  "kind-self-check": "Self-check",
  "state-draft": "Draft",
  "state-in-enquiry": "In enquiry",
  "state-awaiting-reply": "Awaiting reply",
  "state-ready": "Ready for decision",
  "state-with-committee": "With the committee",
  "state-proposed": "Awaiting approval",
  "state-decided": "Decided",
  "state-conditions-open": "Conditions open",
  "state-running": "Running",
  "state-closed": "Closed",
  ownUnit: "Your own unit ({unit}) hosts this case",
  ownUnitMeans: "You can read a case that your own unit hosts, but neither review, approve nor sign it.",
  reader: "For reading. In your role you do not change what a case holds.",
  blindTitle: "You are doing the second review",
  blindGo: "Go on with the second review",
  frozenProposed: "A decision awaits approval, so nothing can be changed. If it is returned, work goes on.",
  frozen: "This case has been decided. Its content can no longer be changed.",
};
