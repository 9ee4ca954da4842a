import type { PaperSection } from "../../../shared/contract/calls/decision.ts";
import type { Identity } from "../../../shared/contract/calls/proof.ts";

/** What is still to be done before a paper can be signed, in the order in which one would do it. */
export type SignNeed =
  | { readonly kind: "declaration" | "decision" | "identity" | "expired" | "pages" }
  | { readonly kind: "missing"; readonly sectionId: string };

export interface SignFacts {
  /** The person has said that they have no ties to the case. */
  readonly isDeclared: boolean;
  /** A decision is in force. */
  readonly isDecided: boolean;
  readonly identity: Pick<Identity, "validFrom" | "validUntil"> | undefined;
  readonly sections: readonly Pick<PaperSection, "id" | "missing">[];
  readonly hasPages: boolean;
  readonly nowMs: number;
}

/** Everything that stands between the paper and its signature; empty when it can be signed. */
export function signNeeds({ isDeclared, isDecided, identity, sections, hasPages, nowMs }: SignFacts): SignNeed[] {
  const missing = sections
    .filter((section) => section.missing)
    .map(({ id }): SignNeed => ({ kind: "missing", sectionId: id }));
  return [
    ...(isDeclared ? [] : [{ kind: "declaration" } as const]),
    ...(isDecided ? [] : [{ kind: "decision" } as const]),
    ...missing,
    ...(hasPages ? [] : [{ kind: "pages" } as const]),
    ...identityNeed(identity, nowMs),
  ];
}

function identityNeed(identity: SignFacts["identity"], nowMs: number): SignNeed[] {
  if (identity === undefined) return [{ kind: "identity" }];
  return nowMs < identity.validFrom || nowMs > identity.validUntil ? [{ kind: "expired" }] : [];
}
