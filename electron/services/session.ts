import type { AuditDetails, AuditKind, TrailCheckpoint, TrailNotice } from "../../shared/domain/audit.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { type Right, rightsOf } from "../../shared/domain/people.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import { faultOf } from "../vault/fault.ts";
import type { Tables } from "../vault/tables/all.ts";
import type { Person } from "../vault/tables/person-table.ts";
import type { CaseKeys, OpenVault } from "../vault/vault.ts";
import { traceable } from "./case-trace.ts";
import { createGivenReasons, type GivenReasons } from "./given-reasons.ts";
import { type Because, createRemember, type Remembered, rememberingTables } from "./remembering.ts";
import { createTrailKeeper } from "./trail-keeper.ts";

/** An open vault with its tables and the person at the keyboard. */
export interface OpenSession {
  readonly vault: OpenVault;
  readonly tables: Tables;
  readonly person: Person;
  /** Cases this person has entered since unlocking; the trail says so once for each. */
  readonly entered: Set<DossierId>;
  /** The keys of the restricted cases this person reads; wiped when the session ends. */
  readonly cases: CaseKeys;
  /** Reasons given beforehand, while they hold. */
  readonly reasons: GivenReasons;
  /** What the unlocking found about the trail, until somebody checks it. */
  readonly watch: { notice: TrailNotice | undefined };
  /** Adds a link to the trail. Call it inside the transaction of what it records. */
  note(kind: AuditKind, dossierId: DossierId | null, details?: AuditDetails): void;
  /**
   * Keeps a state of a part of a case in its history; a null body says that it was taken away. Inside the transaction of the
   * change. What the tables of heads, subjects, evidence, measures, gates, hits and papers write is kept without being asked.
   */
  remember(change: Remembered): void;
  /** Runs `work`; everything remembered meanwhile carries this reason, and says whether it puts back an earlier state. */
  because<T>(reason: Because | string, work: () => T): T;
  /** Runs `work` in one transaction; storage refusals are thrown and become codes at the door. */
  write<T>(work: () => T): T;
  /** Signs the end of the trail and notes it in the slot file, where the disk lets us. Not inside a transaction. */
  checkpoint(): void;
}

/** The answer of a service while no vault is open. */
export type Locked = { readonly code: "vault-locked" };

/** The answer of a service to a person whose roles do not give the right it needs. */
export type NotPermitted = { readonly code: "not-permitted" };

/** Whether a vault is open, and which. Services ask at each call and keep nothing in between. */
export interface Session {
  current(): OpenSession | undefined;
  /** The open session or the refusal every service gives without one. */
  require(): Result<OpenSession, Locked>;
  /** The open session if its person holds the right. A refusal leaves a trace. */
  enter(right: Right): Result<OpenSession, Locked | NotPermitted>;
  begin(parts: Pick<OpenSession, "vault" | "tables" | "person" | "cases">): OpenSession;
  /** Replaces the person at the keyboard after a change of their own entry. */
  replacePerson(person: Person): void;
  end(): void;
}

export function createSession({ clock }: { clock: Clock }): Session {
  let open: OpenSession | undefined;
  // The tables as they came; those of the session remember in the name of its person.
  let plain: Tables | undefined;
  return {
    current: () => open,
    require: () => (open === undefined ? err({ code: "vault-locked" }) : ok(open)),
    enter: (right) => {
      if (open === undefined) return err({ code: "vault-locked" });
      return mayDo(open, right) ? ok(open) : refuse(open, right);
    },
    begin: (parts) => {
      plain = parts.tables;
      const reasons = createGivenReasons(clock);
      open = openSession({ ...parts, clock, reasons, entered: new Set(), watch: { notice: undefined } });
      return open;
    },
    replacePerson: (person) => {
      if (open !== undefined && plain !== undefined) open = openSession({ ...open, tables: plain, clock, person });
    },
    end: () => {
      open?.cases.wipe();
      open = undefined;
      plain = undefined;
    },
  };
}

/** Whether the person at the keyboard holds this right. */
export function mayDo(open: OpenSession, right: Right): boolean {
  return rightsOf(open.person.roles).includes(right);
}

/**
 * Writes down that this person saw this case, once for each unlocking. A disk that is full must not keep anybody from
 * reading, so what the disk does to this one line is let pass; the next entry tries again.
 */
export function noteReading(open: OpenSession, dossierId: DossierId): void {
  if (open.entered.has(dossierId)) return;
  if (open.vault.db.inTransaction) {
    // The caller may still roll back; the case counts as entered at the next call.
    open.note("dossier-read", dossierId);
    return;
  }
  try {
    open.write(() => open.note("dossier-read", dossierId));
    open.entered.add(dossierId);
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}

/** Writes down that somebody tried what their roles do not allow, and refuses. */
export function refuse(open: OpenSession, right: Right): Result<never, NotPermitted> {
  const trace = (): void => open.note("call-refused", null, { right });
  // Inside a transaction of the caller the trace joins it.
  if (open.vault.db.inTransaction) trace();
  else open.write(trace);
  return err({ code: "not-permitted" });
}

type Parts = Pick<OpenSession, "vault" | "tables" | "person" | "cases" | "entered" | "watch" | "reasons"> & {
  readonly clock: Clock;
};

function openSession({ clock, ...parts }: Parts): OpenSession {
  const { vault, tables, person, cases } = parts;
  const keeper = createTrailKeeper({ vault, tables, person, clock });
  // While the trail contradicts what was noted, the note is the evidence: it stays until somebody has checked.
  const anchor = (signed: TrailCheckpoint): void => {
    if (parts.watch.notice === undefined) keeper.anchor(signed);
  };
  const signing = <T>(work: () => T): T => {
    let signed: TrailCheckpoint | undefined;
    const done = vault.db.transaction(() => {
      const value = work();
      signed = keeper.signIfDue();
      return value;
    });
    if (signed !== undefined) anchor(signed);
    return done;
  };
  let because: Because = { reason: "", origin: "change" };
  const memory = { tables, clock, person, because: () => because, givenFor: parts.reasons.find };
  const remember = createRemember(memory);
  return {
    ...parts,
    tables: rememberingTables(memory, remember),
    remember: (change) => remember(change),
    because: (reason, work) => {
      const before = because;
      because = typeof reason === "string" ? { reason, origin: "change" } : reason;
      try {
        return work();
      } finally {
        because = before;
      }
    },
    note: (kind, dossierId, details = {}) =>
      tables.audit.append({
        atMs: clock.nowMs(),
        actor: person.displayName,
        actorId: person.id,
        actorKey: tables.checkpoints.actorKeyOf(person.id),
        kind,
        dossierId,
        details: traceable(cases, dossierId, details),
      }),
    write: signing,
    checkpoint: () => {
      try {
        const signed = vault.db.transaction(() => keeper.sign());
        if (signed !== undefined) anchor(signed);
      } catch (thrown) {
        // What was done is on the disk; the next checkpoint signs it.
        if (faultOf(thrown) === undefined) throw thrown;
      }
    },
  };
}
