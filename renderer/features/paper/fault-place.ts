import type { Fault } from "../../../shared/contract/channel.ts";

/** Where in the paper something keeps the pages from being made. */
export type FaultPlace =
  | { readonly kind: "section"; readonly id: string }
  | { readonly kind: "fact"; readonly row: number; readonly part: "fact" | "explanation" | "assessment" }
  | { readonly kind: "elsewhere"; readonly area: ElsewhereArea; readonly at: string };

/** Parts of the paper that are written on other pages. */
export type ElsewhereArea =
  | "decision"
  | "evidence"
  | "case"
  | "measures"
  | "checklist"
  | "screening"
  | "people"
  | "document"
  | "other";

const elsewhere: readonly ElsewhereArea[] = [
  "decision",
  "evidence",
  "case",
  "measures",
  "checklist",
  "screening",
  "people",
  "document",
];
const factParts = ["fact", "explanation", "assessment"] as const;

/** Reads the place out of a refusal, as `sections.value` or `facts.0.fact`; undefined where it names none. */
export function placeOf(fault: Fault): FaultPlace | undefined {
  const at = fault.details?.["at"];
  if (typeof at !== "string" || at === "") return undefined;
  const [area = "", second = "", third = ""] = at.split(".");
  if (area === "sections" && second !== "") return { kind: "section", id: second };
  const part = factParts.find((one) => one === third);
  if (area === "facts" && /^\d{1,2}$/u.test(second) && part !== undefined) {
    return { kind: "fact", row: Number(second), part };
  }
  return { kind: "elsewhere", area: elsewhere.find((one) => one === area) ?? "other", at };
}
