import { z } from "zod";
import type { KnownPart } from "../../../shared/contract/calls/history.ts";
import { type CaseParts, shownValue } from "../../../shared/domain/case-parts.ts";
import { displayName, SubjectName } from "../../../shared/domain/party.ts";

const Titles: Readonly<Record<string, (body: Record<string, unknown>) => string>> = {
  subject: ({ names }) => {
    const parsed = z.array(SubjectName).min(1).safeParse(names);
    return parsed.success ? displayName({ names: parsed.data }) : "";
  },
  evidence: ({ number, title }) => `${String(number)} ${String(title)}`,
  hit: ({ queryName, matchedName }) => `${String(queryName)} × ${String(matchedName)}`,
};

/** What tells a person which row this is; empty where the row's id does. */
export function titleIn(place: string, body: unknown): string {
  const title = Titles[place];
  return title === undefined || typeof body !== "object" || body === null ? "" : title({ ...body });
}

/** The parts as a window may show them without asking. */
export function shownParts(parts: CaseParts): KnownPart[] {
  return [...parts].flatMap(([place, rows]) =>
    // Sealed ids have no order of their own.
    [...rows].sort(byId).map(([rowId, body]) => ({ place, rowId, body: shownBody(place, rowId, body) })),
  );
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function shownBody(place: string, rowId: string, body: unknown): KnownPart["body"] {
  // What history keeps is JSON as it was stored.
  const stored = body as KnownPart["body"];
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return stored;
  const isSingle = "value" in stored && Object.keys(stored).length === 1;
  // A mask is a text or a list of one, and both are JSON.
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, shownValue(place, rowId, isSingle ? "" : name, value)]),
  ) as KnownPart["body"];
}
