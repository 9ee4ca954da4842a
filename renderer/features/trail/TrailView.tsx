import type { ReactNode } from "react";

/** Page under construction. */
export function TrailView(): ReactNode {
  return null;
}
