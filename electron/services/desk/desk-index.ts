import { type ListedCase, listedCase } from "../../../shared/domain/desk/case-list.ts";
import { DeskCase, deskForm, readBlind } from "../../../shared/domain/desk/desk-case.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { faultOf } from "../../vault/fault.ts";
import type { KeptDesk } from "../../vault/tables/desk-table.ts";
import { mayDo, type OpenSession } from "../session.ts";
import { deskFacts } from "./desk-facts.ts";

/**
 * Every case this person may see, in memory while the vault is open. Brought up to date at each question by what changed
 * since the last one, so that no question reads the whole vault; emptied when it locks.
 */
export interface DeskIndex {
  /** Cases the person may see; none without the right to read, none that their own declaration shuts; as their head alone where they read blind. */
  visible(open: OpenSession): readonly ListedCase[];
  /** Changes whenever an answer of `visible` may differ from the one before. */
  version(open: OpenSession): number;
  forget(): void;
}

interface Held {
  readonly vault: OpenSession["vault"];
  readonly cases: Map<DossierId, ListedCase>;
  lastTick: number;
  version: number;
}

/** So many copies are written in one go; a few stale ones are cheaper to work out again than to write. */
const worthKeeping = 25;

export function createDeskIndex(): DeskIndex {
  let held: Held | undefined;

  function upToDate(open: OpenSession): Held {
    if (held?.vault !== open.vault) held = { vault: open.vault, cases: new Map(), lastTick: 0, version: 0 };
    const isFirst = held.lastTick === 0;
    const lastTick = open.tables.desk.lastTick();
    if (lastTick !== held.lastTick) {
      const kept = isFirst ? open.tables.desk.all() : open.tables.desk.changedSince(held.lastTick);
      take(open, held, kept);
      held.lastTick = lastTick;
      held.version += 1;
    }
    return held;
  }

  return {
    visible: (open) => {
      if (!mayDo(open, "read-cases")) return [];
      const { cases } = upToDate(open);
      const shut = open.tables.declarations.shutTo(open.person.id);
      return [...cases.values()]
        .filter(({ desk }) => !shut.has(desk.id) && !open.cases.isShut(desk.id))
        .map((listed) =>
          listed.desk.secondReader === open.person.id ? { ...listed, desk: readBlind(listed.desk) } : listed,
        );
    },
    version: (open) => upToDate(open).version,
    forget: () => {
      held = undefined;
    },
  };
}

function take(open: OpenSession, held: Held, kept: readonly KeptDesk[]): void {
  const fresh: { dossierId: DossierId; built: number; body: string }[] = [];
  for (const one of kept) {
    const known = one.built === one.tick ? readCopy(one.body) : undefined;
    const desk = known ?? deskFacts(open, one.dossierId);
    if (known === undefined) fresh.push({ dossierId: one.dossierId, built: one.tick, body: JSON.stringify(desk) });
    held.cases.set(desk.id, listedCase(desk));
  }
  if (fresh.length >= worthKeeping) keepCopies(open, fresh);
}

/** A copy of an older form, or none, says nothing. */
function readCopy(body: string | null): DeskCase | undefined {
  if (body === null) return undefined;
  const parsed: unknown = JSON.parse(body);
  const isOfThisForm = typeof parsed === "object" && parsed !== null && "form" in parsed && parsed.form === deskForm;
  return isOfThisForm ? DeskCase.parse(parsed) : undefined;
}

/** A disk that is full must not keep anybody from reading: the copies are made anew next time. */
function keepCopies(open: OpenSession, fresh: readonly { dossierId: DossierId; built: number; body: string }[]): void {
  if (open.vault.db.inTransaction) return;
  try {
    open.vault.db.transaction(() => {
      for (const copy of fresh) open.tables.desk.keep(copy);
    });
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}
