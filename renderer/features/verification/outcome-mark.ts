import { BadgeCheck, CircleHelp, FileX2, OctagonX } from "lucide-react";

/** The shape of each verdict. Each has its own, so that a grey print tells them apart. */
export const verdictShapes = {
  valid: BadgeCheck,
  indeterminate: CircleHelp,
  invalid: OctagonX,
  unsigned: FileX2,
} as const;

/** The tone of a badge for each verdict. Green is for valid alone; red only for a broken signature. */
export const verdictTones = {
  valid: "success",
  indeterminate: "warning",
  invalid: "danger",
  unsigned: "neutral",
} as const;

/** The tone of a badge for the outcome of one check. What could not be settled is neither good nor bad. */
export const checkTones = { passed: "success", failed: "danger", unknown: "neutral" } as const;
