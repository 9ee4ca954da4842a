import type { enquiry as ja } from "../ja/enquiry.ts";

/** Words of one page of a case. */
export const enquiry: Record<keyof typeof ja, string> = { title: "" };
