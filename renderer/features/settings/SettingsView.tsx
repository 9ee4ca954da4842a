import type { ReactNode } from "react";

/** Page under construction. */
export function SettingsView(): ReactNode {
  return null;
}
