import { z } from "zod";
import { DossierKind } from "../../../shared/domain/dossier.ts";
import type { SubjectInput, SubjectName } from "../../../shared/domain/party.ts";

/** What the form for a new case holds. */
export interface NewDossier {
  readonly kind: DossierKind;
  readonly title: string;
  readonly name: string;
  readonly reading: string;
  readonly country: string;
  /** Our own unit that hosts the case; its people do not review it. */
  readonly hostUnit: string;
  /** The person who opens the case says that they have no ties to it. */
  readonly noConflict: boolean;
}

/** The form as a draft keeps it. */
export const KeptNewDossier = z.object({
  kind: DossierKind,
  title: z.string(),
  name: z.string(),
  reading: z.string(),
  country: z.string(),
  hostUnit: z.string(),
  noConflict: z.boolean(),
});

export const emptyNewDossier: NewDossier = {
  kind: "person",
  title: "",
  name: "",
  reading: "",
  country: "",
  hostUnit: "",
  noConflict: false,
};

/** Whether enough has been entered. */
export function canCreate(draft: NewDossier): boolean {
  return draft.title.trim() !== "" && (draft.kind === "self-check" || draft.name.trim() !== "");
}

/** The subject the case is about; a self-check has none. Names go in exactly as typed. */
export function subjectOf(draft: NewDossier): SubjectInput | null {
  if (draft.kind === "self-check") return null;
  const names: SubjectName[] = [{ kind: "primary", text: draft.name }];
  if (draft.reading.trim() !== "") names.push({ kind: "reading", text: draft.reading });
  return {
    kind: draft.kind === "person" ? "person" : "organisation",
    role: draft.kind === "person" ? "principal" : "partner",
    names,
    country: draft.country,
    identifiers: [],
    note: "",
  };
}
