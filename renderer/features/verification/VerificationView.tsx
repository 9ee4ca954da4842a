import type { ReactNode } from "react";

/** Page under construction. */
export function VerificationView(): ReactNode {
  return null;
}
