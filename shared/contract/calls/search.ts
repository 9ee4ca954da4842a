import { z } from "zod";
import { DossierId } from "../../domain/ids.ts";
import { queryLimit, SavedSearch, SearchBook, SearchFilters, SearchGroup } from "../../domain/search.ts";
import { text } from "../../domain/text.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

const asked = { query: text(queryLimit), filters: SearchFilters };

export const search = {
  /**
   * Cases that hold what was asked for, each with some of the places; every one has been read in the text itself. An empty
   * query answers the cases changed last. A search that takes long stops and says where it goes on.
   */
  find: channel({
    request: z.strictObject({
      ...asked,
      /** One case alone, with as many of its places as `perCase` allows. */
      within: DossierId.nullable(),
      /** Where an earlier answer stopped; null at the beginning. */
      cursor: z
        .string()
        .regex(/^(?:named|office):\d{1,16}$/)
        .nullable(),
      limit: z.int().min(1).max(50),
      perCase: z.int().min(1).max(200),
      /** False while somebody is still typing: the trail then notes one search for many. */
      asked: z.boolean(),
    }),
    response: z.object({
      groups: z.array(SearchGroup),
      cursor: z.string().nullable(),
      /** What the index does not know yet: whole cases that wait, and cases known so far; null when it knows everything. */
      behind: z.object({ cases: z.int().nonnegative(), known: z.int().nonnegative() }).nullable(),
    }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** What the person keeps of their searches. */
  book: channel({ request: z.strictObject({}), response: SearchBook, errors: ["vault-locked"] }),

  /** Keeps a search under a name, or replaces the one with this id. */
  keep: channel({
    request: z.strictObject({ id: SavedSearch.shape.id.nullable(), name: SavedSearch.shape.name, ...asked }),
    response: SearchBook,
    errors: ["vault-locked", "too-many-searches"],
  }),

  /** Forgets a kept search; nothing happens when there is none with this id. */
  forget: channel({
    request: z.strictObject({ id: SavedSearch.shape.id }),
    response: SearchBook,
    errors: ["vault-locked"],
  }),

  /** Whether the latest queries are kept; turning it off forgets them. */
  keepRecent: channel({
    request: z.strictObject({ on: z.boolean() }),
    response: SearchBook,
    errors: ["vault-locked"],
  }),
} as const;
