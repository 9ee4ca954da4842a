import type { ReactNode } from "react";

/** Page under construction. */
export function HomeView(): ReactNode {
  return null;
}
