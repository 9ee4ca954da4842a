import type { ScopeView } from "../../shared/contract/calls/scope.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import { caseEnough } from "../../shared/domain/enough.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import type { ScopeStored, ScopeText } from "../../shared/domain/scope.ts";
import { type Day, dayOf, Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import { type CaseFile, readCaseFile } from "./case-file.ts";
import { type Entered, type EntryRefusal, enterCase } from "./enter-case.ts";
import { caseParts, drawnText, measuredOn, recordSha256Of, scopeRecordOf } from "./scope-record.ts";
import type { OpenSession, Session } from "./session.ts";

type ChangeRefusal = EntryRefusal | { readonly code: "dossier-decided" | "stale-revision" };

/** What an enquiry covered and where it ends. */
export interface ScopeService {
  get(input: { dossierId: DossierId }): Result<ScopeView, EntryRefusal>;
  /** Replaces the words, or goes back to those of the record; a sign-off on other words falls away. */
  write(input: {
    dossierId: DossierId;
    written: ScopeText | null;
    baseRevision: number;
  }): Result<{ revision: number }, ChangeRefusal>;
  /** Puts the person's name to the words and the record they saw. */
  sign(input: {
    dossierId: DossierId;
    baseRevision: number;
    recordSha256: string;
  }): Result<{ revision: number }, ChangeRefusal>;
}

export interface ScopeServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly content: Content;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createScopeService(parts: ScopeServiceParts): ScopeService {
  const { session, content } = parts;
  return {
    get: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      if (!entered.ok) return entered;
      const file = readCaseFile(entered.value.open, dossierId);
      return file.ok ? ok(viewOf(file.value, content, dayFor(parts, entered.value))) : file;
    },
    write: ({ dossierId, written, baseRevision }) =>
      change(parts, { dossierId, baseRevision }, ({ scope }, open) => {
        // The name stands for the words signed; the same words keep it.
        const isSame = JSON.stringify(written) === JSON.stringify(scope.written);
        open.note("scope-written", dossierId, { revision: scope.revision + 1 });
        return ok({ written, sign: isSame ? scope.sign : null });
      }),
    sign: ({ dossierId, baseRevision, recordSha256 }) =>
      change(parts, { dossierId, baseRevision }, (file, open) => {
        const { scope } = file;
        const record = scopeRecordOf(file, content, dayOf(parts.clock.nowMs()));
        const own = recordSha256Of(record);
        if (own !== recordSha256) return err({ code: "stale-revision" });
        const at = Instant.parse(parts.clock.nowMs());
        const { displayName, id } = open.person;
        const text = scope.written ?? drawnText(record, content);
        open.note("scope-signed", dossierId, { record: own.slice(0, 16) });
        return ok({ written: scope.written, sign: { by: displayName, personId: id, at, recordSha256: own, text } });
      }),
  };
}

type Body = Pick<ScopeStored, "written" | "sign">;

function change(
  { session, clock, onChange }: ScopeServiceParts,
  { dossierId, baseRevision }: { dossierId: DossierId; baseRevision: number },
  work: (file: CaseFile, open: OpenSession) => Result<Body, { readonly code: "stale-revision" }>,
): Result<{ revision: number }, ChangeRefusal> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const outcome = open.write((): Result<{ revision: number }, ChangeRefusal> => {
    const file = readCaseFile(open, dossierId);
    if (!file.ok) return file;
    if (file.value.scope.revision !== baseRevision) return err({ code: "stale-revision" });
    const body = work(file.value, open);
    if (!body.ok) return body;
    const atMs = clock.nowMs();
    const revision = open.tables.scopes.put({ dossierId, body: body.value, atMs, by: open.person.displayName });
    open.remember({ dossierId, place: "scope", rowId: "scope", body: body.value });
    return ok({ revision });
  });
  if (outcome.ok) onChange(dossierId);
  return outcome;
}

function dayFor({ clock }: ScopeServiceParts, { open, record }: Entered): Day {
  const latest = isOpenForWork(record.state) ? undefined : open.tables.decisions.list(record.id)[0];
  return measuredOn(latest, clock.nowMs());
}

function viewOf(file: CaseFile, content: Content, today: Day): ScopeView {
  const record = scopeRecordOf(file, content, today);
  const recordSha256 = recordSha256Of(record);
  const { items, complete, groups } = caseEnough(caseParts(file, content, today));
  const { written, sign, revision } = file.scope;
  return {
    record,
    recordSha256,
    drawn: drawnText(record, content),
    written,
    signed: sign === null ? null : { by: sign.by, at: sign.at, current: sign.recordSha256 === recordSha256 },
    revision,
    enough: {
      items,
      complete,
      groups: groups.map(({ group, lacks }) => ({
        group,
        lacks: lacks.map(({ itemId, missing }) => ({ itemId, missing })),
      })),
    },
  };
}
