import { useStore } from "zustand";
import type { WaitingKind } from "../../shared/domain/desk/waiting.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { createStore } from "./create-store.ts";

/** The pages of one dossier in the order of the work. */
export const spinePages = [
  "intake",
  "triage",
  "screening",
  "checklist",
  "enquiry",
  "assessment",
  "measures",
  "paper",
  "decision",
  "review",
] as const;
export type SpinePage = (typeof spinePages)[number];

/** Every page of one dossier; subjects, second review, scope and limits, evidence, history and the past stand beside the spine. */
export type DossierPage =
  | SpinePage
  | "subjects"
  | "second"
  | "scope"
  | "evidence"
  | "reading"
  | "questionnaire"
  | "history"
  | "past";

/** Where you can be. */
export type Route =
  | { readonly view: "home" }
  | {
      readonly view: "dossiers";
      /** Shows the cases alone in which this waits for the person. */
      readonly waiting?: WaitingKind | undefined;
    }
  | { readonly view: "new-dossier" }
  | {
      readonly view: "dossier";
      readonly dossierId: DossierId;
      readonly page: DossierPage;
      /** Item to show on the checklist page. */
      readonly itemId?: string | undefined;
      /** Field of that item to go to. */
      readonly field?: string | undefined;
      /** Evidence to show on the evidence page, or to read on the reading page, which goes back to the item if there is one. */
      readonly evidenceId?: string | undefined;
      /** Highlight to bring into view there. */
      readonly markId?: string | undefined;
      /** Page or sheet of the evidence to open at, from 1, and the words to look for from there on. */
      readonly pageNumber?: number | undefined;
      readonly words?: string | undefined;
    }
  | { readonly view: "search" /** What to search for at once. */; readonly query?: string | undefined }
  | { readonly view: "overview" }
  | { readonly view: "lists" }
  | { readonly view: "scorecard" }
  | { readonly view: "templates" }
  | { readonly view: "verification" }
  | { readonly view: "trail" }
  | { readonly view: "health" }
  | { readonly view: "people" }
  | { readonly view: "practice" }
  | { readonly view: "settings" }
  | { readonly view: "recovery" };

const routeStore = createStore<{ readonly route: Route }>(() => ({ route: { view: "home" } }));

/** Goes somewhere. */
export function navigate(route: Route): void {
  routeStore.setState({ route });
}

/** Where the window is. */
export function useRoute(): Route {
  return useStore(routeStore, (state) => state.route);
}
