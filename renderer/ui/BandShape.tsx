import type { ReactNode } from "react";
import type { Band } from "./band.ts";

/** The shape of a band: ring, half square, triangle, diamond. Told apart without colour and in a small print. */
export function BandShape({ band }: { readonly band: Band }): ReactNode {
  return (
    <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false" fill="currentColor">
      {shapes[band]}
    </svg>
  );
}

const shapes: Readonly<Record<Band, ReactNode>> = {
  low: <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="2" />,
  moderate: (
    <>
      <rect x="2.75" y="2.75" width="10.5" height="10.5" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <rect x="2.75" y="8" width="10.5" height="5.25" />
    </>
  ),
  high: <path d="M8 1.75 15 14H1Z" />,
  critical: <path d="M8 .5 15.5 8 8 15.5.5 8Z" />,
};
