import type { DossierId, PersonId } from "../../../shared/domain/ids.ts";
import { Hit } from "../../../shared/domain/screening.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { fromJson } from "./json-column.ts";
import { createScreenedCases } from "./screened-cases.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** A kept copy of what lists show of a case. `body` is null while none was made, `built` the tick it was made at. */
export interface KeptDesk {
  readonly dossierId: DossierId;
  readonly tick: number;
  readonly built: number;
  readonly body: string | null;
}

/** What is counted of a case without reading what it says. */
export interface DeskTallies {
  /** Items with an answer, whatever it is. */
  readonly answeredItems: readonly string[];
  /** Minutes written down over all items. */
  readonly minutes: number;
  readonly screened: boolean;
  readonly undecided: number;
  /** Who gave each verdict that waits for a second person. */
  readonly awaiting: readonly (PersonId | null)[];
  readonly rescreened: number;
  /** When the case first became decided. */
  readonly decidedAt: number | null;
}

/** How far somebody has read cases in the order of their latest change. */
export interface DeskMark {
  readonly tick: number;
  readonly dossierId: string;
}

/** Copies of what lists and the home page show of each case, who worked on what, and how people like their tables. */
export interface DeskTable {
  /** The next cases after `mark` in the order of their latest change, at most `limit`: those of them that are not shut. */
  next(mark: DeskMark, limit: number): { readonly kept: KeptDesk[]; readonly mark: DeskMark; readonly isEnd: boolean };
  /** How many cases there are after `mark`. */
  countAfter(mark: DeskMark): number;
  /** The tick of the latest change to any case; 0 without cases. */
  lastTick(): number;
  /** Keeps a copy made at the tick `built`. */
  keep(kept: { readonly dossierId: DossierId; readonly built: number; readonly body: string }): void;
  /** Throws for a shut case. */
  tallies(dossierId: DossierId): DeskTallies;
  /** Cases this person has worked on. */
  handledBy(personId: PersonId): Set<string>;
  view(personId: PersonId, name: string): string | undefined;
  putView(personId: PersonId, name: string, body: string): void;
}

interface Row {
  readonly dossier_id: DossierId;
  readonly tick: number;
  readonly built: number;
  readonly body: string | null;
}

export function createDeskTable(db: Database, seals: CaseSeals): DeskTable {
  const rows = sealedRows(seals, sealedTables.desk);
  const after = db.prepare<[number, string, number], Row>(
    "SELECT * FROM desk_case WHERE (tick, dossier_id) > (?, ?) ORDER BY tick, dossier_id LIMIT ?",
  );
  const count = db.prepare<[number, string], { n: number }>(
    "SELECT count(*) AS n FROM desk_case WHERE (tick, dossier_id) > (?, ?)",
  );
  const last = db.prepare<[], { tick: number | null }>("SELECT max(tick) AS tick FROM desk_case");
  const update = db.prepare<[string, number, string]>("UPDATE desk_case SET body = ?, built = ? WHERE dossier_id = ?");
  const kept = (found: readonly Row[]): KeptDesk[] =>
    found
      .filter((row) => !seals.isShut(row.dossier_id))
      .map((row) => rows.open(row.dossier_id, row))
      .map(({ dossier_id: dossierId, tick, built, body }) => ({ dossierId, tick, built, body }));
  const hands = db.prepare<[string], { dossier_id: string }>("SELECT dossier_id FROM desk_hand WHERE person_id = ?");
  const view = db.prepare<[string, string], { body: string }>(
    "SELECT body FROM table_view WHERE person_id = ? AND name = ?",
  );
  const upsertView = db.prepare<[string, string, string]>(
    `INSERT INTO table_view (person_id, name, body) VALUES (?, ?, ?)
     ON CONFLICT (person_id, name) DO UPDATE SET body = excluded.body`,
  );
  return {
    next: (mark, limit) => {
      const found = after.all(mark.tick, mark.dossierId, limit);
      const end = found.at(-1);
      return {
        kept: kept(found),
        mark: end === undefined ? mark : { tick: end.tick, dossierId: end.dossier_id },
        isEnd: found.length < limit,
      };
    },
    countAfter: ({ tick, dossierId }) => count.get(tick, dossierId)?.n ?? 0,
    lastTick: () => last.get()?.tick ?? 0,
    keep: ({ dossierId, built, body }) => {
      update.run(rows.close(dossierId, { dossier_id: dossierId, body }).body, built, dossierId);
    },
    tallies: tallyStatements(db, seals),
    handledBy: (personId) => new Set(hands.all(personId).map((row) => row.dossier_id)),
    view: (personId, name) => view.get(personId, name)?.body,
    putView: (personId, name, body) => {
      upsertView.run(personId, name, body);
    },
  };
}

interface AnswerPart {
  readonly item_id: string;
  readonly choice: string;
  readonly body: string;
}

interface HitPart {
  readonly id: string;
  readonly disposition: string;
  readonly body: string;
}

const Awaiting = Hit.pick({ awaitsSecondPerson: true, judgedById: true, second: true });

/** Only verdicts that say same or related can wait; other bodies are not even parsed. */
function awaitingIn({ disposition, body }: HitPart): (PersonId | null)[] {
  if (disposition === "undecided" || disposition === "false_positive") return [];
  const { awaitsSecondPerson, judgedById, second } = fromJson(Awaiting, body);
  return awaitsSecondPerson && second === null ? [judgedById] : [];
}

function tallyStatements(db: Database, seals: CaseSeals): DeskTable["tallies"] {
  const answerRows = sealedRows(seals, sealedTables.answer);
  const hitRows = sealedRows(seals, sealedTables.hit);
  const plain = db.prepare<[string], { item_id: string; minutes: number | null }>(
    `SELECT item_id, json_extract(body, '$.minutes') AS minutes
     FROM answer WHERE dossier_id = ? AND choice <> 'not_checked'`,
  );
  const answers = db.prepare<[string], AnswerPart>("SELECT item_id, choice, body FROM answer WHERE dossier_id = ?");
  const hits = db.prepare<[string], HitPart>("SELECT id, disposition, body FROM screening_hit WHERE dossier_id = ?");
  const notices = db.prepare<[string], { n: number }>(
    "SELECT count(*) AS n FROM rescreening_notice WHERE dossier_id = ? AND seen_at IS NULL",
  );
  const isScreened = createScreenedCases(db, seals);
  const decided = db.prepare<[string], { at: number | null }>(
    "SELECT min(moved_at) AS at FROM dossier_move WHERE dossier_id = ? AND to_state = 'decided'",
  );
  // What is sealed SQLite cannot look into.
  const ofSealed = (dossierId: string): { item_id: string; minutes: number | null }[] =>
    answers
      .all(dossierId)
      .map((row) => answerRows.open(dossierId, row))
      .filter((row) => row.choice !== "not_checked")
      .map((row) => ({ item_id: row.item_id, minutes: minutesIn(row.body) }));
  return (dossierId) => {
    const found = hits.all(dossierId).map((row) => hitRows.open(dossierId, row));
    const given = seals.isRestricted(dossierId) ? ofSealed(dossierId) : plain.all(dossierId);
    return {
      answeredItems: given.map((row) => row.item_id),
      minutes: given.reduce((sum, row) => sum + (row.minutes ?? 0), 0),
      screened: isScreened(dossierId),
      undecided: found.filter((row) => row.disposition === "undecided").length,
      awaiting: found.flatMap(awaitingIn),
      rescreened: notices.get(dossierId)?.n ?? 0,
      decidedAt: decided.get(dossierId)?.at ?? null,
    };
  };
}

function minutesIn(body: string): number {
  const parsed: unknown = JSON.parse(body);
  const minutes = typeof parsed === "object" && parsed !== null && "minutes" in parsed ? parsed.minutes : 0;
  return typeof minutes === "number" ? minutes : 0;
}
