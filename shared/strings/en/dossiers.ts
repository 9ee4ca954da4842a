import type { dossiers as ja } from "../ja/dossiers.ts";

/** The list of cases and the form for a new one. */
export const dossiers: Record<keyof typeof ja, string> = {
  title: "Cases",
  new: "New case",
  none: "No cases yet.",
  noMatch: "No case fits.",
  caseTitle: "Title",
  caseTitleHelp: "Stands at the head of the committee paper, for example “Joint research with …”.",
  kind: "Kind",
  "kind-person": "Hosting",
  "kind-institution": "Partnership",
  "kind-company": "Company",
  "kind-self-check": "Self-check",
  newTitle: "New case",
  newLead: "Say what kind of case it is and whom it is about. Details follow on the next page.",
  what: "Title and subject",
  personName: "Name of the person",
  bodyName: "Name of the body or company",
  nameHelp: "Exactly as its bearer writes it. Other spellings can be added later.",
  reading: "Reading",
  readingHelp: "With a reading, screening finds more.",
  country: "Country or region of work",
  countryHelp: "Used to tell namesakes apart. Nationality is not asked.",
  create: "Open the case",
};
