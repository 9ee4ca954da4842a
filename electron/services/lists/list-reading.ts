import { mustExist } from "../../../shared/assert.ts";
import type { EditionId } from "../../../shared/domain/ids.ts";
import type {
  DifferenceCounts,
  DifferenceLine,
  DifferencePart,
  EntryField,
  EntryLine,
  ListSide,
} from "../../../shared/domain/list-editions.ts";
import type { ListSpan } from "../../../shared/domain/list-spans.ts";
import { changesIn, fieldsOf, lineOf, wordsOfEntry } from "../../../shared/domain/listed-document.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { foldText } from "../../search/fold-text.ts";
import type { Locked, OpenSession, Session } from "../session.ts";
import { compareLists, type ListDifference } from "./compare-lists.ts";
import type { PendingImports } from "./pending-imports.ts";
import { breathe, stillOpen } from "./stage-list.ts";

type Unknown = { readonly code: "unknown-edition" };
type Sides = { readonly before: EditionId; readonly after: ListSide };
/** A window of a list; `next` is where to go on, null at the end. A window may be empty and not be the last. */
type Window<T> = { readonly lines: T[]; readonly next: number | null };

/** Looks into editions, kept or just read, and compares any two of them. Lists are public matter: who is in may look. */
export interface ListReading {
  entries(input: {
    side: ListSide;
    text: string;
    after: number;
    limit: number;
  }): Promise<Result<Window<EntryLine>, Locked | Unknown>>;
  /** One entry whole. */
  entry(input: {
    side: ListSide;
    content: number;
  }): Result<{ line: EntryLine; fields: EntryField[] }, Locked | Unknown>;
  compare(input: Sides): Promise<Result<DifferenceCounts, Locked | Unknown>>;
  difference(
    input: Sides & { part: DifferencePart; text: string; from: number; limit: number },
  ): Promise<Result<Window<DifferenceLine>, Locked | Unknown>>;
  /** The difference itself, for others that show or write it. */
  whole(open: OpenSession, sides: Sides): Promise<Result<ListDifference, Locked | Unknown>>;
  /** Forgets what was compared; called when the vault locks. */
  forget(): void;
}

/** Entries looked through for one answer: some hundred milliseconds, with breaths in between. */
const lookedThrough = 20_000;
/** Entries read between two breaths. */
const readAtOnce = 400;
/** Comparisons kept in memory. */
const comparisonsKept = 3;

export function createListReading({ session, pending }: { session: Session; pending: PendingImports }): ListReading {
  const compared = new Map<string, ListDifference>();
  const spansOf = (open: OpenSession, side: ListSide): readonly ListSpan[] | undefined => {
    if ("importId" in side) return pending.find(side.importId)?.tried?.staged.spans;
    return open.tables.lists.find(side.editionId) === undefined ? undefined : open.tables.lists.spans(side.editionId);
  };
  const whole: ListReading["whole"] = async (open, { before, after }) => {
    const sides = { before: spansOf(open, { editionId: before }), after: spansOf(open, after) };
    if (sides.before === undefined || sides.after === undefined) return err({ code: "unknown-edition" });
    const hash = "importId" in after ? pending.find(after.importId)?.tried?.staged.spans.length : "";
    const key = `${before} ${JSON.stringify(after)} ${hash}`;
    const known = compared.get(key);
    // An edition never changes; an import may be tried again under other columns and is compared anew.
    if (known !== undefined && !("importId" in after)) return ok(known);
    const found = await compareLists(session, open, { before: sides.before, after: sides.after });
    if (found === undefined) return err({ code: "vault-locked" });
    compared.set(key, found);
    for (const old of [...compared.keys()].slice(0, -comparisonsKept)) compared.delete(old);
    return ok(found);
  };
  return {
    entries: async ({ side, text, after, limit }) => {
      const open = session.require();
      if (!open.ok) return open;
      const spans = spansOf(open.value, side);
      if (spans === undefined) return err({ code: "unknown-edition" });
      return seekEntries(session, open.value, { spans, words: wordsIn(text), after, limit });
    },
    entry: ({ side, content }) => {
      const open = session.require();
      if (!open.ok) return open;
      const spans = spansOf(open.value, side);
      if (spans === undefined) return err({ code: "unknown-edition" });
      const [found] = open.value.tables.lists.entriesIn(spans, content - 1, 1).entries;
      if (found?.content !== content) return err({ code: "unknown-edition" });
      return ok({ line: lineOf(content, found.body), fields: fieldsOf(found.body) });
    },
    compare: async (sides) => {
      const open = session.require();
      if (!open.ok) return open;
      const found = await whole(open.value, sides);
      if (!found.ok) return found;
      const { added, removed, changed, unchanged } = found.value;
      return ok({ added: added.length, removed: removed.length, changed: changed.length, unchanged });
    },
    difference: async ({ part, text, from, limit, ...sides }) => {
      const open = session.require();
      if (!open.ok) return open;
      const found = await whole(open.value, sides);
      if (!found.ok) return found;
      return seekDifference(session, open.value, { difference: found.value, part, words: wordsIn(text), from, limit });
    },
    whole,
    forget: () => compared.clear(),
  };
}

function wordsIn(text: string): string[] {
  return foldText(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
}

function holds(document: unknown, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = foldText(wordsOfEntry(document));
  return words.every((word) => folded.includes(word));
}

async function seekEntries(
  session: Session,
  open: OpenSession,
  asked: {
    readonly spans: readonly ListSpan[];
    readonly words: readonly string[];
    readonly after: number;
    readonly limit: number;
  },
): Promise<Result<Window<EntryLine>, Locked>> {
  const lines: EntryLine[] = [];
  let after = asked.after;
  for (let looked = 0; looked < lookedThrough; looked += readAtOnce) {
    if (!stillOpen(session, open)) return err({ code: "vault-locked" });
    const page = open.tables.lists.entriesIn(asked.spans, after, readAtOnce);
    for (const { content, body } of page.entries) {
      after = content;
      if (!holds(body, asked.words)) continue;
      lines.push(lineOf(content, body));
      if (lines.length === asked.limit) return ok({ lines, next: after });
    }
    if (page.next === null) return ok({ lines, next: null });
    await breathe();
  }
  return ok({ lines, next: after });
}

/** The lines of one part of a difference, in the order of the store. */
export function differenceLine(
  open: OpenSession,
  difference: ListDifference,
  { part, at }: { readonly part: DifferencePart; readonly at: number },
): { readonly line: DifferenceLine; readonly document: unknown } | undefined {
  const read = (content: number): unknown =>
    mustExist(open.tables.lists.content(content), "a compared entry is there").body;
  if (part === "changed") {
    const pair = difference.changed[at];
    if (pair === undefined) return undefined;
    const [before, after] = [read(pair.before), read(pair.after)];
    return {
      line: { ...lineOf(pair.after, after), changes: changesIn(pair.fields, before, after) },
      document: [before, after],
    };
  }
  const content = difference[part][at];
  if (content === undefined) return undefined;
  const document = read(content);
  return { line: { ...lineOf(content, document), changes: [] }, document };
}

async function seekDifference(
  session: Session,
  open: OpenSession,
  asked: {
    readonly difference: ListDifference;
    readonly part: DifferencePart;
    readonly words: readonly string[];
    readonly from: number;
    readonly limit: number;
  },
): Promise<Result<Window<DifferenceLine>, Locked>> {
  const { difference, part, words, from, limit } = asked;
  const lines: DifferenceLine[] = [];
  for (let at = from; at < from + lookedThrough; at += 1) {
    const found = differenceLine(open, difference, { part, at });
    if (found === undefined) return ok({ lines, next: null });
    const documents = Array.isArray(found.document) ? found.document : [found.document];
    if (documents.some((document) => holds(document, words))) lines.push(found.line);
    if (lines.length === limit) return ok({ lines, next: at + 1 < difference[part].length ? at + 1 : null });
    if (at % readAtOnce === readAtOnce - 1) {
      await breathe();
      if (!stillOpen(session, open)) return err({ code: "vault-locked" });
    }
  }
  return ok({ lines, next: from + lookedThrough });
}
