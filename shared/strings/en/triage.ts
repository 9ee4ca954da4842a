import type { triage as ja } from "../ja/triage.ts";

/** Words of one page of a case. */
export const triage: Record<keyof typeof ja, string> = { title: "" };
