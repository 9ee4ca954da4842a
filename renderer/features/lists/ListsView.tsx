import type { ReactNode } from "react";

/** Page under construction. */
export function ListsView(): ReactNode {
  return null;
}
