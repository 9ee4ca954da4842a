import type { SearchFilters } from "../../shared/domain/search.ts";
import type { Examples } from "./example-types.ts";

const filters: SearchFilters = {
  places: ["answer", "evidence"],
  kinds: ["institution"],
  states: ["draft"],
  depths: ["light"],
  evidenceTypes: ["registry_copy"],
  from: "2026-01-01",
  to: "2027-12-31",
  own: true,
};

const id = "0123456789abcdef0123456789abcdef";

/** Requests about searches. */
export const searchExamples: Examples["search"] = {
  find: { query: "架空", filters, within: null, cursor: "named:0", limit: 20, perCase: 3, asked: true },
  book: {},
  keep: { id, name: "架空の機関", query: "架空", filters },
  forget: { id },
  keepRecent: { on: true },
};
