import type { intake as ja } from "../ja/intake.ts";

/** Words of one page of a case. */
export const intake: Record<keyof typeof ja, string> = { title: "" };
