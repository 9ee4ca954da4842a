import type { DossierId } from "../../shared/domain/ids.ts";
import type { Declaration } from "../../shared/domain/people.ts";
import { textLimits } from "../../shared/domain/text.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import { type EntryRefusal, enterCase } from "./enter-case.ts";
import type { OpenSession, Session } from "./session.ts";

/** Declarations of ties to a case. */
export interface DeclarationService {
  declarations(input: { dossierId: DossierId }): Result<{ declarations: Declaration[] }, EntryRefusal>;
  /** A conflict shuts the case to the person; only the case's own rules, never the person, could open it again. */
  declare(input: {
    dossierId: DossierId;
    hasConflict: boolean;
    note: string;
  }): Result<{ declaration: Declaration }, EntryRefusal | { readonly code: "reason-required" }>;
}

export function createDeclarationService({
  session,
  clock,
  onChange,
}: {
  session: Session;
  clock: Clock;
  onChange: (dossierId: DossierId) => void;
}): DeclarationService {
  return {
    declarations: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? ok({ declarations: entered.value.open.tables.declarations.list(dossierId) }) : entered;
    },
    declare: ({ dossierId, hasConflict, note }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      if (!entered.ok) return entered;
      if (hasConflict && note.trim().length < textLimits.reasonMinimum) return err({ code: "reason-required" });
      const { open } = entered.value;
      const declaration = open.write(() => declareTies(open, { dossierId, hasConflict, note, atMs: clock.nowMs() }));
      onChange(dossierId);
      return ok({ declaration });
    },
  };
}

/** Stores the declaration of the person at the keyboard. Call it inside a transaction. */
export function declareTies(
  open: OpenSession,
  { dossierId, hasConflict, note, atMs }: { dossierId: DossierId; hasConflict: boolean; note: string; atMs: number },
): Declaration {
  const { id: personId, displayName: personName } = open.person;
  const declaration = { personId, hasConflict, note, declaredAt: Instant.parse(atMs) };
  open.tables.declarations.add(dossierId, declaration);
  open.note(hasConflict ? "conflict-declared" : "no-conflict-declared", dossierId);
  return { ...declaration, personName };
}
