import type { Clock, Random } from "../../ports.ts";
import { createSearchService, type SearchService } from "../search-service.ts";
import type { Session } from "../session.ts";
import { createIndexKeeper } from "./index-keeper.ts";
import { createNamedCases } from "./named-cases.ts";

/** The search and what keeps its index. */
export interface Search {
  readonly service: SearchService;
  /** A vault was opened, or locked. */
  follow(state: "open" | "locked"): void;
}

/** How often the index looks for what it has yet to take in. */
const defaultEveryMs = 1_000;

/** Builds the search. `everyMs` null: the index takes in what is due when somebody searches, and not before. */
export function createSearch(
  parts: { readonly session: Session; readonly clock: Clock; readonly random: Random },
  everyMs: number | null = defaultEveryMs,
): Search {
  const named = createNamedCases();
  const keeper = createIndexKeeper({ ...parts, everyMs, onNamedCase: named.drop });
  const service = createSearchService({ ...parts, keeper, named });
  return {
    service,
    follow: (state) => {
      if (state === "open") return keeper.begin();
      keeper.end();
      service.drop();
    },
  };
}
