import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";

/** Page under construction. */
export function ReviewView(_props: { dossier: Dossier }): ReactNode {
  return null;
}
