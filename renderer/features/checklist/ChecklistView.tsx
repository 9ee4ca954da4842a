import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";

/** Page under construction. */
export function ChecklistView(_props: { dossier: Dossier; itemId: string | undefined }): ReactNode {
  return null;
}
