import type { ReactNode } from "react";

/** Page under construction. */
export function DossierListView(): ReactNode {
  return null;
}
