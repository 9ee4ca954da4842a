import type { AuditEntry, TrailHead, TrailVerdict } from "../../shared/domain/audit.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { ok, type Result } from "../../shared/result.ts";
import { verifyTrail } from "../trail/verify-trail.ts";
import { type EntryRefusal, enterCase } from "./enter-case.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";

/** Shows the trail and walks its chain. */
export interface TrailService {
  list(input: {
    dossierId: DossierId | null;
    before: number | null;
    limit: number;
  }): Result<{ entries: AuditEntry[]; head: TrailHead }, EntryRefusal>;
  check(): Result<TrailVerdict, Locked | NotPermitted>;
}

export function createTrailService({ session }: { session: Session }): TrailService {
  return {
    list: (query) => {
      const open = mayRead(session, query.dossierId);
      if (!open.ok) return open;
      const { audit } = open.value.tables;
      return ok({ entries: audit.list(query), head: audit.head() });
    },
    check: () => {
      const open = session.enter("check-vault");
      if (!open.ok) return open;
      const { tables, vault, note, write } = open.value;
      const verdict = verifyTrail({
        vaultId: vault.vaultId,
        links: () => tables.audit.links(),
        checkpoints: tables.checkpoints.list(),
        anchors: [],
      });
      write(() => note("trail-checked", null, { verdict: verdict.verdict, count: verdict.count }));
      return ok(verdict);
    },
  };
}

/** The history of a case comes with reading the case; the whole trail needs its own right. */
function mayRead(session: Session, dossierId: DossierId | null): Result<OpenSession, EntryRefusal> {
  if (dossierId === null) return session.enter("read-trail");
  const entered = enterCase(session, "read-cases", dossierId);
  return entered.ok ? ok(entered.value.open) : entered;
}
