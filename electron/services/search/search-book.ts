import { emptyBook, recentLimit, SearchBook } from "../../../shared/domain/search.ts";
import type { OpenSession } from "../session.ts";

/** Where a person's book of searches is sealed. */
function placeOf({ person }: OpenSession): { readonly purpose: string; readonly id: string } {
  return { purpose: "search-book", id: person.id };
}

/**
 * What the person at the keyboard keeps of their searches. Sealed for their own sessions: a book that does not open, because
 * they were given a new key meanwhile, is an empty one.
 */
export function readBook(open: OpenSession): SearchBook {
  const sealed = open.tables.search.findBook(open.person.id);
  const body = sealed && open.vault.self.seal.unseal(placeOf(open), sealed);
  if (body === undefined) return emptyBook;
  const read = SearchBook.safeParse(JSON.parse(Buffer.from(body).toString("utf8")));
  return read.success ? read.data : emptyBook;
}

/** Keeps the book. Inside a transaction of the caller, or as one of its own. */
export function writeBook(open: OpenSession, book: SearchBook): SearchBook {
  const sealed = open.vault.self.seal.seal(placeOf(open), Buffer.from(JSON.stringify(book), "utf8"));
  open.tables.search.putBook(open.person.id, sealed);
  return book;
}

/** The book with this query as its latest, where the person wants recent queries kept. */
export function withRecent(book: SearchBook, query: string): SearchBook {
  if (!book.keepsRecent || query.trim() === "") return book;
  return { ...book, recent: [query, ...book.recent.filter((one) => one !== query)].slice(0, recentLimit) };
}
