import type { AuditEntry, TrailHead, TrailVerdict } from "../../shared/domain/audit.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { ok, type Result } from "../../shared/result.ts";
import { verifyTrail } from "../trail/verify-trail.ts";
import type { Locked, Session } from "./session.ts";

/** Shows the trail and walks its chain. */
export interface TrailService {
  list(input: {
    dossierId: DossierId | null;
    before: number | null;
    limit: number;
  }): Result<{ entries: AuditEntry[]; head: TrailHead }, Locked>;
  check(): Result<TrailVerdict, Locked>;
}

export function createTrailService({ session }: { session: Session }): TrailService {
  return {
    list: (query) => {
      const open = session.require();
      if (!open.ok) return open;
      const { audit } = open.value.tables;
      return ok({ entries: audit.list(query), head: audit.head() });
    },
    check: () => {
      const open = session.require();
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
