import type { DossierId } from "../../../shared/domain/ids.ts";
import type { SearchHit, SearchPlace } from "../../../shared/domain/search.ts";
import type { DossierPage, Route } from "../../stores/route-store.ts";

const pages: Readonly<Record<SearchPlace, DossierPage>> = {
  head: "intake",
  subject: "subjects",
  entry: "subjects",
  link: "subjects",
  intake: "intake",
  triage: "triage",
  answer: "checklist",
  measure: "measures",
  gate: "assessment",
  move: "history",
  decision: "decision",
  evidence: "evidence",
  page: "reading",
};

/** The route to the very place that a search found. */
export function routeOf(
  dossierId: DossierId,
  hit: Pick<SearchHit, "place" | "key" | "field" | "page" | "snippet">,
): Route {
  const route = { view: "dossier", dossierId, page: pages[hit.place] } as const;
  if (hit.place === "answer") return { ...route, itemId: hit.key, field: hit.field };
  if (hit.place === "page") {
    const words = hit.snippet.find((part) => part.hit)?.text;
    return { ...route, evidenceId: hit.key, pageNumber: hit.page ?? 1, words };
  }
  if (hit.place === "evidence") return { ...route, evidenceId: hit.key };
  return route;
}
