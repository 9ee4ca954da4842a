import type { ReactNode } from "react";

/** Page under construction. */
export function NewDossierView(): ReactNode {
  return null;
}
