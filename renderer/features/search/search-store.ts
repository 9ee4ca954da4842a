import { noFilters, type SearchFilters } from "../../../shared/domain/search.ts";
import { createStore } from "../../stores/create-store.ts";

/** What stands in the search page's fields; kept while somebody looks at a result and comes back. Emptied on lock. */
export const searchStore = createStore<{ readonly query: string; readonly filters: SearchFilters }>(() => ({
  query: "",
  filters: noFilters,
}));
