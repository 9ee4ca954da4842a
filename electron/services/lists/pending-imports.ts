import type { ImportId } from "../../../shared/domain/ids.ts";
import type { IdRange } from "../../../shared/domain/list-spans.ts";
import type { ColumnMapping, EditionDetails, ListLayout } from "../../../shared/domain/screening.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import type { ImportReport } from "../../screening/lists/list-entry.ts";
import type { ListPreview } from "../../screening/lists/preview-list.ts";
import type { ListFile } from "../../screening/lists/source/list-file.ts";
import type { OpenSession, Session } from "../session.ts";
import { removeStaged, type Staged } from "./stage-list.ts";

/** What the whole file came to: its entries lie in the vault, and nobody's yet. */
export interface Tried {
  readonly staged: Staged;
  readonly sha256: string;
  readonly report: ImportReport | undefined;
  readonly layout: ListLayout;
  readonly mapping: ColumnMapping | undefined;
  /** Set for an edition out of a pack, whose details are signed and not the reader's to choose. */
  readonly packed:
    | { readonly details: EditionDetails; readonly signer: string; readonly importedAt: Instant }
    | undefined;
}

/** An import between its first look and its end. */
export interface PendingImport {
  /** The files a dialog named; read again for each trial. */
  readonly files: readonly ListFile[];
  readonly preview: ListPreview | undefined;
  readonly tried: Tried | undefined;
}

/** Imports that were begun and are not over, and what they left in the vault. */
export interface PendingImports {
  find(importId: ImportId): PendingImport | undefined;
  put(importId: ImportId, pending: PendingImport): void;
  /** It became an edition: only the memory of it goes. */
  finished(importId: ImportId): void;
  /** It is given up: what it brought goes too, in turn with other work on the lists. */
  drop(importId: ImportId): void;
  /** Takes away what a reading that was stopped on its way had written. */
  abandon(importId: ImportId): Promise<void>;
  /** Forgets every one; what they brought is taken away at the next unlocking. */
  forget(): void;
  /** Takes away what a program that died left behind. */
  sweep(): Promise<void>;
  /** Runs work on the contents of lists one after the other: what one finds, another must not be taking away. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** Begun imports kept at once; the oldest goes first. */
const pendingLimit = 3;

export function createPendingImports(session: Session): PendingImports {
  const pending = new Map<ImportId, PendingImport>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const kept = (): IdRange[] => [...pending.values()].flatMap(({ tried }) => tried?.staged.spans ?? []);
  const remove = (importIds: readonly string[], created: (open: OpenSession) => readonly IdRange[]): Promise<void> =>
    inTurn(async () => {
      const open = session.current();
      if (open !== undefined) await removeStaged(session, open, { importIds, created: created(open), kept: kept() });
    });
  const drop = (importId: ImportId): void => {
    const gone = pending.get(importId);
    pending.delete(importId);
    const staged = gone?.tried?.staged;
    // A full disk or a lock in between leaves it to the next unlocking.
    if (staged !== undefined) void remove([importId], () => staged.created).catch(() => undefined);
  };
  return {
    find: (importId) => pending.get(importId),
    put: (importId, next) => {
      const before = pending.get(importId)?.tried?.staged;
      pending.delete(importId);
      pending.set(importId, next);
      if (before !== undefined) void remove([], () => before.created).catch(() => undefined);
      for (const old of [...pending.keys()].slice(0, -pendingLimit)) drop(old);
    },
    finished: (importId) => {
      pending.delete(importId);
    },
    drop,
    abandon: (importId) => remove([importId], (open) => [open.tables.listStaging.all()]),
    forget: () => pending.clear(),
    sweep: async () => {
      const begun = session.current()?.tables.listStaging.begun() ?? [];
      if (begun.length > 0) await remove(begun, (open) => [open.tables.listStaging.all()]);
    },
    inTurn,
  };
}
