import type { Right } from "../../shared/domain/people.ts";
import type { Route } from "../stores/route-store.ts";

/** A page that the rail leads to. */
export type Place = Exclude<Route["view"], "dossier" | "new-dossier" | "recovery">;

/** The pages of the rail in its order; each needs one of its rights, and those without rights are for everybody. */
const places: readonly { readonly view: Place; readonly needs?: readonly Right[] }[] = [
  { view: "home" },
  { view: "dossiers", needs: ["read-cases"] },
  { view: "search", needs: ["read-cases"] },
  { view: "overview", needs: ["read-cases"] },
  { view: "lists", needs: ["read-cases", "import-lists"] },
  { view: "scorecard", needs: ["read-cases", "import-lists"] },
  { view: "templates", needs: ["read-cases", "manage-templates"] },
  { view: "verification" },
  { view: "trail", needs: ["read-trail"] },
  { view: "practice" },
  { view: "people" },
  { view: "health", needs: ["check-vault", "back-up"] },
  { view: "settings" },
];

/** Where a person with these rights can go. */
export function placesFor(may: (right: Right) => boolean): readonly Place[] {
  return places.filter(({ needs }) => needs === undefined || needs.some(may)).map(({ view }) => view);
}
